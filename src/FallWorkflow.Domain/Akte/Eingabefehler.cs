namespace FallWorkflow.Domain.Akte;

/// <summary>An invalid field: which one, what is wrong and what to do (German, from the resources).</summary>
/// <param name="Feld">Path of the field in camelCase, for example <c>schritte[0].bezeichnung</c>.</param>
public sealed record Eingabefehler(string Feld, string Meldung);
