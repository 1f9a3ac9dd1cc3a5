using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Scenarios.Tests;

/// <summary>Lives in which what was entered, agreed or decided changes dates that already run.</summary>
public class WhenDatesAreCorrectedOrMoved
{
    [Fact]
    public async Task A_corrected_admission_moves_limit_and_warning_with_its_reason()
    {
        var vorher = await Kalenderblatt.RunAsync("aufnahme-falsch-eingetragen", "2027-10-14");
        vorher.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2029-10-01");
        vorher.Naechste("WarnungAbwarten").ShouldBe("2029-06-29 08:00");

        // Three months before 2029-08-31 is Fronleichnam, a Feiertag in Bayern: the warning comes the day before.
        var blatt = await Kalenderblatt.RunAsync("aufnahme-falsch-eingetragen", "2027-10-15");
        blatt.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2029-08-31");
        blatt.Naechste("WarnungAbwarten").ShouldBe("2029-05-30 08:00");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe(vorher.Naechste("KontaktfensterAbwarten"));
        blatt.Verschoben("2027-10-15").ShouldBe([
            "Bis zur Warnung: bisher 29.06.2029, jetzt 30.05.2029 – In das Fallmanagement aufgenommen: Entschieden wurde am Tag des Erstgesprächs",
            "Dauergrenze: bisher 01.10.2029, jetzt 31.08.2029 – In das Fallmanagement aufgenommen: Entschieden wurde am Tag des Erstgesprächs",
        ]);
    }

    [Fact]
    public async Task Both_days_of_the_admission_stay_in_the_Akte_with_the_days_on_which_they_were_entered()
    {
        var blatt = await Kalenderblatt.RunAsync("aufnahme-falsch-eingetragen", "2027-10-15");
        var fall = blatt.Simulation.Fall!;
        fall.Akte.Where(e => e.Tatsache is FallAufgenommen)
            .Select(e => $"{e.WirksamAm:yyyy-MM-dd} entered {Domain.Kalender.Ortszeit.DateOf(e.ErfasstAm):yyyy-MM-dd} {(fall.IsSuperseded(e) ? "superseded" : "counts")}")
            .ShouldBe(["2027-10-01 entered 2027-10-01 superseded", "2027-08-31 entered 2027-10-15 counts"]);
        (fall.ErstmalsAufgenommenAm, fall.AufgenommenAm).ShouldBe((new DateOnly(2027, 8, 31), new DateOnly(2027, 8, 31)));
    }

    [Fact]
    public async Task The_warning_comes_on_the_corrected_day()
    {
        var blatt = await Kalenderblatt.RunAsync("aufnahme-falsch-eingetragen");
        blatt.Tage("Erinnerung", "Dauergrenze").ShouldBe("2029-05-30 2029-05-30");
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task A_correction_without_its_reason_is_refused()
    {
        var szenario = Auslieferung.Szenario("aufnahme-falsch-eingetragen");
        var ohne = szenario with
        {
            Schritte = [.. szenario.Schritte.Select(s => s.Berichtigt is null ? s : new() { Am = s.Am, Tatsache = s.Tatsache, WirksamAm = s.WirksamAm, Berichtigt = s.Berichtigt })],
        };
        (await Should.ThrowAsync<InvalidInputException>(() => Kalenderblatt.RunAsync(ohne, bis: "2027-10-15"))).Fehler.Single().Feld.ShouldBe("begruendung");
    }

    [Fact]
    public async Task Parental_leave_moves_the_review_and_its_early_end_moves_it_back()
    {
        (await Kalenderblatt.RunAsync("elternzeit-ueber-die-ueberpruefung", "2027-12-19")).Frist("PlanStand", "Planueberpruefung.Abstand").ShouldBe("2028-03-30");

        var mit = await Kalenderblatt.RunAsync("elternzeit-ueber-die-ueberpruefung", "2027-12-20");
        mit.Frist("PlanStand", "Planueberpruefung.Abstand").ShouldBe("2028-09-28");
        mit.Naechste("ErinnerungAbwarten").ShouldBe("2028-09-14 08:00");

        // 143 days instead of 182: the calendar end is a Sunday, and a fortnight before it is one too.
        var kuerzer = await Kalenderblatt.RunAsync("elternzeit-ueber-die-ueberpruefung", "2028-05-15");
        kuerzer.Frist("PlanStand", "Planueberpruefung.Abstand").ShouldBe("2028-08-21");
        kuerzer.Naechste("ErinnerungAbwarten").ShouldBe("2028-08-04 08:00");
        kuerzer.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2030-02-04");
        kuerzer.Naechste("WarnungAbwarten").ShouldBe("2029-11-02 08:00");
    }

    [Fact]
    public async Task Nothing_is_asked_during_the_leave()
    {
        var blatt = await Kalenderblatt.RunAsync("elternzeit-ueber-die-ueberpruefung");
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldBe("2027-10-11 2027-11-08 2027-12-06 2028-01-03 2028-06-22 2028-07-20 2028-08-17");
        blatt.Tage("Erinnerung", "Überprüfung").ShouldBe("2028-08-04");
        blatt.Tage("AufgabeErstellt", "Überprüfung").ShouldBe("2028-08-21");
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task A_new_concept_moves_what_runs_on_its_first_day()
    {
        (await Kalenderblatt.RunAsync("fachkonzept-mitten-im-fall", "2028-03-26")).Naechste("KontaktfensterAbwarten").ShouldBe("2028-04-10 08:00");

        var blatt = await Kalenderblatt.RunAsync("fachkonzept-mitten-im-fall", "2028-03-27");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2028-04-03 08:00");
        blatt.Naechste("ErinnerungAbwarten").ShouldBe("2028-06-14 08:00");
        blatt.Verschoben("2028-03-27").Order().ShouldBe([
            "Bis zur Erinnerung: bisher 14.08.2028, jetzt 14.06.2028 – Fachkonzept geändert: Dichtere Begleitung",
            "Kontaktfenster abwarten: bisher 10.04.2028, jetzt 03.04.2028 – Fachkonzept geändert: Dichtere Begleitung",
            "Überprüfung des Kooperationsplans: bisher 28.08.2028, jetzt 28.06.2028 – Fachkonzept geändert: Dichtere Begleitung",
        ]);

        // 08:00 in summer time, although the window was opened in winter time.
        blatt.Simulation.Db.Engine.Timers.Single(t => t.ActivityId == "KontaktfensterAbwarten").DueAt.ShouldBe(new DateTimeOffset(2028, 4, 3, 6, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Its_five_weeks_end_after_Easter()
    {
        var blatt = await Kalenderblatt.RunAsync("fachkonzept-mitten-im-fall");
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldBe("2028-03-13 2028-04-03 2028-05-09 2028-05-30");
        blatt.Tage("AufgabeFaellig", "Kontakt führen").ShouldStartWith("2028-03-27 2028-04-18");
        blatt.Tage("AufgabeUeberfaellig", "").ShouldBe("");
        blatt.Tage("Erinnerung", "Überprüfung").ShouldBe("2028-06-14");
    }

    [Fact]
    public async Task Each_extension_counts_from_the_admission_and_not_from_the_limit_before()
    {
        var erste = await Kalenderblatt.RunAsync("zweimal-verlaengert", "2029-06-15");
        erste.Tage("Erinnerung", "Dauergrenze").ShouldBe("2029-05-30 2029-05-30");
        erste.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2030-02-28");
        erste.Naechste("WarnungAbwarten").ShouldBe("2029-11-28 08:00");

        // 36 months from 31 August, not 6 months from 28 February; a Saturday, so Monday.
        var zweite = await Kalenderblatt.RunAsync("zweimal-verlaengert", "2029-12-03");
        zweite.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2030-09-02");
        zweite.Naechste("WarnungAbwarten").ShouldBe("2030-05-31 08:00");
        zweite.Offen().ShouldBe("");
    }

    [Fact]
    public async Task After_both_extensions_the_Fall_is_closed_by_people_and_cared_for_until_March()
    {
        var blatt = await Kalenderblatt.RunAsync("zweimal-verlaengert");
        blatt.Tage("AufgabeErstellt", "Dauergrenze: über Ende").ShouldBe("2029-05-30 2029-11-28 2030-05-31");
        blatt.Tage("FallAbgeschlossen", "").ShouldBe("2030-09-02");
        blatt.Tage("NachbetreuungBeendet", "").ShouldBe("2031-03-03");
        blatt.Tage("AufgabeUeberfaellig", "").ShouldBe("");
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task Aftercare_that_would_end_on_Neujahr_can_be_left_for_a_new_beginning_on_the_day_after()
    {
        (await Kalenderblatt.RunAsync("wieder-aufgenommen-am-letzten-tag", "2030-01-01")).Naechste("EndeAbwarten").ShouldBe("2030-01-03 00:00");

        var blatt = await Kalenderblatt.RunAsync("wieder-aufgenommen-am-letzten-tag", "2030-01-02");
        (blatt.Simulation.Fall!.Status, blatt.Simulation.Fall.AufgenommenAm).ShouldBe((Fallstatus.Laufend, new DateOnly(2030, 1, 2)));
        blatt.Naechste("EndeAbwarten").ShouldBe("");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2030-01-30 08:00");
        blatt.Frist("LetzterKontakt", "Kontaktfenster.Ende").ShouldBe("2030-02-13");
        blatt.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2032-01-02");
        blatt.Naechste("WarnungAbwarten").ShouldBe("2031-10-02 08:00");
        blatt.Tage("AufgabeErstellt", "Kontakt in der Nachbetreuung").ShouldBe("2029-11-26");
    }

    [Fact]
    public async Task A_day_later_there_is_nothing_left_to_take_up()
    {
        var szenario = Auslieferung.Szenario("wieder-aufgenommen-am-letzten-tag");
        var ohne = szenario.Without(s => s.Tatsache == "FallWiederAufgenommen");
        (await Kalenderblatt.RunAsync(ohne, bis: "2030-01-03")).Tage("NachbetreuungBeendet", "").ShouldBe("2030-01-02");

        var spaeter = ohne with { Schritte = [.. ohne.Schritte, new() { Am = new(2030, 1, 3), Tatsache = "FallWiederAufgenommen", Daten = new() { ["anlass"] = "Die Stelle ist geendet." } }] };
        (await Should.ThrowAsync<RuleBrokenException>(() => Kalenderblatt.RunAsync(spaeter, bis: "2030-01-03"))).Regel.GetType().Name.ShouldBe("FallMussInNachbetreuungSein");
    }
}
