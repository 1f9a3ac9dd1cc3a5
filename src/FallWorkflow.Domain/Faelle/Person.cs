namespace FallWorkflow.Domain.Faelle;

/// <summary>The client as far as the Jobcenter hands over.</summary>
public sealed record Person(
    string Vorname, string Nachname, DateOnly? Geburtsdatum = null, string? Telefon = null, string? Anschrift = null)
{
    public string Name => $"{Vorname} {Nachname}".Trim();
}
