using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

/// <summary>Query shapes of the reports over Fälle.</summary>
internal static class AuswertungsAbfrage
{
    /// <summary>Kinds of entries from which reports are made; texts and talks that no figure needs stay where they are.</summary>
    public static string[] Arten { get; } =
    [
        .. new[]
        {
            typeof(Uebergeben), typeof(ZugangGeprueft), typeof(UebergabeAngenommen), typeof(ErstgespraechGefuehrt), typeof(AusAltverfahrenUebernommen), typeof(FallAufgenommen), typeof(FallmanagerGewechselt),
            typeof(KontaktGehalten), typeof(RhythmusGeaendert), typeof(PauseBegonnen), typeof(PauseGeaendert), typeof(AssistenzGeleistet),
            typeof(EinschaetzungFestgehalten), typeof(AssessmentAbgeschlossen), typeof(AssessmentGespeichert), typeof(PlanUeberprueft),
            typeof(ZielVereinbart), typeof(ZielVerschoben), typeof(ZielAbgeschlossen),
            typeof(ZuweisungVereinbart), typeof(ZuweisungGesendet), typeof(ZuweisungAngenommen), typeof(ZuweisungAbgelehnt), typeof(ZuweisungBegonnen),
            typeof(ZuweisungBeendet), typeof(ZuweisungZurueckgezogen), typeof(ErgebnisUebernommen),
            typeof(FallfuehrungUebertragen), typeof(FallfuehrungZurueckgenommen),
            typeof(FallAbgeschlossen), typeof(FallBeendet), typeof(FallWiederAufgenommen), typeof(NachbetreuungBeendet),
        }.Select(t => TatsachenKatalog.Alle.First(a => a.Type == t).Name),
    ];

    /// <summary>Fälle that ran within the period.</summary>
    public static IQueryable<FallRow> ImBestand(FallWorkflowDbContext context, Statistikbereich bereich) =>
        Fallbereich.Of(context, bereich.BueroId, bereich.TeamId).Where(f => f.ErstmalsAufgenommenAm <= bereich.Bis
            && ((f.AbgeschlossenAm ?? f.BeendetAm) == null || (f.AbgeschlossenAm ?? f.BeendetAm) >= bereich.Von));

    /// <summary>One page of keys after the last one seen.</summary>
    public static IQueryable<FallRow> Page(FallWorkflowDbContext context, Statistikbereich bereich, string nach, int groesse) =>
        ImBestand(context, bereich).Where(f => f.Nummer.CompareTo(nach) > 0).OrderBy(f => f.Nummer).Take(groesse);

    public static IQueryable<EintragRow> Eintraege(FallWorkflowDbContext context, IReadOnlyList<Guid> faelle) =>
        context.Set<EintragRow>().AsNoTracking().Where(e => faelle.Contains(e.FallId) && Arten.Contains(e.Art));

    public static IQueryable<Zaehlung> Bestand(FallWorkflowDbContext context, Statistikbereich bereich) =>
        Fallbereich.Of(context, bereich.BueroId, bereich.TeamId).Where(f => f.ErstmalsAufgenommenAm != null)
            .GroupBy(_ => 1)
            .Select(g => new Zaehlung
            {
                Anfang = g.Count(f => f.ErstmalsAufgenommenAm < bereich.Von
                    && ((f.AbgeschlossenAm ?? f.BeendetAm) == null || (f.AbgeschlossenAm ?? f.BeendetAm) >= bereich.Von)),
                Zugaenge = g.Count(f => f.ErstmalsAufgenommenAm >= bereich.Von && f.ErstmalsAufgenommenAm <= bereich.Bis),
                Abgaenge = g.Count(f => f.ErstmalsAufgenommenAm <= bereich.Bis
                    && (f.AbgeschlossenAm ?? f.BeendetAm) >= bereich.Von && (f.AbgeschlossenAm ?? f.BeendetAm) <= bereich.Bis),
            });

    public static IQueryable<Standzahl> Fallzahlen(FallWorkflowDbContext context, string bueroId) =>
        context.Set<FallRow>().AsNoTracking()
            .Where(f => f.BueroId == bueroId && f.FallmanagerId != null && (f.Status == Fallstatus.Laufend || f.Status == Fallstatus.Nachbetreuung))
            .GroupBy(f => new { f.FallmanagerId, f.Status })
            .Select(g => new Standzahl { FallmanagerId = g.Key.FallmanagerId!, Status = g.Key.Status, Anzahl = g.Count() });
}

internal sealed class Zaehlung
{
    public required int Anfang { get; init; }

    public required int Zugaenge { get; init; }

    public required int Abgaenge { get; init; }
}

internal sealed class Standzahl
{
    public required string FallmanagerId { get; init; }

    public required Fallstatus Status { get; init; }

    public required int Anzahl { get; init; }
}
