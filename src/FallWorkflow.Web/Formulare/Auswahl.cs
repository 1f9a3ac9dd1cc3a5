namespace FallWorkflow.Web.Formulare;

/// <summary>One thing to choose.</summary>
/// <param name="Wert">What is posted.</param>
internal sealed record Auswahl(string Wert, string Text);
