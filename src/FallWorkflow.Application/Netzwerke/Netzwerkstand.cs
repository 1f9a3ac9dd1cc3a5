using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Netzwerke;

namespace FallWorkflow.Application.Netzwerke;

/// <summary>The network of an office as people read it, with what is to be looked after.</summary>
public sealed record Netzwerkstand(
    string BueroId, IReadOnlyList<Angebotszeile> Angebote, IReadOnlyList<Vereinbarungszeile> Vereinbarungen,
    IReadOnlyList<Netzwerkkonferenz> Konferenzen, IReadOnlyList<Bewertung> Bewertungen)
{
    public static Netzwerkstand Of(Netzwerk netzwerk, Fachkonzept konzept, Arbeitskalender kalender, DateOnly heute) => new(
        netzwerk.BueroId,
        [
            .. netzwerk.Angebote.Values.Where(a => !a.IstGestrichen).OrderBy(a => a.Art).ThenBy(a => a.Bezeichnung, StringComparer.Ordinal)
                .Select(a => new Angebotszeile(a, IsStale(a, konzept, kalender, heute), Average(netzwerk, a))),
        ],
        [
            .. netzwerk.Vereinbarungen.Values.Where(v => !v.IstBeendet).OrderBy(v => v.Ende)
                .Select(v => new Vereinbarungszeile(v, ReminderOf(v, konzept, kalender), v.Ende < heute)),
        ],
        [.. netzwerk.Konferenzen.OrderByDescending(k => k.Am)],
        [.. netzwerk.Bewertungen.Values.OrderByDescending(b => b.WartetAufAntwort).ThenByDescending(b => b.Am)]);

    /// <summary>Day of the reminder before an agreement ends (R69); null as long as nobody says how long before.</summary>
    public static DateOnly? ReminderOf(Vereinbarung vereinbarung, Fachkonzept konzept, Arbeitskalender kalender) =>
        konzept.FindFrist(Fristparameter.VereinbarungErinnerung) is { } vorlauf
            ? FristRechner.Before(vereinbarung.Ende, Frist.Parse(vorlauf), kalender)
            : null;

    private static bool IsStale(Angebot angebot, Fachkonzept konzept, Arbeitskalender kalender, DateOnly heute) =>
        konzept.FindFrist(Fristparameter.AngebotPruefung) is { } frist
        && FristRechner.Compute(angebot.ZuletztGeprueft, Frist.Parse(frist), kalender, []).LetzterTag < heute;

    private static double? Average(Netzwerk netzwerk, Angebot angebot) =>
        netzwerk.Bewertungen.Values.Where(b => b.AngebotId == angebot.Id).Select(b => (double?)b.Nutzen).Average();
}
