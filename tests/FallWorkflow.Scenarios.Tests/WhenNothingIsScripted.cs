using FallWorkflow.Application.Simulation;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Scenarios.Tests;

public class WhenNothingIsScripted
{
    [Theory]
    [InlineData(Land.BY)]
    [InlineData(Land.NW)]
    [InlineData(Land.SN)]
    public async Task Fall_runs_from_handover_to_the_end_of_aftercare(Land land)
    {
        var szenario = new Szenario { Name = "Standard", Land = land, Von = new(2027, 1, 11), Monate = 34, Standard = Szenario.Erledigt, Schritte = [] };
        var blatt = await Kalenderblatt.RunAsync(szenario);
        blatt.Tage("FallAufgenommen", "").ShouldBe("2027-01-11");
        blatt.Tage("AufgabeErstellt", "Kontakt führen").ShouldStartWith("2027-02-08 2027-03-08 2027-04-05");
        blatt.Tage("AufgabeUeberfaellig", "").ShouldBe("");
        blatt.Tage("Erinnerung", "Dauergrenze").ShouldBe("2028-10-11 2028-10-11");
        blatt.Tage("FallAbgeschlossen", "").ShouldBe("2029-01-11");
        blatt.Tage("NachbetreuungBeendet", "").ShouldBe("2029-07-11");
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task Handover_on_a_Feiertag_is_possible_and_every_Frist_still_ends_on_a_Werktag()
    {
        // Heilige Drei Könige, a Feiertag in Bayern.
        var szenario = new Szenario { Name = "Standard", Land = Land.BY, Von = new(2027, 1, 6), Monate = 7, Standard = Szenario.Erledigt, Schritte = [] };
        var blatt = await Kalenderblatt.RunAsync(szenario);
        blatt.Tage("AufgabeFaellig", "Übergabe").ShouldBe("2027-01-13");
        blatt.Tage("AufgabeErstellt", "Überprüfung").ShouldBe("2027-07-06");
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task Partner_accepts_on_the_next_Werktag_and_the_duration_is_ended()
    {
        // Thursday before Karfreitag: the next Werktag is the Tuesday after Easter.
        var szenario = new Szenario { Name = "Standard", Land = Land.BY, Von = new(2027, 3, 25), Monate = 34, Standard = Szenario.Erledigt, Schritte = [] };
        var blatt = await Kalenderblatt.RunAsync(szenario);
        blatt.Tage("NachrichtGesendet", "").ShouldBe("2027-03-25");
        blatt.Tage("NachrichtEmpfangen", "angenommen").ShouldBe("2027-03-30");
        blatt.Letzte<Domain.Tatsachen.DauerEndeBeschlossen>().ShouldNotBeNull();
        blatt.Tage("AufgabeErledigt", "Dauergrenze").ShouldBe(blatt.Tage("AufgabeErstellt", "Dauergrenze"));
        blatt.Tage("PhaseGewechselt", "Abschluss").ShouldBe("2029-03-26");
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task Overdue_shows_on_the_calendar_day_after_a_Friday_and_the_team_lead_hears_on_Monday()
    {
        // Admitted on Friday, 2027-01-22: six weeks end on Friday, 2027-03-05.
        var s1 = Auslieferung.Szenario("s1-schulden-und-sucht");
        var szenario = new Szenario
        {
            Name = s1.Name,
            Land = s1.Land,
            Von = s1.Von,
            Schritte =
            [
                .. s1.Schritte.Where(s => s.Am < new DateOnly(2027, 1, 18)),
                .. new[] { "ErstgespraechGefuehrt", "KlientEntschieden", "FallAufgenommen" }.Select(t => new Szenarioschritt { Am = new(2027, 1, 22), Tatsache = t }),
            ],
        };
        var blatt = await Kalenderblatt.RunAsync(szenario, bis: "2027-03-08");
        blatt.Tage("AufgabeFaellig", "Kontakt").ShouldBe("2027-03-05");
        blatt.Tage("AufgabeUeberfaellig", "Kontakt").ShouldBe("2027-03-06");
        blatt.Tage("Eskalation", "Kontakt").ShouldBe("2027-03-08");
    }

    [Fact]
    public async Task Same_input_gives_the_same_calendar()
    {
        var szenario = new Szenario { Name = "Standard", Land = Land.BY, Von = new(2027, 1, 11), Monate = 24, Standard = Szenario.Erledigt, Schritte = [] };
        var a = await Kalenderblatt.RunAsync(szenario);
        var b = await Kalenderblatt.RunAsync(szenario);
        a.ToString().ShouldBe(b.ToString());
    }
}
