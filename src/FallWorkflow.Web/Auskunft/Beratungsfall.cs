namespace FallWorkflow.Web.Auskunft;

/// <summary>A Fall without names (R83).</summary>
/// <param name="Frage">What the Fallmanager asks; null while only those see it who may read the Fall anyway.</param>
/// <param name="IstEigener">Whoever looks may see the Fall itself as well.</param>
internal sealed record Beratungsfall(string Status, string Phase, string? Frage, IReadOnlyList<Beratungseintrag> Eintraege, bool IstEigener);
