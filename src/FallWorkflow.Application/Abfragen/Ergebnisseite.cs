namespace FallWorkflow.Application.Abfragen;

/// <summary>One page of a longer list.</summary>
/// <param name="Gesamt">Rows of all pages together.</param>
/// <param name="Seite">Page from 1.</param>
/// <param name="Groesse">Rows per page.</param>
public sealed record Ergebnisseite<T>(IReadOnlyList<T> Zeilen, int Gesamt, int Seite, int Groesse);
