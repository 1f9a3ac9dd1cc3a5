namespace FallWorkflow.Web.Auskunft;

/// <summary>An entry without names.</summary>
/// <param name="Monat">For example <c>Januar 2027</c>.</param>
internal sealed record Beratungseintrag(long Nr, string Titel, string Monat, IReadOnlyList<Klartextangabe> Angaben);
