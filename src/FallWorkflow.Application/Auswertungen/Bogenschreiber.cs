using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>Evaluates a Fall by the one pattern (R76).</summary>
internal sealed class Bogenschreiber(Statistikbereich bereich, DateOnly heute, Func<DateOnly, Fachkonzept> konzeptAm, Arbeitskalender kalender)
{
    private const string Abschluss = "Abschluss";

    /// <summary>Null if the person was not admitted by the last day of the period, or left before its first.</summary>
    public Fallbogen? Write(Fall akte)
    {
        var fall = AsOf(akte, bereich.Bis);
        var austritt = fall.AbgeschlossenAm ?? fall.BeendetAm;
        if (fall.ErstmalsAufgenommenAm is not { } aufgenommen || austritt < bereich.Von)
            return null;
        var ende = austritt ?? (heute < bereich.Bis ? heute : bereich.Bis);
        var eintraege = fall.Gueltige.ToList();
        var imZeitraum = eintraege.Where(e => bereich.Contains(e.WirksamAm)).Select(e => e.Tatsache).ToList();
        return new(
            fall.Id, fall.Nummer, fall.FallmanagerId, aufgenommen, austritt,
            austritt is null || fall.AbgeschlossenAm is not null ? null : eintraege.Select(e => e.Tatsache).OfType<FallBeendet>().LastOrDefault()?.Grund,
            fall.AbgeschlossenAm is null ? null : eintraege.Select(e => e.Tatsache).OfType<FallAbgeschlossen>().LastOrDefault()?.ArbeitGefunden,
            Math.Max(0, ende.DayNumber - aufgenommen.DayNumber),
            [.. fall.Handlungsbedarfe.Select(b => b.Bereich).Distinct().Order()],
            BewegungenOf(fall),
            [.. fall.Ziele.Values.Select(z => new Zielzeile(z.Ebene, z.IstUmweg, z.VereinbartAm, z.AbgeschlossenAm, z.Ergebnis))],
            [.. fall.Zuweisungen.Values.Select(z => LeistungOf(fall, z))],
            [.. imZeitraum.OfType<AssistenzGeleistet>().Select(a => a.Art)],
            new Kontaktfenster(bereich, fall, konzeptAm, kalender).Count(heute),
            imZeitraum.Sum(t => t switch { KontaktGehalten k => k.Minuten ?? 0, AssistenzGeleistet a => a.Minuten ?? 0, _ => 0 }));
    }

    /// <summary>The Fall by what had taken effect on a day, with today's corrections.</summary>
    private static Fall AsOf(Fall akte, DateOnly tag) => Fall.Load(
        akte.Id, akte.Nummer, akte.BueroId,
        akte.Gueltige.Where(e => e.WirksamAm <= tag).Select((e, i) => e with { Nr = i + 1, Berichtigt = null }), akte.Version);

    private static List<Bewegung> BewegungenOf(Fall fall) =>
    [
        .. fall.Einschaetzungen
            .SelectMany((zeit, i) => zeit.Werte.Select(w => (zeit.Am, Nr: i, zeit.Anlass, w.Bereich, w.Skala)))
            .OrderBy(w => w.Am).ThenBy(w => w.Nr)
            .GroupBy(w => w.Bereich)
            .OrderBy(g => g.Key)
            .Select(g => new Bewegung(
                g.Key,
                g.First().Skala,
                g.Skip(1).Where(w => w.Anlass != Abschluss).Select(w => (int?)w.Skala).LastOrDefault(),
                g.Skip(1).Where(w => w.Anlass == Abschluss).Select(w => (int?)w.Skala).LastOrDefault())),
    ];

    private static Leistungszeile LeistungOf(Fall fall, Zuweisung z) => new(
        z.TraegerId, z.Leistung, z.VereinbartAm, z.Stand, z.BegonnenAm is not null, z.BeendetAm is not null,
        [.. z.ZielIds.Distinct().Where(fall.Ziele.ContainsKey).Select(id => fall.Ziele[id].Ergebnis)], z.Uebernommen);
}
