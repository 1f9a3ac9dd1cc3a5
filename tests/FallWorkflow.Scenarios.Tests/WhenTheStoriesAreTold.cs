using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Scenarios.Tests;

/// <summary>What the six stories say about what was recorded on which day; their calendars are asserted story by story.</summary>
public class WhenTheStoriesAreTold
{
    [Theory]
    [InlineData("s1-schulden-und-sucht", "2027-09-16", """
        2027-01-11 Uebergeben
        2027-01-13 UebergabeAngenommen
        2027-01-18 ErstgespraechGefuehrt KlientEntschieden KontraktGeschlossen FallAufgenommen
        2027-02-15 KontaktGehalten AssessmentAbgeschlossen
        2027-03-15 KontaktGehalten ZielVereinbart PlanVereinbart
        2027-03-16 ZuweisungVereinbart ZuweisungGesendet
        2027-04-06 ZuweisungAngenommen
        2027-04-12 ZuweisungBegonnen
        2027-08-20 ZuweisungBeendet
        2027-09-15 PlanUeberprueft
        2027-09-16 ErgebnisUebernommen
        """)]
    [InlineData("s2-wohnungslos", "2027-04-06", """
        2027-01-20 Uebergeben
        2027-01-21 UebergabeAngenommen
        2027-01-27 ErstgespraechGefuehrt KlientEntschieden KontraktGeschlossen FallAufgenommen
        2027-02-24 KontaktAusgefallen
        2027-03-09 KontaktGehalten
        2027-04-06 KontaktGehalten
        """)]
    [InlineData("s3-nicht-aufgenommen", "2027-06-22", """
        2027-06-07 Uebergeben
        2027-06-08 UebergabeAngenommen
        2027-06-10 ErstgespraechGefuehrt NichtAufgenommen
        2027-06-22 RueckgabeBestaetigt AufbewahrungBegonnen
        """)]
    [InlineData("s4-krise-pause-rhythmus", "2027-11-22", """
        2027-09-13 Uebergeben
        2027-09-14 UebergabeAngenommen
        2027-09-20 ErstgespraechGefuehrt KlientEntschieden KontraktGeschlossen FallAufgenommen
        2027-10-06 KontaktGehalten
        2027-10-20 NotfallGemeldet NeuassessmentBegonnen
        2027-11-03 KontaktGehalten RhythmusGeaendert
        2027-11-18 KontaktGehalten PlanVereinbart
        2027-11-22 PauseBegonnen
        """)]
    [InlineData("s5-verlaengert-nachbetreut-wieder-aufgenommen", "2030-03-04", """
        2027-05-03 Uebergeben
        2027-05-04 UebergabeAngenommen
        2027-05-10 ErstgespraechGefuehrt KlientEntschieden KontraktGeschlossen FallAufgenommen EinschaetzungFestgehalten
        2028-05-10 EinschaetzungFestgehalten
        2029-02-14 DauerVerlaengert
        2029-11-05 FallAbgeschlossen
        2030-03-04 FallWiederAufgenommen
        """)]
    [InlineData("s6-einwilligung-widerrufen", "2027-10-15", """
        2027-02-01 Uebergeben
        2027-02-02 UebergabeAngenommen
        2027-02-08 ErstgespraechGefuehrt KlientEntschieden KontraktGeschlossen FallAufgenommen
        2027-03-01 AssessmentAbgeschlossen
        2027-03-22 PlanVereinbart
        2027-08-23 ZuweisungVereinbart ZuweisungGesendet
        2027-08-25 ZuweisungAngenommen
        2027-08-30 ZuweisungVereinbart ZuweisungGesendet
        2027-09-08 EinwilligungWiderrufen ZuweisungZurueckgezogen
        2027-10-15 FallBeendet ZuweisungZurueckgezogen AufbewahrungBegonnen
        """)]
    public async Task Everything_stands_in_the_Akte_on_its_day(string szenario, string bis, string akte)
    {
        var blatt = await Kalenderblatt.RunAsync(szenario, bis);
        blatt.Akte().ShouldBe(akte.TrimEnd().ReplaceLineEndings());
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task S1_three_needs_meet_the_criteria_and_the_interview_is_complete()
    {
        var blatt = await Kalenderblatt.RunAsync("s1-schulden-und-sucht", "2027-01-18");
        blatt.Simulation.Fall!.Zugang!.Erfuellt.ShouldBeTrue();
        var gespraech = blatt.Letzte<ErstgespraechGefuehrt>();
        gespraech.Agenda.Where(a => a.Erledigt).Select(a => a.Punkt).ShouldBe(Enum.GetValues<Agendapunkt>());
        gespraech.Aufgeklaert.ShouldBe(Enum.GetValues<Aufklaerungsthema>());
        gespraech.Textfassung.ShouldNotBeNullOrWhiteSpace();
        blatt.Letzte<KlientEntschieden>().MoechteFallmanagement.ShouldBeTrue();
    }

    [Fact]
    public async Task S1_goal_has_two_steps_and_the_result_is_taken_up_in_it()
    {
        var blatt = await Kalenderblatt.RunAsync("s1-schulden-und-sucht", "2027-09-16");
        var ziel = blatt.Letzte<ZielVereinbart>();
        ziel.Bezeichnung.ShouldBe("Schulden geregelt");
        blatt.Simulation.Fall!.Planschritte.Count(s => s.ZielId == ziel.ZielId).ShouldBe(2);
        blatt.Letzte<ErgebnisUebernommen>().Weg.ShouldBe(Ergebnisweg.Ziel);
        blatt.Letzte<AssessmentAbgeschlossen>().Bereiche.ShouldAllBe(b => b.Probleme.Length > 0 && b.Ressourcen.Length > 0);
        blatt.Letzte<AssessmentAbgeschlossen>().Bereiche.Select(b => b.Bereich).ShouldBe(Enum.GetValues<Lebensbereich>());
    }

    [Fact]
    public async Task S2_first_interview_is_held_at_a_partner()
    {
        var blatt = await Kalenderblatt.RunAsync("s2-wohnungslos", "2027-01-27");
        blatt.Letzte<ErstgespraechGefuehrt>().Form.ShouldBe(Kontaktform.BeimTraeger);
    }

    [Fact]
    public async Task S3_return_carries_the_reason_and_what_comes_next_and_counts_as_not_admitted()
    {
        var blatt = await Kalenderblatt.RunAsync("s3-nicht-aufgenommen", "2027-06-22");
        var ende = blatt.Letzte<NichtAufgenommen>();
        ende.Begruendung.ShouldNotBeNullOrWhiteSpace();
        (ende.WieGehtEsWeiter, ende.Termin).ShouldBe(("Regelvermittlung, Termin am 21.06.2027", new DateOnly(2027, 6, 21)));
        blatt.Tage("AufgabeErledigt", "Rückgabe bestätigen").ShouldBe("2027-06-22");
        blatt.Tage("AufgabeErledigt", "Rückgabe ist nicht bestätigt").ShouldBe("2027-06-22");
    }

    [Fact]
    public async Task S4_duration_counts_from_the_admission_until_the_pause()
    {
        var blatt = await Kalenderblatt.RunAsync("s4-krise-pause-rhythmus", "2027-11-18");
        blatt.Tage("FallAufgenommen", "").ShouldBe("2027-09-20");
        blatt.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2029-09-20");
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldBe("2027-11-03 2027-11-18");
        blatt.Tage("AufgabeFaellig", "Kontakt führen").ShouldBe("2027-11-18 2027-12-01");
    }

    [Fact]
    public async Task S5_is_warned_again_answers_five_questions_and_needs_no_second_entry_check()
    {
        var blatt = await Kalenderblatt.RunAsync("s5-verlaengert-nachbetreut-wieder-aufgenommen", "2030-03-04");
        blatt.Letzte<DauerVerlaengert>().Begruendung.ShouldContain("Qualifizierung");
        blatt.Tage("Erinnerung", "Dauergrenze").ShouldBe("2029-02-09 2029-02-09 2029-08-10 2029-08-10");
        var abschluss = blatt.Letzte<FallAbgeschlossen>();
        foreach (var antwort in new[] { abschluss.SituationDamalsUndHeute, abschluss.Zielerreichung, abschluss.WasGeholfenHat, abschluss.VerbleibendeSchritte, abschluss.StandDerAngebote })
            antwort.ShouldNotBeNullOrWhiteSpace();
        blatt.Simulation.Fall!.Akte.Count(e => e.Tatsache is ZugangBewertet).ShouldBe(1);
        blatt.Tage("AufgabeErstellt", "Übergabe").ShouldBe("2027-05-03");
    }

    [Fact]
    public async Task S6_partner_is_told_until_when_to_answer_and_of_the_withdrawal_on_its_day()
    {
        var blatt = await Kalenderblatt.RunAsync("s6-einwilligung-widerrufen", "2027-10-15");
        blatt.Simulation.Db.Nachrichten.Select(n => $"{Domain.Kalender.Ortszeit.DateOf(n.ErstelltAm):yyyy-MM-dd} {n.Art} {n.TraegerId}").ShouldBe([
            "2027-08-23 ZuweisungErteilt sprachkurs",
            "2027-08-30 ZuweisungErteilt psychosozial",
            "2027-09-08 ZuweisungZurueckgezogen psychosozial",
            "2027-10-15 ZuweisungZurueckgezogen sprachkurs",
        ]);
        System.Text.Json.JsonDocument.Parse(blatt.Simulation.Db.Nachrichten[1].Inhalt).RootElement.GetProperty("antwortBis").GetString().ShouldBe("2027-09-13");
        blatt.Letzte<FallBeendet>().GespraechAngeboten.ShouldBeTrue();
    }
}
