using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;
using static FallWorkflow.Domain.Tests.Akte.Beispiele;

namespace FallWorkflow.Domain.Tests.Akte;

/// <summary>Every rule of the domain, broken once and satisfied once by the same fact in another Fall.</summary>
public class WhenARuleIsChecked
{
    private sealed record Probe(Func<Fall> Verletzt, Func<Fall> Eingehalten, Tatsache Tatsache, string Quelle, string Am = "2027-10-04")
    {
        /// <summary>The fact that satisfies the rule, where it is the fact and not the Fall that decides.</summary>
        public Func<Fall, Tatsache>? Richtig { get; init; }
    }

    private static readonly Dictionary<string, Probe> Proben = new(StringComparer.Ordinal)
    {
        ["UebergabeNurEinmal"] = new(Angefragt, Neu, Of<Uebergeben>(), "R06"),
        ["UeberAufnahmeDarfNochNichtEntschiedenSein"] = new(Abgewiesen, Angefragt, Of<UebergabeAngenommen>(), "R16"),
        ["UebergabeDarfNochNichtAngenommenSein"] = new(Angenommen, Angefragt, Of<UebergabeNachgefragt>(), "R07"),
        ["UebergabeMussAngenommenSein"] = new(Angefragt, Angenommen, Of<NichtAufgenommen>(), "R07"),
        ["RueckspracheMussVerlangtSein"] = new(Angefragt, () => Angefragt().With<RueckspracheVerlangt>(), Of<RueckspracheGefuehrt>(), "R06"),
        ["RueckspracheMussGefuehrtSein"] = new(
            () => Angefragt().With<RueckspracheVerlangt>(), () => Angefragt().With<RueckspracheVerlangt>().With<RueckspracheGefuehrt>(), Of<UebergabeAngenommen>(), "R06"),
        ["RueckspracheImLaufendenVorgang"] = new(Beendet, Abgewiesen, Of<RueckspracheVerlangt>(), "R06"),
        ["ErstgespraechMussGefuehrtSein"] = new(() => Angenommen().With<KlientEntschieden>(), Beraten, Of<FallAufgenommen>(), "R11"),
        ["KlientMussSichEntschiedenHaben"] = new(() => Beraten().With(new KlientEntschieden(false)), Beraten, Of<FallAufgenommen>(), "R03"),
        ["LebensumstaendeMuessenGewuenschtSein"] = new(
            () => Beraten().With(Of<ErstgespraechGefuehrt>() with { LebensumstaendeGewuenscht = false }), Beraten, Of<FallAufgenommen>(), "R13"),
        ["ZugangMussGeprueftSein"] = new(
            () => Angefragt().With<UebergabeAngenommen>().With<ErstgespraechGefuehrt>().With<KlientEntschieden>(), Beraten, Of<FallAufgenommen>(), "R01"),
        ["ZugangskriterienMuessenErfuelltSein"] = new(() => Beraten().With(new ZugangBewertet(false, "Keine", 1)), Beraten, Of<FallAufgenommen>(), "R01"),
        ["RueckgabeMussErklaertSein"] = new(Laufend, () => Laufend().With<RueckgabeErklaert>(), Of<RueckgabeBestaetigt>(), "R08"),
        ["RueckgabeDarfNichtErklaertSein"] = new(() => Laufend().With<RueckgabeErklaert>(), Laufend, Of<RueckgabeErklaert>(), "R08"),
        ["FallMussLaufen"] = new(Beraten, Laufend, Of<RhythmusGeaendert>(), "R72"),
        ["FallMussAufgenommenSein"] = new(Beraten, Laufend, Of<KontaktGehalten>(), "R48"),
        ["FallDarfNichtBeendetSein"] = new(Beendet, Nachbetreut, Of<KontaktGehalten>(), "R75"),
        ["FallMussInNachbetreuungSein"] = new(Laufend, Nachbetreut, Of<FallWiederAufgenommen>(), "R74"),
        ["ZielMussNeuSein"] = new(MitZiel, Laufend, Of<ZielVereinbart>() with { Bis = Day("2027-12-31") }, "R32"),
        ["ZielMussBestehen"] = new(Laufend, MitZiel, Of<ZielVerschoben>(), "R31", "2027-06-01"),
        ["ZielMussOffenSein"] = new(() => MitZiel().With<ZielAbgeschlossen>("2027-05-03"), MitZiel, Of<ZielVerschoben>(), "R31", "2027-06-01"),
        ["UebergeordnetesZielMussBestehen"] = new(
            Laufend, MitZiel, Of<ZielVereinbart>() with { ZielId = "g2", Ebene = Zielebene.Schritt, UebergeordnetesZiel = "g1" }, "R29", "2027-03-01"),
        ["UebergeordnetesZielDarfNichtKleinerSein"] = new(
            () => Laufend().With(Of<ZielVereinbart>() with { Ebene = Zielebene.Schritt }, "2027-02-01"),
            () => Laufend().With(Of<ZielVereinbart>() with { Ebene = Zielebene.Etappenziel }, "2027-02-01"),
            Of<ZielVereinbart>() with { ZielId = "g2", Ebene = Zielebene.Etappenziel, UebergeordnetesZiel = "g1" }, "R29", "2027-03-01"),
        ["ZeitrahmenMussInDerZukunftLiegen"] = new(
            Laufend, () => Laufend().With<KontaktGehalten>(), Of<ZielVereinbart>() with { Bis = Day("2027-03-01") }, "R30", "2027-03-01"),
        ["UeberschrittenesZielBrauchtBegruendung"] = new(
            MitZiel, () => MitZiel().With<ZielVerschoben>("2027-06-01").With(new ZielVerschoben("g1", Day("2027-12-01"), "noch einmal"), "2027-09-01"), Of<ZielAbgeschlossen>(), "R31"),
        ["PlanMussVereinbartSein"] = new(Laufend, () => Laufend().With<PlanVereinbart>(), Of<PlanUeberprueft>(), "R42"),
        ["PlanschritteMuessenZielenDienen"] = new(
            Laufend, MitZiel, Of<PlanVereinbart>() with { Schritte = [new("Brief", Verantwortung.Klient, Schrittthema.Finanzen, ZielId: "g1")] }, "R33"),
        ["PauseMussNeuSein"] = new(() => Laufend().With<PauseBegonnen>(), Laufend, Of<PauseBegonnen>(), "Fristen"),
        ["PauseMussBestehen"] = new(Laufend, () => Laufend().With<PauseBegonnen>(), Of<PauseGeaendert>(), "Fristen"),
        ["NotfallMussOffenSein"] = new(Laufend, () => Laufend().With<NotfallGemeldet>(), Of<NotfallVersorgt>(), "R28"),
        ["ZuweisungMussNeuSein"] = new(Zugewiesen, Laufend, Of<ZuweisungVereinbart>(), "R56"),
        ["ZuweisungMussOffenSein"] = new(Geleistet, Zugesagt, Of<ZuweisungZurueckgezogen>(), "R58"),
        ["ZuweisungMussAufAntwortWarten"] = new(Zugewiesen, Gesendet, Of<ZuweisungAngenommen>(), "R58"),
        ["RueckfrageMussOffenSein"] = new(Gesendet, () => Gesendet().With<RueckfrageGestellt>("2027-03-17"), Of<RueckfrageBeantwortet>(), "R58"),
        ["ZuweisungMussAngenommenSein"] = new(Gesendet, Zugesagt, Of<VerlaufGemeldet>(), "R59"),
        ["ZuweisungMussBeendetSein"] = new(Zugesagt, Geleistet, Of<ErgebnisUebernommen>(), "R61"),
        ["WiderrufMussOffeneZuweisungTreffen"] = new(Geleistet, Gesendet, Of<EinwilligungWiderrufen>(), "R03"),
        ["UebergabeMussErfolgtSein"] = new(Vorgemerkt, Angefragt, Of<UebergabeAngenommen>(), "R06"),
        ["FallDarfNochNichtAufgenommenSein"] = new(Laufend, Angefragt, Of<VorkontaktGehalten>(), "R17"),
        ["VorkontaktMussOffenSein"] = new(Angefragt, Vorgemerkt, Of<VorkontaktBeendet>(), "R17"),
        ["VorkontaktEndetNachDemGespraech"] = new(Vorgemerkt, () => Neu().With<VorkontaktGehalten>("2026-12-01"), Of<VorkontaktBeendet>(), "R17", "2026-12-15"),
        ["VorkontaktDarfNichtBeendetSein"] = new(() => Vorgemerkt().With<VorkontaktBeendet>(), Vorgemerkt, Of<Uebergeben>(), "R17"),
        ["LeistungenMuessenZuweisungenSein"] = new(Laufend, Zugewiesen, Of<NeuassessmentBegonnen>() with { ZuweisungIds = ["z1"] }, "R22"),
        ["GemeinsamesDarfNichtInDerZukunftLiegen"] = new(Laufend, Laufend, Gemeinsam("2027-12-31"), "R23") { Richtig = _ => Gemeinsam("2027-12-30") },
        ["BesprochenesMussBestehen"] = new(Laufend, Laufend, Of<EintraegeBesprochen>(), "R24") { Richtig = f => new EintraegeBesprochen([f.Akte[0].Id]) },
        ["MitgliedMussNeuSein"] = new(() => Laufend().With<MitgliedEinbezogen>(), Laufend, Of<MitgliedEinbezogen>(), "R27"),
        ["MitgliedMussEinbezogenSein"] = new(Laufend, () => Laufend().With<MitgliedEinbezogen>(), Of<MitgliedEntlassen>(), "R27"),
        ["RechtsgrundlageMussGelten"] = new(Frueher, Frueher, Of<ZuweisungVereinbart>() with { Rechtsgrundlage = "§ 16k SGB II" }, "R46", "2021-03-01")
        {
            Richtig = _ => Of<ZuweisungVereinbart>(),
        },
        ["AngebotMussZielenDienen"] = new(Laufend, MitZiel, Of<ZuweisungVereinbart>() with { ZielIds = ["g1"] }, "R81"),
        ["UebergabegespraechMussGefuehrtSein"] = new(Laufend, Laufend, new FallmanagerGewechselt("fm-2", "Elternzeit"), "R55") { Richtig = _ => Of<FallmanagerGewechselt>() },
        ["ErgebnisseMuessenUebernommenSein"] = new(Geleistet, () => Geleistet().With<ErgebnisUebernommen>("2027-05-10"), Of<FallAbgeschlossen>(), "R61"),
        ["StrangMussNeuSein"] = new(() => Laufend().With<LeistungsfrageGestellt>(), Laufend, Of<LeistungsfrageGestellt>(), "R64"),
        ["StrangMussOffenSein"] = new(
            () => Laufend().With<BeschaeftigungBegonnen>().With<BeschaeftigungBeendet>(), () => Laufend().With<BeschaeftigungBegonnen>(), Of<BeschaeftigungBeendet>(), "R66"),
        ["KettengliederMuessenZugewiesenSein"] = new(Zugesagt, ZweiLeistungen, Of<LeistungsketteGebildet>(), "R62"),
        ["SchrittMussImPlanStehen"] = new(Laufend, () => Laufend().With<PlanVereinbart>(), Of<ArbeitgeberBeteiligt>(), "R67"),
        ["FallfuehrungMussFreiSein"] = new(Gefuehrt, Zugesagt, Of<FallfuehrungUebertragen>(), "R65"),
        ["FallfuehrungMussUebertragenSein"] = new(Zugesagt, Gefuehrt, Of<FallfuehrungBerichtet>(), "R65"),
        ["AntragMussOffenSein"] = new(
            () => Beantragt("fm-2").With<AbweichungAbgelehnt>(), () => Beantragt("fm-2"), Of<AbweichungFreigegeben>(), "R86"),
        ["FreigabeBrauchtZweitePerson"] = new(() => Beantragt("fm-1"), () => Beantragt("fm-2"), Of<AbweichungFreigegeben>(), "R86"),
        ["DurchgesehenesMussBestehen"] = new(Laufend, Laufend, Of<BeratungFreigegeben>(), "R83") { Richtig = f => new BeratungFreigegeben("Was nun?", [f.Akte[0].Id]) },
        ["DokumentMussNeuSein"] = new(() => Laufend().With<DokumentAbgelegt>(), Laufend, Of<DokumentAbgelegt>(), "R25"),
        ["DokumentMussVorhandenSein"] = new(
            () => Laufend().With<DokumentAbgelegt>().With<DokumentEntfernt>(), () => Laufend().With<DokumentAbgelegt>(), Of<DokumentEntfernt>(), "R25"),
        ["DokumentDarfNichtAusDerZukunftSein"] = new(Laufend, Laufend, Of<DokumentAbgelegt>() with { DatiertAm = Day("2027-12-31") }, "R25")
        {
            Richtig = _ => Of<DokumentAbgelegt>() with { DatiertAm = Day("2027-12-30") },
        },
        ["ZugehoerigesMussBestehen"] = new(Laufend, Laufend, Of<DokumentAbgelegt>() with { GehoertZu = Guid.Empty }, "R25")
        {
            Richtig = f => Of<DokumentAbgelegt>() with { GehoertZu = f.Last<ErstgespraechGefuehrt>().Id },
        },
        ["DokumentDarfNurKlientBetreffen"] = new(
            () => Zugesagt().With(Of<DokumentAbgelegt>() with { Betrifft = Personenbezug.AuchAndere }, "2027-03-22"),
            () => Zugesagt().With(Of<DokumentAbgelegt>() with { Betrifft = Personenbezug.NurKlient }, "2027-03-22"), Of<DokumentFreigegeben>(), "R89"),
        ["DokumentfreigabeMussBestehen"] = new(
            Zugesagt, () => Zugesagt().With(Of<DokumentAbgelegt>() with { Betrifft = Personenbezug.NurKlient }, "2027-03-22").With<DokumentFreigegeben>("2027-03-22"),
            Of<DokumentfreigabeZurueckgenommen>(), "R57"),
        ["TerminMussNeuSein"] = new(MitTermin, Laufend, Of<TerminVereinbart>(), "R48"),
        ["TerminMussOffenSein"] = new(() => MitTermin().With<TerminAbgesagt>("2027-03-02"), MitTermin, Of<TerminVerschoben>(), "R50"),
        ["TerminMussNachVereinbarungLiegen"] = new(Laufend, Laufend, Of<TerminVereinbart>() with { Am = Day("2027-10-03") }, "R48") { Richtig = _ => Of<TerminVereinbart>() with { Am = Day("2027-10-04") } },
        ["TerminMussErreichtSein"] = new(MitTermin, () => MitTermin().With(Of<TerminVerschoben>() with { Am = Day("2027-10-04") }, "2027-03-02"), new KontaktAusgefallen("verschlafen", "t1"), "R50"),
        ["EinladungBrauchtTermin"] = new(Laufend, MitTermin, Of<EinladungVersandt>(), "R50"),
        ["TerminBrauchtOrt"] = new(
            () => Laufend().With(Of<TerminVereinbart>() with { Form = Kontaktform.Telefon, Ort = null }, "2027-03-01"), MitTermin, Of<TerminVerschoben>() with { Form = Kontaktform.Buero, Ort = null }, "R51"),
        ["AusfallVorAufnahmeBrauchtTermin"] = new(Beraten, () => Beraten().With(Of<TerminVereinbart>() with { Am = Day("2027-10-04") }), new KontaktAusgefallen("verschlafen"), "R50")
        {
            Richtig = _ => new KontaktAusgefallen("verschlafen", "t1"),
        },
        ["TerminerinnerungMussGewuenschtSein"] = new(Laufend, () => Laufend().With<TerminerinnerungGewuenscht>(), Of<TerminerinnerungWiderrufen>(), "R88"),
        ["MitgliedMussBekanntSein"] = new(
            Laufend, () => Laufend().With<MitgliedEinbezogen>(), Of<AuskunftErteilt>() with { MitgliedId = Of<MitgliedEinbezogen>().MitgliedId }, "R89"),
    };

    public static TheoryData<string> Namen => [.. Proben.Keys];

    private static AssessmentGespeichert Gemeinsam(string am) => Of<AssessmentGespeichert>() with { Bereiche = [new(Lebensbereich.Gesundheit, "x", "y", GemeinsamAm: Day(am))] };

    private static Fall Beantragt(string von)
    {
        var fall = Laufend();
        fall.Take(Of<AbweichungBeantragt>(), von: von);
        return fall;
    }

    /// <summary>A Fall from before § 16k SGB II applied.</summary>
    private static Fall Frueher() => Neu().With<Uebergeben>("2021-01-11").With<ZugangBewertet>("2021-01-11").With<UebergabeAngenommen>("2021-01-12")
        .With<ErstgespraechGefuehrt>("2021-01-18").With<KlientEntschieden>("2021-01-18").With<FallAufgenommen>("2021-01-18");

    [Theory]
    [MemberData(nameof(Namen))]
    public void A_broken_one_refuses_the_fact_and_nothing_is_kept(string regel)
    {
        var probe = Proben[regel];
        var fall = probe.Verletzt();
        var vorher = fall.Akte.Count;

        var verletzt = Should.Throw<RuleBrokenException>(() => fall.Take(probe.Tatsache, probe.Am));

        verletzt.Regel.GetType().Name.ShouldBe(regel);
        verletzt.Regel.Quelle.ShouldBe(probe.Quelle);
        verletzt.Message.ShouldBe(Meldung.Of(regel));
        fall.Akte.Count.ShouldBe(vorher);
    }

    [Theory]
    [MemberData(nameof(Namen))]
    public void A_satisfied_one_lets_the_fact_into_the_record(string regel)
    {
        var probe = Proben[regel];
        var am = regel == "ZeitrahmenMussInDerZukunftLiegen" ? "2027-02-26" : probe.Am;
        var fall = probe.Eingehalten();
        var tatsache = probe.Richtig?.Invoke(fall) ?? probe.Tatsache;
        fall.Take(tatsache, am)[0].Tatsache.ShouldBe(tatsache);
    }

    [Fact]
    public void None_is_left_out() =>
        Proben.Keys.Order(StringComparer.Ordinal).ShouldBe(
            typeof(IRegel).Assembly.GetTypes().Where(t => t.IsClass && t.Namespace == typeof(IRegel).Namespace && t.IsAssignableTo(typeof(IRegel))).Select(t => t.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("ZugangskriterienMuessenErfuelltSein")]
    [InlineData("ErgebnisseMuessenUebernommenSein")]
    [InlineData("UebergabegespraechMussGefuehrtSein")]
    [InlineData("RueckgabeDarfNichtErklaertSein")]
    public void One_that_may_be_departed_from_yields_to_a_reason_which_is_kept(string regel)
    {
        var probe = Proben[regel];
        probe.Verletzt().Take(probe.Tatsache, probe.Am, "Die Teamleitung weiß davon.")[0].Begruendung.ShouldBe("Die Teamleitung weiß davon.");
    }

    [Fact]
    public void All_others_do_not_yield_to_a_reason()
    {
        foreach (var (regel, probe) in Proben.Where(p => p.Key is not ("ZugangskriterienMuessenErfuelltSein" or "ErgebnisseMuessenUebernommenSein" or "UebergabegespraechMussGefuehrtSein" or "RueckgabeDarfNichtErklaertSein")))
            Should.Throw<RuleBrokenException>(() => probe.Verletzt().Take(probe.Tatsache, probe.Am, "trotzdem")).Regel.GetType().Name.ShouldBe(regel);
    }

    [Fact]
    public void An_unanswered_question_about_the_own_wish_is_no_yes() =>
        Should.Throw<RuleBrokenException>(() => Angenommen().With<ErstgespraechGefuehrt>().With<FallAufgenommen>())
            .Regel.GetType().Name.ShouldBe("KlientMussSichEntschiedenHaben");

    [Fact]
    public void Not_wanting_to_talk_about_life_leaves_the_way_back_open() =>
        Beraten().With(Of<ErstgespraechGefuehrt>() with { LebensumstaendeGewuenscht = false }).With<NichtAufgenommen>().Status.ShouldBe(Fallstatus.NichtAufgenommen);
}
