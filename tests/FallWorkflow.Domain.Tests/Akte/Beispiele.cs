using System.Globalization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Domain.Tests.Akte;

/// <summary>One valid example of every fact, and a Fall in each of its states.</summary>
internal static class Beispiele
{
    public static readonly DateOnly Heute = Day("2027-12-30");

    private static readonly Handlungsbedarf[] Bedarfe =
        [new(Bedarfsbereich.Gesundheit, "Sucht"), new(Bedarfsbereich.Finanzen, "Schulden"), new(Bedarfsbereich.Wohnen, "Kündigung")];

    private static readonly Bereichsbild[] Bereiche =
        [.. Enum.GetValues<Lebensbereich>().Select(b => new Bereichsbild(b, "Probleme", "Ressourcen", GemeinsamAm: Day("2027-02-01"), Skala: 3))];

    private static readonly Einschaetzung[] Werte = [new(Lebensbereich.Gesundheit, 2)];

    public static IReadOnlyDictionary<string, Tatsache> Alle { get; } = new Tatsache[]
    {
        new AbweichungAbgelehnt("antrag-1", "erst im Team besprechen"),
        new AbweichungBeantragt("antrag-1", "RhythmusGeaendert", "RhythmusGeaendert", """{"wochen":2,"begruendung":"Krise"}""", "Krise"),
        new AbweichungBegruendet("Kontaktfenster", "Klinikaufenthalt"),
        new AbweichungFreigegeben("antrag-1", "nachvollziehbar"),
        new AngebotFehlt("a1", new(Angebotsart.Therapie, "Nürnberg-Süd", Day("2027-01-04"), "Wartezeit über ein Jahr")),
        new AngebotGefunden("a1", "Platz in Fürth"),
        new ArbeitgeberBeteiligt("ag1", "Brief schreiben", "Bäckerei Süß", "Frau Öz", "drei Tage Erprobung", true, Day("2027-04-30")),
        new ArbeitgeberRueckmeldung("ag1", "pünktlich und freundlich"),
        new AssessmentAbgeschlossen(
            Bereiche, "Hausärztin", [new("Hausärztin", "Behandlung", Hilfeart.Formell, "2020")], Einbezogen: ["Schwester"], BildungUndTeilhabe: Bildungsteilhabe.WirdGenutzt),
        new AssessmentGespeichert([Bereiche[0]], "Hausärztin", [new("Schwester", "Kinderbetreuung", Hilfeart.Informell)]),
        new AssistenzGeleistet(Assistenzart.Begleiten, "zum Amtsgericht", true),
        new AufbewahrungBegonnen(),
        new AufbewahrungsfristFestgelegt("60 Monate"),
        new AusAltverfahrenUebernommen("Altverfahren", "A-17", Phase.Umsetzung, Day("2027-01-13"), "if-1", "ruft lieber an"),
        new AuskunftErteilt(Auskunftsform.Papier, "die Klientin persönlich"),
        new BeratungBeendet("eine Pause anbieten"),
        new BeratungFreigegeben("Wie kann es weitergehen?", [new("00000000-0000-0000-0000-000000000009")]),
        new BeschaeftigungBeendet("b1", Beschaeftigungsende.Gesundheit),
        new BeschaeftigungBegonnen("b1", Beschaeftigungsfoerderung.Teilhabe16i, "Stadtgärtnerei", "Stelle im Team", "arbeitet gern draußen", "6 Wochen"),
        new BeschlussGefasst("k1-1", "k1", "Wohnung suchen", Teilnehmerart.Teamleitung, "Teamleitung Süd", Day("2027-03-31")),
        new BeschlussUmgesetzt("k1-1", "Besichtigung vereinbart"),
        new DauerEndeBeschlossen("Ziele erreicht"),
        new DauerVerlaengert(6, "Kurs läuft noch"),
        new DokumentAbgelegt(
            "d1", Dokumentart.Zeugnis, "Abschlusszeugnis", "Zeugnis.pdf", Dokumentherkunft.Traeger, Personenbezug.NurKlient, Dokumentsicht.Teamleitung, "Bildungswerk", Day("2026-07-01"),
            "application/pdf", 1234, new string('a', 64), Schadsoftwarepruefung.OhneBefund),
        new DokumentEntfernt("d1", "versehentlich doppelt"),
        new EignungGeprueft("b1", Passung.PasstTeilweise, "Stelle im Team", "schwere Kisten"),
        new EinschaetzungFestgehalten(Werte, "Zwischenstand"),
        new EintraegeBesprochen([new("00000000-0000-0000-0000-000000000009")], "im Erstgespräch"),
        new EinwilligungWiderrufen("z1", "möchte nicht mehr"),
        new DokumentFreigegeben("d1", "z1", true),
        new DokumentfreigabeZurueckgenommen("d1", "z1", "anders überlegt"),
        new EinladungVersandt("t1", Zustellweg.Post, "an die Anschrift der Schwester"),
        new ErgebnisUebernommen("z1", Ergebnisweg.Ziel, "Ziel erreicht"),
        new ErstgespraechGefuehrt(
            Kontaktform.Buero, [.. Enum.GetValues<Agendapunkt>().Select(p => new AgendaErgebnis(p, true))], Enum.GetValues<Aufklaerungsthema>(), "2026-1", true, "Erstes Bild"),
        new FallAbgeschlossen("besser", "erreicht", "Gespräche", "Wohnung", "vorhanden", true, Werte, "6 Monate", [new(Angebotsart.Kinderbetreuung, "Nürnberg-Süd", Day("2027-01-04"))]),
        new FallfuehrungBerichtet("z1", 4, "stabil", "Umzug begleiten"),
        new FallfuehrungUebertragen("z1", "Begleitung im Alltag", "Herr Beispiel", true, "2 Monate"),
        new FallfuehrungZurueckgenommen("z1", "Hilfe ist beendet"),
        new FallkonferenzAbgesagt("k1", "Einverständnis zurückgenommen"),
        new FallkonferenzGehalten("k1", [new(Teilnehmerart.Klient, "Ada Muster"), new(Teilnehmerart.Arbeitgeber, "Bäckerei Süß")], "abgestimmt", [new("Wohnung suchen", Teilnehmerart.Teamleitung, "Teamleitung Süd", Day("2027-03-31"))]),
        new FallkonferenzVereinbart("k1", "Wohnung und Arbeit", Day("2027-03-01"), [new(Teilnehmerart.Klient, "Ada Muster")], true),
        new FallAufgenommen("gern"),
        new FallBeendet(Beendigungsgrund.Umzug, "Umzug nach Bremen", true),
        new FallmanagerGewechselt("fm-2", "Elternzeit", Day("2027-01-15")),
        new FallWiederAufgenommen("neue Schulden"),
        new GespraechFortgesetzt("noch unsicher", Day("2027-02-01")),
        new KlientZurLeistungBefragt("z1", "kommt voran", Passung.Passt, "gern dort"),
        new KlientEntschieden(true, "ja"),
        new KontaktAusgefallen("krank"),
        new KontaktGehalten(Kontaktform.Telefon, "Schulden", "Brief schreiben", "Termin"),
        new KontraktGeschlossen("Zusammenarbeit", "pünktlich", "verschwiegen"),
        new MitgliedEinbezogen("m1", "Ben Muster", Einbeziehungsgrund.GemeinsamesThema, "gemeinsame Wohnungssuche"),
        new MitgliedEntlassen("m1", "ausgezogen"),
        new LeistungsfrageBeantwortet("f1", "ja, ab März", "Leistungsabteilung, Frau Groß"),
        new LeistungsfrageGestellt("f1", "Wird die Kaution übernommen?", "3 Werktage"),
        new LeistungsketteAbgestimmt("l1", "Reihenfolge bleibt"),
        new LeistungsketteBeendet("l1", "beide Leistungen greifen"),
        new LeistungsketteGebildet("l1", "Sucht und Schulden", "Frau Anker", [new("z1", "Bericht an die Beratung"), new("z2")], "6 Wochen"),
        new MonitoringVereinbart("z1", "4 Wochen", "am Anfang enger"),
        new NachbetreuungBeendet(),
        new NachfrageBeantwortet("ja, drei Bedarfe"),
        new NeuassessmentBegonnen("Trennung"),
        new NichtAufgenommen("nicht erfüllt", "Regelvermittlung", Day("2027-02-01")),
        new NotfallGemeldet("n1", "Stromsperre", "Anruf beim Versorger"),
        new NotfallVersorgt("n1", "Strom ist an"),
        new PauseBegonnen("p1", Day("2027-03-01"), Day("2027-03-19"), "Krankenhaus"),
        new PauseGeaendert("p1", Day("2027-03-25"), "länger krank"),
        new PhaseGewechselt(Phase.Planung),
        new PlanUeberprueft(Ueberpruefungsergebnis.Weiterfuehren, "läuft", Werte, "3 Monate"),
        new PlanVereinbart(["Klientin", "Fallmanagement"], [new("Brief schreiben", Verantwortung.Klient, Schrittthema.Finanzen, true, Bis: Day("2027-03-01"))], "Gespräch", "3 Monate"),
        new ProblemGemeldet("z1", "Termin versäumt"),
        new RhythmusGeaendert(2, "Krise"),
        new RueckfrageBeantwortet("z1", "ja"),
        new RueckfrageGestellt("z1", "Termin am Vormittag?"),
        new RueckgabeBestaetigt("übernommen"),
        new RueckgabeErklaert("Ziele erreicht", "alle", "keine"),
        new RueckspracheVerlangt(Seite.Vermittlung, "Vorgeschichte"),
        new RueckspracheGefuehrt("Lage geklärt"),
        new SichtweiseFestgehalten("Arbeitsfähigkeit", Sichtseite.Klient, "Drei Stunden am Tag gehen."),
        new TerminAbgesagt("t1", Absageseite.Klient, "kann an dem Tag nicht"),
        new TerminerinnerungGewuenscht("ada.muster@example.org", true),
        new TerminerinnerungWiderrufen("reicht jetzt"),
        new TerminVereinbart("t1", Day("2027-11-03"), new(10, 0), 45, Kontaktform.Buero, Terminzweck.Gespraech, "Zimmer 204", "Ihre Post vom Amt", [new(Teilnehmerart.Angehoerige, "Schwester")]),
        new TerminVerschoben("t1", Day("2027-11-05"), new(14, 30), "Kind ist krank", 30, Kontaktform.Telefon, "0911 1"),
        new TraegerZurLeistungBefragt("z1", "nimmt teil", Passung.PasstTeilweise),
        new UebergangFaellig("l1", "z1"),
        new UebergabeAbgelehnt("nicht zuständig", "Regelvermittlung", Day("2027-02-01")),
        new UebergabeAngenommen("fm-1", "gern"),
        new UebergabeNachgefragt("Welche Bedarfe?"),
        new Uebergeben(new("Ada", "Muster", Day("1990-05-01"), "0151 0", "Am Weg 1"), Bedarfe, true, "will sich ändern", "Frauenhaus"),
        new VorkontaktBeendet("kommt nicht mehr"),
        new VorkontaktGehalten("Tagestreff", "Post vom Amt", "Ada", "wiederkommen"),
        new VerlaufGemeldet("z1", "dritte Sitzung"),
        new ZielAbgeschlossen("g1", Zielergebnis.Erreicht),
        new ZielVereinbart("g1", "schuldenfrei", Zielebene.Richtungsziel, "keine Mahnung mehr", Day("2027-06-30"), Bedarf: Lebensbereich.MaterielleSituation, Ressourcen: "Schwester hilft", Umweg: true),
        new ZielVerschoben("g1", Day("2027-09-30"), "Termin fiel aus"),
        new ZugangBewertet(true, "Mehrere Handlungsbedarfe", 1),
        new ZugangGeprueft(Bedarfe, true, "will sich ändern", "Frauenhaus"),
        new ZuweisungAbgelehnt("z1", "kein Platz"),
        new ZuweisungAngenommen("z1", "Herr Beispiel", "ab Montag"),
        new ZuweisungBeendet("z1", Day("2027-05-03"), "abgeschlossen"),
        new ZuweisungBegonnen("z1", Day("2027-04-05"), "erste Sitzung"),
        new ZuweisungGesendet("z1", ["Name"]),
        new ZuweisungVereinbart("z1", "schuldnerberatung", "Schuldnerberatung", "Überblick", true, true, true, true, ["Name", "Telefon"], "5 Werktage", "§ 16a SGB II"),
        new ZuweisungZurueckgezogen("z1", "Widerruf"),
    }.ToDictionary(t => TatsachenKatalog.ArtOf(t).Name, StringComparer.Ordinal);

    public static T Of<T>() where T : Tatsache => Alle.Values.OfType<T>().Single();

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Records a fact and gives the Fall back; on 2027-01-18 unless another day is named.</summary>
    public static Fall With(this Fall fall, Tatsache tatsache, string am = "2027-01-18", string? begruendung = null)
    {
        fall.Take(tatsache, am, begruendung);
        return fall;
    }

    public static Fall With<T>(this Fall fall, string am = "2027-01-18") where T : Tatsache => fall.With(Of<T>(), am);

    public static IReadOnlyList<Eintrag> Take(
        this Fall fall, Tatsache tatsache, string am = "2027-01-18", string? begruendung = null, Guid? berichtigt = null, string von = "fm-1") =>
        fall.Record(tatsache, new(Day(am), Heute, new(Heute, new(9, 0), TimeSpan.Zero), von, begruendung), berichtigt);

    public static Eintrag Last<T>(this Fall fall) where T : Tatsache => fall.Akte.Last(e => e.Tatsache is T);

    /// <summary>The Fall as it comes back from a store.</summary>
    public static Fall Reloaded(this Fall fall) => Fall.Load(fall.Id, fall.Nummer, fall.BueroId, fall.Akte, fall.Version);

    public static Fall Neu() => Fall.Open(new("00000000-0000-0000-0000-000000000001"), "FM-2027-00001", "buero");

    public static Fall Angefragt() => Neu().With<Uebergeben>("2027-01-11");

    public static Fall Angenommen() => Angefragt().With<ZugangBewertet>("2027-01-11").With<UebergabeAngenommen>("2027-01-12");

    public static Fall Beraten() => Angenommen().With<ErstgespraechGefuehrt>().With<KlientEntschieden>();

    public static Fall Laufend() => Beraten().With<FallAufgenommen>();

    public static Fall MitTermin() => Laufend().With<TerminVereinbart>("2027-03-01");

    public static Fall Nachbetreut() => Laufend().With<FallAbgeschlossen>("2027-10-01");

    public static Fall Beendet() => Laufend().With<FallBeendet>("2027-10-01");

    public static Fall Abgewiesen() => Angenommen().With<NichtAufgenommen>();

    public static Fall Vorgemerkt() => Neu().With<VorkontaktGehalten>("2027-01-04");

    public static Fall MitZiel() => Laufend().With<ZielVereinbart>("2027-02-01");

    public static Fall Zugewiesen() => Laufend().With<ZuweisungVereinbart>("2027-03-16");

    public static Fall Gesendet() => Zugewiesen().With<ZuweisungGesendet>("2027-03-16");

    public static Fall Zugesagt() => Gesendet().With<ZuweisungAngenommen>("2027-03-19");

    /// <summary>Two services, accepted by their partners.</summary>
    public static Fall ZweiLeistungen() => Zugesagt().With(Of<ZuweisungVereinbart>() with { ZuweisungId = "z2" }, "2027-03-22");

    public static Fall Gefuehrt() => Zugesagt().With<FallfuehrungUebertragen>("2027-03-22");

    public static Fall Geleistet() => Zugesagt().With<ZuweisungBeendet>("2027-05-03");
}
