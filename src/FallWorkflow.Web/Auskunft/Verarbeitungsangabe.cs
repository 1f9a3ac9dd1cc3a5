namespace FallWorkflow.Web.Auskunft;

/// <summary>What the person is told about the processing, under one heading (Art. 15 (1) DSGVO).</summary>
internal sealed record Verarbeitungsangabe(string Titel, IReadOnlyList<string> Absaetze);
