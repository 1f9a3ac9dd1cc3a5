namespace FallWorkflow.Web.Auskunft;

/// <summary>One value of an entry in plain German.</summary>
/// <param name="IstPlatzhalter">The value is about another person, and the text says so instead.</param>
internal sealed record Klartextangabe(string Label, string Text, bool IstPlatzhalter = false);
