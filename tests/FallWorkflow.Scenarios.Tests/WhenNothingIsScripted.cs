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
    public async Task Same_input_gives_the_same_calendar()
    {
        var szenario = new Szenario { Name = "Standard", Land = Land.BY, Von = new(2027, 1, 11), Monate = 24, Standard = Szenario.Erledigt, Schritte = [] };
        var a = await Kalenderblatt.RunAsync(szenario);
        var b = await Kalenderblatt.RunAsync(szenario);
        a.ToString().ShouldBe(b.ToString());
    }
}
