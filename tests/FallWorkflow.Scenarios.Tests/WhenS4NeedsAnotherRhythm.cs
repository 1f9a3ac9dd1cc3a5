namespace FallWorkflow.Scenarios.Tests;

public class WhenS4NeedsAnotherRhythm
{
    private static Task<Kalenderblatt> Run(string bis) => Kalenderblatt.RunAsync("s4-krise-pause-rhythmus", bis);

    [Fact]
    public async Task Early_contact_moves_the_window()
    {
        var blatt = await Run("2027-10-05");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2027-10-18 08:00");
        blatt.Frist("LetzterKontakt", "Kontaktfenster.Ende").ShouldBe("2027-11-01");

        blatt = await Run("2027-10-06");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2027-11-03 08:00");
        blatt.Frist("LetzterKontakt", "Kontaktfenster.Ende").ShouldBe("2027-11-18");
    }

    [Fact]
    public async Task Emergency_and_reassessment_move_no_timer()
    {
        var vorher = await Run("2027-10-19");
        var nachher = await Run("2027-10-20");
        nachher.Offen().ShouldContain("Erneutes Assessment abschließen | Notfall versorgen");
        nachher.Naechste("KontaktfensterAbwarten").ShouldBe(vorher.Naechste("KontaktfensterAbwarten"));
        nachher.Naechste("WarnungAbwarten").ShouldBe(vorher.Naechste("WarnungAbwarten"));
        nachher.Tage("FristVerschoben", "").ShouldBe("2027-10-06");
    }

    [Fact]
    public async Task Changed_rhythm_moves_the_running_timer_at_once()
    {
        var blatt = await Run("2027-11-03");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2027-11-18 08:00");
        blatt.Verschoben("2027-11-03").ShouldBe(["Kontaktfenster abwarten: bisher 01.12.2027, jetzt 18.11.2027 – Kontaktrhythmus geändert: Die Lage ist angespannt; engere Begleitung ist gewünscht."]);
    }

    [Fact]
    public async Task Plan_and_contact_set_the_next_dates()
    {
        var blatt = await Run("2027-11-18");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2027-12-02 08:00");
        blatt.Frist("LetzterKontakt", "Kontaktfenster.Ende").ShouldBe("2027-12-16");
        blatt.Frist("PlanStand", "Planueberpruefung.Abstand").ShouldBe("2028-05-18");
        blatt.Naechste("ErinnerungAbwarten").ShouldBe("2028-05-04 08:00");
    }

    [Fact]
    public async Task Pause_moves_every_period_and_the_journal_shows_it()
    {
        var blatt = await Run("2027-11-22");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2027-12-21 08:00");
        blatt.Naechste("ErinnerungAbwarten").ShouldBe("2028-05-23 08:00");
        blatt.Naechste("WarnungAbwarten").ShouldBe("2029-07-09 08:00");
        blatt.Frist("PlanStand", "Planueberpruefung.Abstand").ShouldBe("2028-06-06");
        blatt.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2029-10-09");
        blatt.Verschoben("2027-11-22").Order().ShouldBe([
            "Bis zur Erinnerung: bisher 04.05.2028, jetzt 23.05.2028 – Pause: Krankenhaus",
            "Bis zur Warnung: bisher 20.06.2029, jetzt 09.07.2029 – Pause: Krankenhaus",
            "Dauergrenze: bisher 20.09.2029, jetzt 09.10.2029 – Pause: Krankenhaus",
            "Kontaktfenster abwarten: bisher 02.12.2027, jetzt 21.12.2027 – Pause: Krankenhaus",
            "Überprüfung des Kooperationsplans: bisher 18.05.2028, jetzt 06.06.2028 – Pause: Krankenhaus",
        ]);
        blatt.Journal("TimerMoved").Count(j => j.Contains("Pause: Krankenhaus", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task What_the_pause_moved_happens_on_the_new_days()
    {
        var blatt = await Run("2029-07-10");
        blatt.Tage("AufgabeErstellt", "Kontakt").ShouldBe("2027-11-03 2027-11-18 2027-12-21");
        blatt.Tage("Erinnerung", "Überprüfung").ShouldBe("2028-05-23");
        blatt.Tage("AufgabeErstellt", "Überprüfung").ShouldBe("2028-06-06");
        blatt.Tage("Erinnerung", "Dauergrenze").ShouldBe("2029-07-09 2029-07-09");
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task Task_that_is_open_when_a_pause_begins_is_held_until_it_ends()
    {
        var szenario = Auslieferung.Szenario("s4-krise-pause-rhythmus").Without(s => s.Tatsache == "KontaktGehalten" && s.Am == new DateOnly(2027, 11, 18));
        var blatt = await Kalenderblatt.RunAsync(szenario, bis: "2027-11-22");
        var aufgabe = blatt.Simulation.Db.Aufgaben.Values.Single(a => a.Titel == "Kontakt führen" && a.Status == Application.Aufgaben.Aufgabenstatus.Offen);
        aufgabe.RuhtAm(new(2027, 11, 22)).ShouldBeTrue();
        aufgabe.RuhtAm(new(2027, 12, 10)).ShouldBeTrue();
        aufgabe.RuhtAm(new(2027, 12, 11)).ShouldBeFalse();
        aufgabe.FaelligAm.ShouldBe(new DateOnly(2027, 12, 20));
    }
}
