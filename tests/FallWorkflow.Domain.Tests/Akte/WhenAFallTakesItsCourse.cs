using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;
using static FallWorkflow.Domain.Tests.Akte.Beispiele;

namespace FallWorkflow.Domain.Tests.Akte;

public class WhenAFallTakesItsCourse
{
    [Fact]
    public void An_older_contact_does_not_move_the_clock_and_answers_no_task()
    {
        var fall = Laufend().With<KontaktGehalten>("2027-03-15");
        Of<KontaktGehalten>().AnswersTasks(fall, Day("2027-02-15")).ShouldBeFalse();
        Of<KontaktGehalten>().AnswersTasks(fall, Day("2027-03-15")).ShouldBeFalse();
        Of<KontaktGehalten>().AnswersTasks(fall, Day("2027-03-16")).ShouldBeTrue();
        fall.With<KontaktGehalten>("2027-02-15").LetzterKontaktAm.ShouldBe(Day("2027-03-15"));
    }

    [Fact]
    public void An_older_plan_does_not_replace_the_newer_one()
    {
        var fall = Laufend().With<PlanVereinbart>("2027-05-03");
        var alt = Of<PlanVereinbart>() with { Schritte = [new("Altes", Verantwortung.Klient, Schrittthema.Wohnen)] };
        alt.AnswersTasks(fall, Day("2027-04-01")).ShouldBeFalse();
        Of<PlanUeberprueft>().AnswersTasks(fall, Day("2027-04-01")).ShouldBeFalse();
        fall.With(alt, "2027-04-01");
        (fall.PlanStandVom, fall.Planschritte.Single().Bezeichnung).ShouldBe((Day("2027-05-03"), "Brief schreiben"));
        fall.With(alt, "2027-05-04").Planschritte.Single().Bezeichnung.ShouldBe("Altes");
    }

    [Fact]
    public void A_missed_contact_does_not_move_the_clock() => Laufend().With<KontaktAusgefallen>("2027-02-15").LetzterKontaktAm.ShouldBe(Day("2027-01-18"));

    [Fact]
    public void A_moved_goal_keeps_its_first_date()
    {
        var ziel = MitZiel().With<ZielVerschoben>("2027-06-01").With(new ZielVerschoben("g1", Day("2027-12-31"), "Umzug"), "2027-09-01").Reloaded().Ziele["g1"];
        (ziel.UrspruenglichBis, ziel.Bis, ziel.Ergebnis).ShouldBe((Day("2027-06-30"), Day("2027-12-31"), null));
    }

    [Fact]
    public void An_overdue_goal_closes_with_a_reason() =>
        MitZiel().With(new ZielAbgeschlossen("g1", Zielergebnis.Erreicht, "später als gedacht"), "2027-08-02").Ziele["g1"].Ergebnis.ShouldBe(Zielergebnis.Erreicht);

    [Fact]
    public void Small_goals_hang_on_a_large_one()
    {
        var fall = MitZiel().With(Of<ZielVereinbart>() with { ZielId = "g2", Ebene = Zielebene.Schritt, Bis = Day("2027-04-01"), UebergeordnetesZiel = "g1" }, "2027-02-01");
        (fall.Ziele["g1"].Ebene, fall.Ziele["g2"].Ebene, fall.Ziele["g2"].UebergeordnetesZiel).ShouldBe((Zielebene.Richtungsziel, Zielebene.Schritt, "g1"));
    }

    [Theory]
    [InlineData(Schrittthema.Beschaeftigung, true)]
    [InlineData(Schrittthema.Qualifizierung, true)]
    [InlineData(Schrittthema.Finanzen, true)]
    [InlineData(Schrittthema.Wohnen, true)]
    [InlineData(Schrittthema.Familie, true)]
    [InlineData(Schrittthema.Sucht, false)]
    [InlineData(Schrittthema.PsychischeErkrankung, false)]
    [InlineData(Schrittthema.Privatleben, false)]
    public void A_step_is_binding_by_its_topic_unless_chosen_otherwise(Schrittthema thema, bool verbindlich)
    {
        new Planschritt("Schritt", Verantwortung.Klient, thema).IstVerbindlich.ShouldBe(verbindlich);
        new Planschritt("Schritt", Verantwortung.Klient, thema, !verbindlich).IstVerbindlich.ShouldBe(!verbindlich);
    }

    [Fact]
    public void A_review_sets_the_next_date_and_one_that_ends_the_plan_leaves_none()
    {
        var fall = Laufend().With<PlanVereinbart>("2027-02-01").With(Of<PlanUeberprueft>() with { UeberpruefungNach = "2 Monate" }, "2027-05-03");
        (fall.PlanStandVom, fall.UeberpruefungNach).ShouldBe((Day("2027-05-03"), "2 Monate"));
        fall.With(Of<PlanUeberprueft>() with { Ergebnis = Ueberpruefungsergebnis.Beenden }, "2027-07-01").PlanStandVom.ShouldBeNull();
        fall.PlanVereinbartAm.ShouldBe(Day("2027-02-01"));
    }

    [Fact]
    public void Scales_are_kept_with_their_day_and_occasion()
    {
        var fall = Laufend().With<AssessmentAbgeschlossen>("2027-02-01").With<EinschaetzungFestgehalten>("2027-03-01")
            .With<PlanVereinbart>("2027-03-01").With<PlanUeberprueft>("2027-06-01").With<FallAbgeschlossen>("2027-10-01");
        fall.Einschaetzungen.Select(e => (e.Am, e.Anlass, e.Werte.Count)).ShouldBe(
            [(Day("2027-02-01"), "Assessment", 5), (Day("2027-03-01"), "Zwischenstand", 1), (Day("2027-06-01"), "Überprüfung", 1), (Day("2027-10-01"), "Abschluss", 1)]);
    }

    [Fact]
    public void Resumption_starts_the_clocks_anew_and_keeps_the_history()
    {
        var fall = MitZiel().With<RhythmusGeaendert>("2027-02-01").With<DauerVerlaengert>("2027-02-01").With<PlanVereinbart>("2027-02-01")
            .With<AssessmentAbgeschlossen>("2027-02-01").With<FallAbgeschlossen>("2027-10-01");
        (fall.Status, fall.AbgeschlossenAm, fall.RhythmusWochen, fall.VerlaengerungMonate).ShouldBe((Fallstatus.Nachbetreuung, Day("2027-10-01"), 2, 6));
        var vorher = fall.Akte.Count;

        fall.With<FallWiederAufgenommen>("2027-11-02");

        (fall.Status, fall.AufgenommenAm, fall.LetzterKontaktAm).ShouldBe((Fallstatus.Laufend, Day("2027-11-02"), Day("2027-11-02")));
        (fall.RhythmusWochen, fall.VerlaengerungMonate, fall.PlanStandVom, fall.PlanVereinbartAm, fall.AbgeschlossenAm).ShouldBe((null, 0, null, null, null));
        (fall.ErstmalsAufgenommenAm, fall.AssessmentAbgeschlossenAm).ShouldBe((Day("2027-01-18"), Day("2027-02-01")));
        fall.Ziele.Keys.ShouldBe(["g1"]);
        fall.Akte.Count.ShouldBe(vorher + 1);
    }

    [Fact]
    public void A_referral_keeps_its_states_and_days()
    {
        var zuweisung = Zugesagt().With<ZuweisungBegonnen>("2027-04-05").With<VerlaufGemeldet>("2027-04-12").With<ProblemGemeldet>("2027-04-19")
            .With<ZuweisungBeendet>("2027-05-04").With<ErgebnisUebernommen>("2027-05-10").Zuweisungen["z1"];
        (zuweisung.Stand, zuweisung.GesendetAm, zuweisung.BegonnenAm, zuweisung.BeendetAm, zuweisung.IstOffen)
            .ShouldBe((Zuweisungsstand.ErgebnisUebernommen, Day("2027-03-16"), Day("2027-04-05"), Day("2027-05-03"), false));
    }

    [Fact]
    public void An_answered_question_starts_the_waiting_anew()
    {
        var zuweisung = Gesendet().With<RueckfrageGestellt>("2027-03-18").With<RueckfrageBeantwortet>("2027-03-22").Zuweisungen["z1"];
        (zuweisung.Stand, zuweisung.GesendetAm).ShouldBe((Zuweisungsstand.Gesendet, Day("2027-03-22")));
    }

    [Fact]
    public void Withdrawn_consent_withdraws_one_referral_or_all()
    {
        var zweite = Of<ZuweisungVereinbart>() with { ZuweisungId = "z2" };
        var fall = Gesendet().With(zweite, "2027-03-17");
        fall.Take(Of<EinwilligungWiderrufen>(), "2027-04-01").Skip(1).Select(e => e.Tatsache).ShouldBe([new ZuweisungZurueckgezogen("z1")]);
        (fall.Zuweisungen["z1"].Stand, fall.Zuweisungen["z2"].Stand).ShouldBe((Zuweisungsstand.Zurueckgezogen, Zuweisungsstand.Vereinbart));
        Gesendet().With(zweite, "2027-03-17").Take(new EinwilligungWiderrufen(null), "2027-04-01").Skip(1).Select(e => e.Tatsache.Bezug).ShouldBe(["z1", "z2"]);
    }

    [Fact]
    public void Two_emergencies_close_separately()
    {
        var fall = Laufend().With<NotfallGemeldet>("2027-02-01").With(new NotfallGemeldet("n2", "Räumung", "Anruf"), "2027-02-02").With<NotfallVersorgt>("2027-02-03");
        fall.Notfaelle.Keys.ShouldBe(["n2"]);
    }

    [Fact]
    public void A_demanded_talk_with_the_handover_is_open_at_once()
    {
        var fall = Neu().With(Of<Uebergeben>() with { RueckspracheGewuenscht = true }, "2027-01-11");
        fall.RueckspracheOffen.ShouldBeTrue();
        fall.Akte.Select(e => e.Tatsache.GetType()).ShouldBe([typeof(Uebergeben), typeof(RueckspracheVerlangt)]);
        fall.With<RueckspracheGefuehrt>().RueckspracheOffen.ShouldBeFalse();
    }

    [Theory]
    [InlineData(3, true, null, true, "Mehrere Handlungsbedarfe")]
    [InlineData(2, true, null, false, "Keine")]
    [InlineData(3, false, null, false, "Keine")]
    [InlineData(1, true, "wohnungslosigkeit", true, "Zielgruppe wohnungslosigkeit")]
    [InlineData(1, true, "Andere", false, "Keine")]
    [InlineData(1, true, "Drogenabhängige Menschen", false, "Keine")]
    [InlineData(1, false, "Wohnungslosigkeit", false, "Keine")]
    public void Access_needs_needs_in_three_areas_or_a_target_group_and_always_progress(int bereiche, bool fortschritt, string? zielgruppe, bool erfuellt, string regel)
    {
        var bedarfe = Enum.GetValues<Bedarfsbereich>().Take(bereiche).Select(b => new Handlungsbedarf(b, "etwas")).ToList();
        Handlungsbedarf[] doppelt = [.. bedarfe, .. bedarfe];
        Zugangskriterien.Evaluate(doppelt, fortschritt, zielgruppe, Fachkonzept.Standard).ShouldBe(new(erfuellt, regel, 0));
    }

    [Fact]
    public void The_concept_may_ask_for_fewer_needs_and_its_version_is_kept()
    {
        var konzept = new Fachkonzept { BueroId = "buero", Version = 7, GueltigAb = Day("2027-01-01"), MindestBedarfe = 2 };
        Handlungsbedarf[] zwei = [new(Bedarfsbereich.Familie, "a"), new(Bedarfsbereich.Wohnen, "b")];
        Zugangskriterien.Evaluate(zwei, true, null, konzept).ShouldBe(new(true, "Mehrere Handlungsbedarfe", 7));
    }

    [Fact]
    public void Contacts_of_a_mandated_third_party_count_as_held()
    {
        var fall = Gefuehrt();
        var vorher = fall.LetzterKontaktAm;
        fall.With(Of<FallfuehrungBerichtet>() with { Kontakte = 0 }, "2027-05-03").LetzterKontaktAm.ShouldBe(vorher);
        fall.With<FallfuehrungBerichtet>("2027-06-01").LetzterKontaktAm.ShouldBe(Day("2027-06-01"));
    }

    [Fact]
    public void A_report_of_a_mandated_third_party_that_comes_late_moves_no_date_and_answers_no_task()
    {
        var fall = Gefuehrt().With<FallfuehrungBerichtet>("2027-06-01");
        Of<FallfuehrungBerichtet>().AnswersTasks(fall, Day("2027-06-01")).ShouldBeTrue();
        Of<FallfuehrungBerichtet>().AnswersTasks(fall, Day("2027-05-03")).ShouldBeFalse();
        fall.With<FallfuehrungBerichtet>("2027-05-03");
        (fall.LetzterKontaktAm, fall.FallfuehrungStandVom).ShouldBe((Day("2027-06-01"), Day("2027-06-01")));
    }

    [Fact]
    public void A_mandated_third_party_leads_a_running_Fall_with_consent_by_an_accepted_referral_until_the_lead_is_taken_back()
    {
        (Of<FallfuehrungUebertragen>() with { KlientEinverstanden = false }).Validate().ShouldHaveSingleItem().Feld.ShouldBe("klientEinverstanden");
        BrokenBy(Gesendet(), Of<FallfuehrungUebertragen>()).ShouldBe("ZuweisungMussAngenommenSein");
        BrokenBy(Zugesagt().With<FallAbgeschlossen>("2027-10-01"), Of<FallfuehrungUebertragen>()).ShouldBe("FallMussLaufen");
        BrokenBy(Zugesagt(), Of<FallfuehrungZurueckgenommen>()).ShouldBe("FallfuehrungMussUebertragenSein");
        var fall = Gefuehrt();
        (fall.BeauftragterDritter, fall.FallfuehrungBerichtNach).ShouldBe(("z1", "2 Monate"));
        fall.With<FallfuehrungZurueckgenommen>("2027-05-03").BeauftragterDritter.ShouldBeNull();
    }

    [Fact]
    public void Colleagues_are_asked_for_advice_on_a_Fall_that_has_not_ended_until_it_is_said_that_they_are_no_more()
    {
        BrokenBy(Beendet(), new BeratungFreigegeben("Was nun?")).ShouldBe("FallDarfNichtBeendetSein");
        Laufend().With(new BeratungFreigegeben("Was nun?")).With<BeratungBeendet>().Beratungsfrage.ShouldBeNull();
    }

    [Fact]
    public void A_Fall_is_taken_over_between_acceptance_and_admission()
    {
        var herkunft = new AusAltverfahrenUebernommen("Altverfahren", "1", Phase.Umsetzung, Day("2027-01-14"));
        BrokenBy(Angefragt(), herkunft).ShouldBe("UebergabeMussAngenommenSein");
        BrokenBy(Laufend(), herkunft).ShouldBe("UeberAufnahmeDarfNochNichtEntschiedenSein");
        Angenommen().With(herkunft, "2027-01-18").LetzterKontaktAm.ShouldBe(Day("2027-01-14"));
        Beraten().With(herkunft, "2027-01-18").LetzterKontaktAm.ShouldBe(Day("2027-01-18"), "a contact after it is the last one");
    }

    private static string BrokenBy(Fall fall, Tatsache tatsache) =>
        Should.Throw<RuleBrokenException>(() => fall.Take(tatsache, "2027-12-01")).Regel.GetType().Name;

    [Fact]
    public void The_end_of_a_Fall_ends_what_runs_beside_it_but_a_missing_offer_stays_missing()
    {
        var fall = Laufend().With<LeistungsfrageGestellt>().With<AngebotFehlt>().With<FallBeendet>("2027-10-01");
        fall.Straenge.Values.Where(s => s.IstOffen).Select(s => s.Art).ShouldBe([Strangart.Angebotsluecke]);
    }
}
