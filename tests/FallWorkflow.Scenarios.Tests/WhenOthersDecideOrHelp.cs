using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Scenarios.Tests;

/// <summary>Lives in which family, colleagues, other departments or an emergency set the pace.</summary>
public class WhenOthersDecideOrHelp
{
    [Fact]
    public async Task Family_is_included_by_name_and_reason_and_no_date_moves()
    {
        var blatt = await Kalenderblatt.RunAsync("familie-als-ganzes");
        blatt.Simulation.Fall!.Haushalt.Select(m => $"{m.Id} {m.Grund} {m.EinbezogenAm:yyyy-MM-dd} {m.EntlassenAm:yyyy-MM-dd}").Order()
            .ShouldBe(["partner WunschDerPerson 2029-09-17 2029-12-03", "tochter GemeinsamesThema 2029-09-17 "]);
        blatt.Simulation.Fall.Sichtweisen.Select(s => s.Wessen).ShouldBe([Sichtseite.Klient, Sichtseite.Angehoerige]);
        blatt.Verschoben("2029-09-17").ShouldBeEmpty();
        blatt.Verschoben("2029-12-03").ShouldBeEmpty();
    }

    [Fact]
    public async Task Six_weeks_that_end_on_the_day_of_repentance_end_a_day_later_in_Sachsen()
    {
        var blatt = await Kalenderblatt.RunAsync("familie-als-ganzes", "2029-11-22");
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldBe("2029-10-01 2029-11-07");
        blatt.Tage("AufgabeFaellig", "Kontakt führen").ShouldBe("2029-10-15 2029-11-22");
        blatt.Tage("AufgabeUeberfaellig", "").ShouldBe("");

        var anderswo = Auslieferung.Szenario("familie-als-ganzes") with { Land = Domain.Kalender.Land.TH };
        (await Kalenderblatt.RunAsync(anderswo, bis: "2029-11-21")).Tage("AufgabeFaellig", "Kontakt führen").ShouldBe("2029-10-15 2029-11-21");
    }

    [Fact]
    public async Task Open_tasks_go_to_whoever_is_responsible_and_come_back()
    {
        (await Zustaendig("2028-07-02")).ShouldBe(["Antwort der Leistungsabteilung einholen: fallmanagement"]);
        (await Zustaendig("2028-07-03")).ShouldBe(["Antwort der Leistungsabteilung einholen: vertretung"]);
        (await Zustaendig("2029-01-07")).ShouldBe(["Antwort der Leistungsabteilung einholen: vertretung"]);
        (await Zustaendig("2029-01-08")).ShouldBe(["Antwort der Leistungsabteilung einholen: fallmanagement"]);

        static async Task<IEnumerable<string>> Zustaendig(string bis) => (await Kalenderblatt.RunAsync("lange-vertretung", bis)).Simulation.Db.Aufgaben.Values
            .Where(a => a.Status == Application.Aufgaben.Aufgabenstatus.Offen).Select(a => $"{a.Titel}: {a.ZustaendigId}");
    }

    [Fact]
    public async Task A_long_leave_needs_a_talk_and_moves_no_date()
    {
        var blatt = await Kalenderblatt.RunAsync("lange-vertretung");
        blatt.Tage("EingabeAbgelehnt", "Zuständigkeit").ShouldBe("2028-07-03");
        blatt.Simulation.Fall!.FallmanagerWechsel.ShouldBe(2);
        blatt.Verschoben("2028-07-03").ShouldBeEmpty();
        blatt.Verschoben("2029-01-08").ShouldBeEmpty();

        // Six weeks after 2028-08-09 is Weltkindertag, a Feiertag in Thüringen.
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldBe("2028-07-10 2028-08-07 2028-09-06 2028-10-19 2028-11-16 2028-12-14 2029-01-11 2029-02-08");
        blatt.Tage("AufgabeFaellig", "Kontakt führen").ShouldStartWith("2028-07-24 2028-08-21 2028-09-21 2028-11-02");
        blatt.Tage("AufgabeUeberfaellig", "").ShouldBe("");
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task A_return_that_rests_over_Christmas_goes_to_the_team_lead_and_the_Fall_runs_on_meanwhile()
    {
        var vorher = await Kalenderblatt.RunAsync("junger-mensch-anderer-weg", "2030-01-03");
        vorher.Tage("AufgabeErstellt", "Rückgabe bestätigen").ShouldBe("2029-12-18");
        vorher.Tage("AufgabeFaellig", "Rückgabe bestätigen").ShouldBe("2029-12-27");
        vorher.Tage("AufgabeErstellt", "Rückgabe ist nicht bestätigt").ShouldBe("2029-12-28");
        vorher.Simulation.Fall!.Status.ShouldBe(Fallstatus.Laufend);
        vorher.Naechste("KontaktfensterAbwarten").ShouldBe("2030-01-14 08:00");

        var blatt = await Kalenderblatt.RunAsync("junger-mensch-anderer-weg");
        blatt.Tage("AufgabeErledigt", "Rückgabe ist nicht bestätigt").ShouldBe("2030-01-04");
        blatt.Tage("AufgabeErstellt", "Fall nach der Rückgabe").ShouldBe("2030-01-04");
        blatt.Tage("FallBeendet", "").ShouldBe("2030-01-07");
        blatt.Offen().ShouldBe("Aufbewahrungsfrist festlegen");
        blatt.Simulation.Db.Engine.Timers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaving_a_subsidised_post_for_health_leaves_one_talk_that_waits_for_the_end_of_the_pause()
    {
        // Three months after the beginning is Mariä Himmelfahrt, a Feiertag in the Saarland.
        var vorher = await Kalenderblatt.RunAsync("gefoerderte-stelle-gesundheit", "2028-08-22");
        vorher.Tage("AufgabeErstellt", "Eignung und Anschluss").ShouldBe("2028-08-16");
        vorher.Tage("AufgabeFaellig", "Eignung und Anschluss").ShouldBe("2028-08-30");

        var blatt = await Kalenderblatt.RunAsync("gefoerderte-stelle-gesundheit", "2028-09-24");
        blatt.Tage("AufgabeErledigt", "Eignung und Anschluss").ShouldBe("2028-08-23");
        blatt.Tage("AufgabeFaellig", "Besprechen, wie es nach der Beschäftigung").ShouldBe("2028-10-06");
        blatt.Offen().ShouldBe("Besprechen, wie es nach der Beschäftigung weitergeht");
        var gespraech = blatt.Simulation.Db.Aufgaben.Values.Single(a => a.Art == "Anschluss");
        (gespraech.RuhtAm(new(2028, 9, 22)), gespraech.RuhtAm(new(2028, 9, 23))).ShouldBe((true, false));
        blatt.Simulation.Fall!.Status.ShouldBe(Fallstatus.Laufend);
    }

    [Fact]
    public async Task Contacts_rest_during_the_rehabilitation()
    {
        // Four weeks after 2028-05-08 is Pfingstmontag; 2028-08-29 moves by the thirty days of the pause.
        var blatt = await Kalenderblatt.RunAsync("gefoerderte-stelle-gesundheit");
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldBe("2028-05-08 2028-06-06 2028-07-04 2028-08-01 2028-09-28 2028-10-26");
        blatt.Tage("AufgabeErledigt", "Besprechen, wie es nach der Beschäftigung").ShouldBe("2028-09-25");
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task A_conference_that_nobody_notes_is_missed_on_the_day_after_and_told_on_the_next_Werktag()
    {
        // The day after the conference is Christi Himmelfahrt.
        var blatt = await Kalenderblatt.RunAsync("konferenz-mit-versaeumten-beschluessen", "2031-05-26");
        blatt.Tage("AufgabeFaellig", "Fallkonferenz durchführen").ShouldBe("2031-05-21");
        blatt.Tage("AufgabeUeberfaellig", "Fallkonferenz durchführen").ShouldBe("2031-05-22");
        blatt.Tage("Eskalation", "Fallkonferenz").ShouldBe("2031-05-23");
        blatt.Offen().ShouldBe("Beschluss der Fallkonferenz umsetzen | Beschluss der Fallkonferenz umsetzen");
    }

    [Fact]
    public async Task A_decision_due_on_Fronleichnam_has_a_day_more_and_each_owner_a_task()
    {
        var blatt = await Kalenderblatt.RunAsync("konferenz-mit-versaeumten-beschluessen");
        blatt.Tage("AufgabeFaellig", "Beschluss der Fallkonferenz").ShouldBe("2031-06-13 2031-06-30");
        blatt.Tage("AufgabeUeberfaellig", "Beschluss der Fallkonferenz").ShouldBe("2031-06-14");
        blatt.Tage("Eskalation", "Beschluss der Fallkonferenz").ShouldBe("2031-06-16");
        blatt.Tage("AufgabeErledigt", "Beschluss der Fallkonferenz").ShouldBe("2031-06-18 2031-06-30");
        blatt.Simulation.Db.Aufgaben.Values.Where(a => a.Art == "Konferenzbeschluss").OrderBy(a => a.FaelligAm).Select(a => a.Rolle).ShouldBe(["Fallmanager", "Teamleitung"]);
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task A_question_to_the_benefits_department_is_chased_after_ten_Werktage_and_an_urgent_one_after_five()
    {
        // Reformationstag is a Sunday here and Allerheiligen no Feiertag in Brandenburg; the clocks changed in between.
        var blatt = await Kalenderblatt.RunAsync("leistungsfrage-ohne-antwort");
        blatt.Tage("AufgabeFaellig", "Antwort der Leistungsabteilung").ShouldBe("2027-11-03 2027-12-30");
        blatt.Tage("AufgabeUeberfaellig", "Antwort der Leistungsabteilung").ShouldBe("2027-11-04");
        blatt.Tage("Eskalation", "Leistungsabteilung").ShouldBe("2027-11-04");
        blatt.Tage("AufgabeErledigt", "Antwort der Leistungsabteilung").ShouldBe("2027-11-22 2027-12-30");

        var nw = Auslieferung.Szenario("leistungsfrage-ohne-antwort") with { Land = Domain.Kalender.Land.NW };
        (await Kalenderblatt.RunAsync(nw, bis: "2027-10-20")).Tage("AufgabeFaellig", "Antwort der Leistungsabteilung").ShouldBe("2027-11-04");
    }

    [Fact]
    public async Task Two_emergencies_within_a_week_are_looked_after_one_by_one()
    {
        var blatt = await Kalenderblatt.RunAsync("zwei-notfaelle-um-weihnachten");
        blatt.Tage("AufgabeErstellt", "Notfall versorgen").ShouldBe("2027-12-23 2027-12-29");
        blatt.Tage("AufgabeFaellig", "Notfall versorgen").ShouldBe("2027-12-24 2027-12-30");
        blatt.Tage("AufgabeUeberfaellig", "Notfall versorgen").ShouldBe("2027-12-25");
        blatt.Tage("Eskalation", "Notfall").ShouldBe("2027-12-27");
        blatt.Tage("AufgabeErledigt", "Notfall versorgen").ShouldBe("2027-12-28 2027-12-30");
    }

    [Fact]
    public async Task They_move_no_other_date()
    {
        // Allerheiligen and Heilige Drei Könige are Feiertage in Bayern.
        var blatt = await Kalenderblatt.RunAsync("zwei-notfaelle-um-weihnachten");
        blatt.Verschoben("2027-12-23").ShouldBeEmpty();
        blatt.Verschoben("2027-12-29").ShouldBeEmpty();
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldBe("2027-11-02 2027-11-30 2028-01-07");
        blatt.Tage("AufgabeFaellig", "Kontakt führen").ShouldEndWith("2028-01-20");
    }
}
