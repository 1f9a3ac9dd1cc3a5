using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;
using static FallWorkflow.Domain.Tests.Akte.Beispiele;

namespace FallWorkflow.Domain.Tests.Akte;

/// <summary>A valid fact with one field made wrong; exactly that field is named.</summary>
public class WhenInputIsWrong
{
    private static readonly string Kurz = new('x', 201);
    private static readonly string Lang = new('x', 10_001);

    [Theory]
    [InlineData("Uebergeben", "person.vorname person.nachname fortschrittBegruendung handlungsbedarfe[0].beschreibung")]
    [InlineData("ZugangGeprueft", "fortschrittBegruendung handlungsbedarfe[0].beschreibung")]
    [InlineData("UebergabeAngenommen", "fallmanagerId")]
    [InlineData("UebergabeNachgefragt", "frage")]
    [InlineData("UebergabeAbgelehnt", "begruendung wieGehtEsWeiter")]
    [InlineData("NachfrageBeantwortet", "antwort")]
    [InlineData("RueckspracheVerlangt", "anlass")]
    [InlineData("RueckspracheGefuehrt", "notiz")]
    [InlineData("RueckgabeErklaert", "begruendung zielstand offeneZuweisungen")]
    [InlineData("NichtAufgenommen", "begruendung wieGehtEsWeiter")]
    [InlineData("GespraechFortgesetzt", "begruendung")]
    [InlineData("ErstgespraechGefuehrt", "textfassung")]
    [InlineData("AusAltverfahrenUebernommen", "quelle schluessel")]
    [InlineData("KontraktGeschlossen", "inhalt regelnKlient regelnFallmanagement")]
    [InlineData("AssessmentAbgeschlossen", "bereiche[2].probleme bereiche[4].ressourcen")]
    [InlineData("NeuassessmentBegonnen", "anlass")]
    [InlineData("NotfallGemeldet", "notfallId anlass sofortmassnahme")]
    [InlineData("NotfallVersorgt", "notfallId ergebnis")]
    [InlineData("ZielVereinbart", "zielId bezeichnung messkriterium ressourcen")]
    [InlineData("VorkontaktGehalten", "ort themen")]
    [InlineData("VorkontaktBeendet", "begruendung")]
    [InlineData("MitgliedEinbezogen", "mitgliedId name erlaeuterung")]
    [InlineData("MitgliedEntlassen", "mitgliedId begruendung")]
    [InlineData("SichtweiseFestgehalten", "thema sicht")]
    [InlineData("AssistenzGeleistet", "was")]
    [InlineData("AssessmentGespeichert", "hilfen[0].wer hilfen[0].was")]
    [InlineData("ZielVerschoben", "zielId begruendung")]
    [InlineData("ZielAbgeschlossen", "zielId")]
    [InlineData("PlanVereinbart", "artDerUeberpruefung schritte[0].bezeichnung")]
    [InlineData("PlanUeberprueft", "anmerkung")]
    [InlineData("KontaktGehalten", "themen")]
    [InlineData("KontaktAusgefallen", "grund")]
    [InlineData("RhythmusGeaendert", "begruendung")]
    [InlineData("DauerVerlaengert", "begruendung")]
    [InlineData("DauerEndeBeschlossen", "begruendung")]
    [InlineData("FallmanagerGewechselt", "fallmanagerId begruendung")]
    [InlineData("PauseBegonnen", "pauseId grund")]
    [InlineData("PauseGeaendert", "pauseId begruendung")]
    [InlineData("ZuweisungVereinbart", "zuweisungId traegerId leistung anliegen rechtsgrundlage")]
    [InlineData("ZuweisungGesendet", "zuweisungId")]
    [InlineData("ZuweisungAngenommen", "zuweisungId")]
    [InlineData("ZuweisungAbgelehnt", "zuweisungId begruendung")]
    [InlineData("RueckfrageGestellt", "zuweisungId frage")]
    [InlineData("RueckfrageBeantwortet", "zuweisungId antwort")]
    [InlineData("ZuweisungBegonnen", "zuweisungId")]
    [InlineData("VerlaufGemeldet", "zuweisungId bericht")]
    [InlineData("ProblemGemeldet", "zuweisungId problem")]
    [InlineData("ZuweisungBeendet", "zuweisungId ergebnis")]
    [InlineData("ErgebnisUebernommen", "zuweisungId anmerkung")]
    [InlineData("ZuweisungZurueckgezogen", "zuweisungId")]
    [InlineData("FallAbgeschlossen", "situationDamalsUndHeute zielerreichung wasGeholfenHat verbleibendeSchritte standDerAngebote")]
    [InlineData("FallWiederAufgenommen", "anlass")]
    [InlineData("FallBeendet", "begruendung")]
    [InlineData("EinschaetzungFestgehalten", "anlass")]
    [InlineData("AbweichungBegruendet", "vorgabe begruendung")]
    [InlineData("AufbewahrungsfristFestgelegt", "frist")]
    [InlineData("KlientZurLeistungBefragt", "zuweisungId fortschritt")]
    [InlineData("TraegerZurLeistungBefragt", "zuweisungId fortschritt")]
    [InlineData("MonitoringVereinbart", "zuweisungId abstand begruendung")]
    [InlineData("LeistungsketteGebildet", "ketteId bezeichnung verantwortlich glieder[0].schnittstelle")]
    [InlineData("LeistungsketteAbgestimmt", "ketteId ergebnis")]
    [InlineData("LeistungsketteBeendet", "ketteId ergebnis")]
    [InlineData("FallkonferenzVereinbart", "konferenzId anlass teilnehmende[0].name")]
    [InlineData("FallkonferenzGehalten", "konferenzId ergebnis teilnehmende[1].name beschluesse[0].was beschluesse[0].verantwortlich")]
    [InlineData("FallkonferenzAbgesagt", "konferenzId begruendung")]
    [InlineData("BeschlussUmgesetzt", "beschlussId ergebnis")]
    [InlineData("LeistungsfrageGestellt", "frageId frage")]
    [InlineData("LeistungsfrageBeantwortet", "frageId antwort beantwortetVon")]
    [InlineData("FallfuehrungUebertragen", "zuweisungId auftrag ansprechperson")]
    [InlineData("FallfuehrungBerichtet", "zuweisungId stand naechsteSchritte")]
    [InlineData("FallfuehrungZurueckgenommen", "zuweisungId begruendung")]
    [InlineData("BeschaeftigungBegonnen", "beschaeftigungId arbeitgeber anschlussperspektive eignung")]
    [InlineData("EignungGeprueft", "beschaeftigungId anschlussperspektive")]
    [InlineData("BeschaeftigungBeendet", "beschaeftigungId")]
    [InlineData("ArbeitgeberBeteiligt", "beteiligungId planschritt arbeitgeber ansprechperson beitrag")]
    [InlineData("ArbeitgeberRueckmeldung", "beteiligungId rueckmeldung")]
    [InlineData("AngebotFehlt", "lueckeId angebot.gebiet")]
    [InlineData("AngebotGefunden", "lueckeId wodurch")]
    [InlineData("AuskunftErteilt", "an")]
    [InlineData("DokumentAbgelegt", "dokumentId titel datei")]
    [InlineData("DokumentEntfernt", "dokumentId begruendung")]
    [InlineData("BeratungFreigegeben", "frage")]
    [InlineData("AbweichungFreigegeben", "antragId")]
    [InlineData("AbweichungAbgelehnt", "antragId begruendung")]
    [InlineData("TerminVereinbart", "terminId ort teilnehmende[0].name")]
    [InlineData("TerminVerschoben", "terminId grund")]
    [InlineData("TerminAbgesagt", "terminId grund")]
    [InlineData("EinladungVersandt", "terminId")]
    [InlineData("TerminerinnerungGewuenscht", "eMail")]
    public void A_missing_text_is_named(string tatsache, string felder)
    {
        foreach (var feld in felder.Split(' '))
        {
            Fields(tatsache, feld, "  ").ShouldBe([feld]);
            Fields(tatsache, feld, null).ShouldBe([feld]);
        }
    }

    [Theory]
    [InlineData("Uebergeben", "person.vorname person.nachname person.telefon person.anschrift zielgruppe", true)]
    [InlineData("Uebergeben", "fortschrittBegruendung handlungsbedarfe[1].beschreibung", false)]
    [InlineData("KlientEntschieden", "anmerkung", false)]
    [InlineData("AusAltverfahrenUebernommen", "quelle schluessel integrationsfachkraft", true)]
    [InlineData("AusAltverfahrenUebernommen", "bemerkung", false)]
    [InlineData("FallAufgenommen", "anmerkung", false)]
    [InlineData("RueckgabeBestaetigt", "anmerkung", false)]
    [InlineData("EinwilligungWiderrufen", "anmerkung", false)]
    [InlineData("NichtAufgenommen", "begruendung wieGehtEsWeiter", false)]
    [InlineData("ErstgespraechGefuehrt", "erstbild", false)]
    [InlineData("AssessmentGespeichert", "bereiche[0].probleme bereiche[0].ressourcen", false)]
    [InlineData("KontaktGehalten", "themen vereinbarungen naechsterSchritt", false)]
    [InlineData("ZielVereinbart", "zielId bezeichnung", true)]
    [InlineData("ZielVereinbart", "messkriterium", false)]
    [InlineData("PlanVereinbart", "artDerUeberpruefung schritte[0].bezeichnung", true)]
    [InlineData("ZuweisungVereinbart", "zuweisungId traegerId leistung", true)]
    [InlineData("ZuweisungAngenommen", "ansprechperson", true)]
    [InlineData("ZuweisungBegonnen", "anmerkung", false)]
    [InlineData("FallAbgeschlossen", "situationDamalsUndHeute zielerreichung wasGeholfenHat verbleibendeSchritte standDerAngebote", false)]
    [InlineData("AbweichungBegruendet", "vorgabe", true)]
    [InlineData("DokumentAbgelegt", "dokumentId titel datei von", true)]
    [InlineData("DokumentEntfernt", "begruendung", false)]
    [InlineData("TerminVereinbart", "terminId ort", true)]
    [InlineData("TerminVereinbart", "anliegen", false)]
    [InlineData("TerminVerschoben", "ort", true)]
    [InlineData("TerminerinnerungWiderrufen", "anmerkung", false)]
    public void A_text_of_one_character_too_many_is_named(string tatsache, string felder, bool kurz)
    {
        var text = kurz ? Kurz : Lang;
        foreach (var feld in felder.Split(' '))
        {
            Fields(tatsache, feld, text).ShouldBe([feld]);
            Fields(tatsache, feld, text[1..]).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("RhythmusGeaendert", "wochen", 1, 26)]
    [InlineData("TerminVereinbart", "dauer", 1, 600)]
    [InlineData("TerminVerschoben", "dauer", 1, 600)]
    [InlineData("DauerVerlaengert", "monate", 1, 24)]
    [InlineData("EinschaetzungFestgehalten", "werte[0].skala", 1, 5)]
    [InlineData("PlanUeberprueft", "einschaetzungen[0].skala", 1, 5)]
    [InlineData("FallAbgeschlossen", "einschaetzungen[0].skala", 1, 5)]
    [InlineData("AssessmentAbgeschlossen", "bereiche[3].skala", 1, 5)]
    public void A_number_outside_its_range_is_named(string tatsache, string feld, int von, int bis)
    {
        Fields(tatsache, feld, von - 1).ShouldBe([feld]);
        Fields(tatsache, feld, von).ShouldBeEmpty();
        Fields(tatsache, feld, bis).ShouldBeEmpty();
        Fields(tatsache, feld, bis + 1).ShouldBe([feld]);
    }

    [Theory]
    [InlineData("ZuweisungVereinbart", "informationGegeben")]
    [InlineData("ZuweisungVereinbart", "bedenkenBesprochen")]
    [InlineData("ZuweisungVereinbart", "optionenVerglichen")]
    [InlineData("ZuweisungVereinbart", "klientEinverstanden")]
    [InlineData("AssistenzGeleistet", "klientErlaubt")]
    [InlineData("FallBeendet", "gespraechAngeboten")]
    [InlineData("TerminerinnerungGewuenscht", "klientEinverstanden")]
    public void A_condition_that_is_not_met_is_named(string tatsache, string feld) => Fields(tatsache, feld, false).ShouldBe([feld]);

    [Theory]
    [InlineData("Uebergeben", "handlungsbedarfe")]
    [InlineData("ZugangGeprueft", "handlungsbedarfe")]
    [InlineData("PlanVereinbart", "beteiligte")]
    [InlineData("PlanVereinbart", "schritte")]
    [InlineData("ZuweisungVereinbart", "freigegebeneFelder")]
    [InlineData("EintraegeBesprochen", "besprochen")]
    [InlineData("EinschaetzungFestgehalten", "werte")]
    public void An_empty_list_is_named(string tatsache, string feld)
    {
        Fields(tatsache, feld, new JsonArray()).ShouldBe([feld]);
        Fields(tatsache, feld, null).ShouldBe([feld]);
    }

    [Theory]
    [InlineData("PlanVereinbart", "ueberpruefungNach")]
    [InlineData("PlanUeberprueft", "ueberpruefungNach")]
    [InlineData("ZuweisungVereinbart", "antwortFrist")]
    [InlineData("FallAbgeschlossen", "nachbetreuungDauer")]
    [InlineData("AufbewahrungsfristFestgelegt", "frist")]
    public void A_period_nobody_can_read_is_named(string tatsache, string feld) => Fields(tatsache, feld, "bald").ShouldBe([feld]);

    [Theory]
    [InlineData("ZielVereinbart", "bis")]
    [InlineData("ZielVerschoben", "bis")]
    [InlineData("PauseGeaendert", "bis")]
    [InlineData("TerminVereinbart", "am")]
    [InlineData("TerminVerschoben", "am")]
    [InlineData("ZuweisungBegonnen", "beginn")]
    [InlineData("ZuweisungBeendet", "ende")]
    public void A_day_of_another_age_is_named(string tatsache, string feld)
    {
        Fields(tatsache, feld, "1899-12-31").ShouldBe([feld]);
        Fields(tatsache, feld, "2151-01-01").ShouldBe([feld]);
    }

    [Theory]
    [InlineData("KontaktGehalten", "form")]
    [InlineData("TerminVereinbart", "form")]
    [InlineData("TerminVereinbart", "zweck")]
    [InlineData("TerminVerschoben", "form")]
    [InlineData("TerminAbgesagt", "durch")]
    [InlineData("ZielVereinbart", "ebene")]
    [InlineData("ZielAbgeschlossen", "ergebnis")]
    [InlineData("PlanVereinbart", "schritte[0].verantwortlich")]
    [InlineData("PlanVereinbart", "schritte[0].thema")]
    [InlineData("PlanUeberprueft", "ergebnis")]
    [InlineData("ErgebnisUebernommen", "weg")]
    [InlineData("FallBeendet", "grund")]
    [InlineData("PhaseGewechselt", "phase")]
    [InlineData("RueckspracheVerlangt", "vonSeite")]
    [InlineData("Uebergeben", "handlungsbedarfe[2].bereich")]
    public void A_choice_that_does_not_exist_is_named(string tatsache, string feld) => Fields(tatsache, feld, 99).ShouldContain(feld);

    [Fact]
    public void Each_agenda_point_must_be_there_and_a_skipped_one_needs_its_reason()
    {
        var gespraech = Of<ErstgespraechGefuehrt>();
        foreach (var punkt in Enum.GetValues<Agendapunkt>())
        {
            var andere = gespraech.Agenda.Where(a => a.Punkt != punkt).ToList();
            (gespraech with { Agenda = andere }).Validate().ShouldBe([new("agenda", Meldung.Of("AgendapunktFehlt", Begriffe.Of(punkt)))]);
            (gespraech with { Agenda = [.. andere, new(punkt, false)] }).Validate().ShouldBe([new("agenda", Meldung.Of("AgendapunktOhneGrund", Begriffe.Of(punkt)))]);
            (gespraech with { Agenda = [.. andere, new(punkt, false, "keine Zeit")] }).Validate().ShouldBeEmpty();
        }
    }

    [Fact]
    public void Each_duty_to_inform_must_be_met()
    {
        var gespraech = Of<ErstgespraechGefuehrt>();
        foreach (var thema in Enum.GetValues<Aufklaerungsthema>())
        {
            (gespraech with { Aufgeklaert = [.. gespraech.Aufgeklaert.Where(t => t != thema)] }).Validate()
                .ShouldBe([new("aufgeklaert", Meldung.Of("AufklaerungFehlt", Begriffe.Of(thema)))]);
        }
    }

    [Fact]
    public void An_assessment_needs_all_five_areas_but_may_be_saved_in_parts()
    {
        var alle = Of<AssessmentAbgeschlossen>();
        foreach (var bereich in Enum.GetValues<Lebensbereich>())
        {
            Bereichsbild[] andere = [.. alle.Bereiche.Where(b => b.Bereich != bereich)];
            (alle with { Bereiche = andere }).Validate().ShouldBe([new("bereiche", Meldung.Of("BereichFehlt", Begriffe.Of(bereich)))]);
            new AssessmentGespeichert(andere).Validate().ShouldBeEmpty();
        }

        (alle with { Bereiche = [.. alle.Bereiche, alle.Bereiche[0]] }).Validate().Select(f => f.Feld).ShouldBe(["bereiche"]);
    }

    [Fact]
    public void An_area_needs_a_resource_or_the_note_that_none_is_known()
    {
        var alle = Of<AssessmentAbgeschlossen>();
        AssessmentAbgeschlossen Change(Bereichsbild bild) => alle with { Bereiche = [bild, .. alle.Bereiche.Skip(1)] };
        Change(alle.Bereiche[0] with { Ressourcen = "" }).Validate().Select(f => f.Feld).ShouldBe(["bereiche[0].ressourcen"]);
        Change(alle.Bereiche[0] with { Ressourcen = "", KeineRessourceGenannt = true }).Validate().ShouldBeEmpty();
    }

    [Fact]
    public void An_area_says_when_it_was_worked_out_together_or_that_it_was_not_yet()
    {
        Bereichsbild bild = new(Lebensbereich.Gesundheit, "Sucht", "Ärztin");
        Fields(bild).ShouldBe(["bereiche[0].gemeinsamAm"]);
        Fields(bild with { NochNichtGemeinsam = true }).ShouldBeEmpty();
        Fields(bild with { GemeinsamAm = Day("2027-02-01") }).ShouldBeEmpty();
        Fields(bild with { GemeinsamAm = Day("2027-02-01"), NochNichtGemeinsam = true }).ShouldBe(["bereiche[0].nochNichtGemeinsam"]);

        static IEnumerable<string> Fields(Bereichsbild b) => new AssessmentGespeichert([b]).Validate().Select(f => f.Feld);
    }

    [Fact]
    public void Each_rank_is_given_once_from_one_to_five()
    {
        var bereiche = Of<AssessmentAbgeschlossen>().Bereiche;
        Fields(1, 2).ShouldBeEmpty();
        Fields(0, 6).ShouldBe(["bereiche[0].prioritaet", "bereiche[1].prioritaet"]);
        Fields(2, 2).ShouldBe(["bereiche[1].prioritaet"]);

        IEnumerable<string> Fields(int erster, int zweiter) =>
            new AssessmentGespeichert([bereiche[0] with { Prioritaet = erster }, bereiche[1] with { Prioritaet = zweiter }]).Validate().Select(f => f.Feld);
    }

    [Fact]
    public void Helpers_are_asked_in_or_the_reason_is_named_and_parents_are_asked_for_their_benefits()
    {
        var alle = Of<AssessmentAbgeschlossen>();
        (alle with { Einbezogen = [" "] }).Validate().ShouldBe([new("nichtEinbezogenWeil", Meldung.Of("EinbezogenFehlt"))]);
        (alle with { Einbezogen = null, NichtEinbezogenWeil = "möchte es nicht" }).Validate().ShouldBeEmpty();
        (alle with { BildungUndTeilhabe = null }).Validate().ShouldBe([new("bildungUndTeilhabe", Meldung.Of("BildungUndTeilhabeFehlt"))]);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(600, true)]
    [InlineData(601, false)]
    [InlineData(null, true)]
    public void Time_spent_may_be_left_out_and_is_from_one_minute_to_ten_hours(int? minuten, bool erlaubt)
    {
        foreach (var tatsache in new Tatsache[] { Of<KontaktGehalten>() with { Minuten = minuten }, Of<AssistenzGeleistet>() with { Minuten = minuten } })
            tatsache.Validate().Select(f => f.Feld).ShouldBe(erlaubt ? [] : ["minuten"]);
    }

    [Fact]
    public void A_mediated_service_names_a_legal_basis_of_the_list_in_plan_and_referral()
    {
        Plan(null, Verantwortung.VermittelteLeistung).ShouldBe(["schritte[0].rechtsgrundlage"]);
        Plan("§ 16z SGB II", Verantwortung.Klient).ShouldBe(["schritte[0].rechtsgrundlage"]);
        Plan("§ 16a SGB II", Verantwortung.VermittelteLeistung).ShouldBeEmpty();
        Plan(null, Verantwortung.Klient).ShouldBeEmpty();
        (Of<ZuweisungVereinbart>() with { Rechtsgrundlage = "§ 16z SGB II" }).Validate().Select(f => f.Feld).ShouldBe(["rechtsgrundlage"]);

        static IEnumerable<string> Plan(string? norm, Verantwortung wer) => (Of<PlanVereinbart>() with
        {
            Schritte = [new("Beratung", wer, Schrittthema.Finanzen, Rechtsgrundlage: norm)],
        }).Validate().Select(f => f.Feld);
    }

    [Theory]
    [InlineData(Zielergebnis.TeilweiseErreicht)]
    [InlineData(Zielergebnis.NichtErreicht)]
    [InlineData(Zielergebnis.Aufgegeben)]
    public void A_goal_that_was_not_reached_needs_a_reason(Zielergebnis ergebnis)
    {
        new ZielAbgeschlossen("g1", ergebnis).Validate().ShouldBe([new("begruendung", Meldung.Of("ZielOhneBegruendung"))]);
        new ZielAbgeschlossen("g1", ergebnis, "Krankheit").Validate().ShouldBeEmpty();
    }

    [Fact]
    public void A_field_that_nobody_may_release_is_refused() =>
        (Of<ZuweisungVereinbart>() with { FreigegebeneFelder = ["Name", "Diagnose"] }).Validate().Select(f => f.Feld).ShouldBe(["freigegebeneFelder"]);

    [Fact]
    public void A_pause_must_not_end_before_it_begins()
    {
        (Of<PauseBegonnen>() with { Bis = Day("2027-02-28") }).Validate().ShouldBe([new("bis", Meldung.Of("PauseEndetVorBeginn"))]);
        (Of<PauseBegonnen>() with { Bis = Day("2027-03-01") }).Validate().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2027-12-31", true, false, "DatumInDerZukunft")]
    [InlineData("2027-01-10", true, false, "DatumVorUebergabe")]
    [InlineData("2027-02-07", false, false, "DatumKeinWerktag")]
    [InlineData("2027-02-07", false, true, null)]
    [InlineData("2027-12-30", true, false, null)]
    [InlineData("2027-01-11", true, false, null)]
    public void The_effective_day_is_checked(string am, bool arbeitstag, bool bestaetigt, string? meldung)
    {
        var fall = Angefragt();
        var erfassung = new Erfassung(Day(am), Heute, new(Heute, new(9, 0), TimeSpan.Zero), "fm-1", null, bestaetigt, arbeitstag);
        if (meldung is null)
            fall.Record(Of<RueckspracheVerlangt>(), erfassung).Count.ShouldBe(1);
        else
            Should.Throw<InvalidInputException>(() => fall.Record(Of<RueckspracheVerlangt>(), erfassung)).Fehler
                .ShouldBe([new("wirksamAm", Meldung.Of(meldung, Day("2027-01-11")))]);
    }

    [Fact]
    public void All_errors_are_named_at_once_and_nothing_is_kept()
    {
        var fall = Laufend();
        var vorher = fall.Akte.Count;
        Should.Throw<InvalidInputException>(() => fall.Take(new ZielVereinbart("", "", Zielebene.Schritt, "", Day("2027-06-30")), "2027-12-31"))
            .Fehler.Select(f => f.Feld).ShouldBe(["zielId", "bezeichnung", "messkriterium", "bedarf", "ressourcen", "wirksamAm"]);
        fall.Akte.Count.ShouldBe(vorher);
    }

    private static IEnumerable<string> Fields(string tatsache, string feld, JsonNode? wert)
    {
        var json = JsonNode.Parse(TatsachenKatalog.Serialize(Alle[tatsache]))!;
        var stelle = json;
        var teile = Regex.Split(feld, @"[.\[\]]+").Where(t => t.Length > 0).ToList();
        foreach (var teil in teile.SkipLast(1))
            stelle = int.TryParse(teil, out var nr) ? stelle![nr] : stelle![teil];
        stelle![teile[^1]] = wert;
        return TatsachenKatalog.Deserialize(tatsache, json.ToJsonString()).Validate().Select(f => f.Feld).Distinct();
    }
}
