using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Web.Formulare;

/// <summary>The order in which forms are offered: by phase, and within it as work goes.</summary>
internal static class Formularordnung
{
    /// <summary>Facts that have pages of their own.</summary>
    public static IReadOnlySet<string> EigeneSeite { get; } = new HashSet<string>(["Uebergeben", "AusAltverfahrenUebernommen"], StringComparer.Ordinal);

    public static IReadOnlyList<(string Gruppe, IReadOnlyList<string> Arten)> Gruppen { get; } =
    [
        ("Uebergabe", ["UebergabeAngenommen", "UebergabeNachgefragt", "NachfrageBeantwortet", "UebergabeAbgelehnt", "RueckspracheVerlangt", "RueckspracheGefuehrt", "RueckgabeBestaetigt"]),
        ("Einstieg", ["ZugangGeprueft", "ErstgespraechGefuehrt", "KlientEntschieden", "KontraktGeschlossen", "FallAufgenommen", "NichtAufgenommen", "GespraechFortgesetzt", "VorkontaktGehalten", "VorkontaktBeendet"]),
        ("Assessment", ["AssessmentGespeichert", "AssessmentAbgeschlossen", "NeuassessmentBegonnen", "EinschaetzungFestgehalten", "SichtweiseFestgehalten", "MitgliedEinbezogen", "MitgliedEntlassen"]),
        ("Planung", ["ZielVereinbart", "ZielVerschoben", "ZielAbgeschlossen", "PlanVereinbart", "PlanUeberprueft"]),
        ("Umsetzung", ["TerminVereinbart", "TerminVerschoben", "TerminAbgesagt", "EinladungVersandt", "TerminerinnerungGewuenscht", "TerminerinnerungWiderrufen", "KontaktGehalten", "KontaktAusgefallen", "EintraegeBesprochen", "AssistenzGeleistet", "RhythmusGeaendert", "PauseBegonnen", "PauseGeaendert", "NotfallGemeldet", "NotfallVersorgt"]),
        ("Zuweisung", ["ZuweisungVereinbart", "ZuweisungAngenommen", "ZuweisungAbgelehnt", "RueckfrageGestellt", "RueckfrageBeantwortet", "ZuweisungBegonnen", "VerlaufGemeldet", "ProblemGemeldet", "ZuweisungBeendet", "ErgebnisUebernommen", "ZuweisungZurueckgezogen", "EinwilligungWiderrufen"]),
        ("Steuerung", ["KlientZurLeistungBefragt", "TraegerZurLeistungBefragt", "MonitoringVereinbart", "LeistungsketteGebildet", "LeistungsketteAbgestimmt", "LeistungsketteBeendet", "FallfuehrungUebertragen", "FallfuehrungBerichtet", "FallfuehrungZurueckgenommen", "BeschaeftigungBegonnen", "EignungGeprueft", "BeschaeftigungBeendet", "AngebotFehlt", "AngebotGefunden"]),
        ("Beteiligte", ["FallkonferenzVereinbart", "FallkonferenzGehalten", "FallkonferenzAbgesagt", "BeschlussUmgesetzt", "LeistungsfrageGestellt", "LeistungsfrageBeantwortet", "ArbeitgeberBeteiligt", "ArbeitgeberRueckmeldung"]),
        ("Abschluss", ["DauerVerlaengert", "DauerEndeBeschlossen", "RueckgabeErklaert", "FallAbgeschlossen", "FallBeendet", "FallWiederAufgenommen"]),
        ("Sonstiges", ["AbweichungBegruendet", "AbweichungFreigegeben", "AbweichungAbgelehnt", "DokumentAbgelegt", "DokumentFreigegeben", "DokumentfreigabeZurueckgenommen", "DokumentEntfernt", "AuskunftErteilt", "BeratungFreigegeben", "BeratungBeendet", "FallmanagerGewechselt", "PhaseGewechselt", "AufbewahrungsfristFestgelegt"]),
    ];

    /// <summary>Facts that a role may record by hand, in order; what no group names comes under the last one.</summary>
    public static IEnumerable<(string Gruppe, IReadOnlyList<TatsachenArt> Arten)> For(string rolle)
    {
        var alle = TatsachenKatalog.Alle.Where(a => a.Rollen.Contains(rolle) && !EigeneSeite.Contains(a.Name)).ToDictionary(a => a.Name);
        var benannt = Gruppen.SelectMany(g => g.Arten).ToHashSet(StringComparer.Ordinal);
        foreach (var (gruppe, arten) in Gruppen)
        {
            var namen = gruppe == Gruppen[^1].Gruppe ? arten.Concat(alle.Keys.Where(k => !benannt.Contains(k))) : arten;
            if (namen.Where(alle.ContainsKey).Select(n => alle[n]).ToList() is { Count: > 0 } vorhanden)
                yield return (gruppe, vorhanden);
        }
    }
}
