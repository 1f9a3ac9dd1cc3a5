namespace FallWorkflow.Application.Prozesse;

/// <summary>A row of a draft's history without its content, which lists do not need.</summary>
/// <param name="HatInhalt">There is a draft from here on.</param>
public sealed record Entwurfszeile(
    string DefinitionId, int Nr, Entwurfsart Art, int Version, string Name, bool HatInhalt, DateTimeOffset At, string AkteurId, string? Begruendung);
