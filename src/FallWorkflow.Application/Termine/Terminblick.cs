namespace FallWorkflow.Application.Termine;

/// <summary>An appointment in a list, with what to look at again.</summary>
public sealed record Terminblick(Terminzeile Termin, IReadOnlyList<string> Hinweise);
