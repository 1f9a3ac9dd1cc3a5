namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>A file with one heading line, as cells.</summary>
public sealed record Csvtabelle(IReadOnlyList<string> Kopf, IReadOnlyList<Csvzeile> Zeilen);

/// <param name="Nr">As spreadsheets count: the heading is line 1.</param>
public sealed record Csvzeile(int Nr, IReadOnlyList<string> Zellen);
