using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>One referral of a Fall with what became of the goals it served (R81).</summary>
/// <param name="Zielergebnisse">One for each goal it served; null where the goal is open.</param>
/// <param name="Uebernommen">How its result was taken up; null until it is.</param>
public sealed record Leistungszeile(
    string TraegerId, string Leistung, DateOnly VereinbartAm, Zuweisungsstand Stand, bool Begonnen, bool Beendet,
    IReadOnlyList<Zielergebnis?> Zielergebnisse, Ergebnisweg? Uebernommen);
