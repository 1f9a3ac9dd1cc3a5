using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Scenarios.Tests;

public class WhenS2TargetGroupAdmits
{
    private static Task<Kalenderblatt> Run(string bis) => Kalenderblatt.RunAsync("s2-wohnungslos", bis);

    [Fact]
    public async Task One_need_is_enough_and_the_rule_is_stored_with_its_version()
    {
        var blatt = await Run("2027-01-27");
        var zugang = blatt.Simulation.Fall!.Zugang!;
        (zugang.Erfuellt, zugang.Regel, zugang.KonzeptVersion).ShouldBe((true, "Zielgruppe Wohnungslosigkeit", 0));
        blatt.Tage("FallAufgenommen", "Zielgruppe").ShouldBe("2027-01-27");
    }

    [Fact]
    public async Task Missed_contact_is_recorded_and_does_not_reset_the_clock()
    {
        var blatt = await Run("2027-03-08");
        blatt.Tage("AufgabeErstellt", "Kontakt").ShouldBe("2027-02-24");
        blatt.Tage("AufgabeFaellig", "Kontakt").ShouldBe("2027-03-10");
        blatt.Offen().ShouldContain("Kontakt führen");
        blatt.Simulation.Fall!.Akte.Select(e => e.Tatsache).OfType<KontaktAusgefallen>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_the_walk_it_would_be_overdue_on_the_day_after()
    {
        var szenario = Auslieferung.Szenario("s2-wohnungslos").Without(s => s.Tatsache == "KontaktGehalten");
        var blatt = await Kalenderblatt.RunAsync(szenario, bis: "2027-03-12");
        blatt.Tage("AufgabeUeberfaellig", "Kontakt").ShouldBe("2027-03-11");
        blatt.Tage("Eskalation", "Kontakt").ShouldBe("2027-03-11");
    }

    [Fact]
    public async Task Walk_opens_the_window_anew()
    {
        var blatt = await Run("2027-04-06");
        blatt.Tage("AufgabeErstellt", "Kontakt").ShouldBe("2027-02-24 2027-04-06");
        blatt.Tage("AufgabeFaellig", "Kontakt").ShouldBe("2027-03-10 2027-04-20");
        blatt.Tage("AufgabeUeberfaellig", "").ShouldBe("");
    }

    [Fact]
    public async Task Home_visit_is_recorded_before_any_plan()
    {
        var blatt = await Run("2027-04-06");
        blatt.Simulation.Fall!.PlanVereinbartAm.ShouldBeNull();
        blatt.Simulation.Fall.Akte.Select(e => e.Tatsache).OfType<KontaktGehalten>().Select(k => k.Form.ToString()).ShouldBe(["Spaziergang", "Hausbesuch"]);
    }
}
