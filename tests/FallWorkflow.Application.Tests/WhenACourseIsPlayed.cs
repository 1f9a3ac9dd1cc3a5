using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;
using static FallWorkflow.Application.Tests.Beispiele;

namespace FallWorkflow.Application.Tests;

public class WhenACourseIsPlayed
{
    [Fact]
    public async Task What_is_written_is_not_answered_by_default()
    {
        var simulation = await PlayAsync("2027-03-20", Step("2027-01-13", "UebergabeAngenommen"), Step("2027-02-17", "KontaktGehalten"));
        Days<UebergabeAngenommen>(simulation).ShouldBe("2027-01-13");
        Days<KontaktGehalten>(simulation).ShouldBe("2027-02-17 2027-03-17");
    }

    [Fact]
    public async Task What_is_not_written_is_done_on_its_day()
    {
        var simulation = await PlayAsync("2027-03-10");
        Days<UebergabeAngenommen>(simulation).ShouldBe("2027-01-11");
        Days<KontaktGehalten>(simulation).ShouldBe("2027-02-08 2027-03-08");
    }

    [Fact]
    public async Task A_demanded_talk_is_held_before_the_handover_is_answered()
    {
        var uebergabe = JsonNode.Parse(TatsachenKatalog.Serialize(Uebergabe with { RueckspracheGewuenscht = true }))!.AsObject();
        var simulation = await PlayAsync("2027-01-20", new Szenarioschritt { Am = Day("2027-01-11"), Um = new(9, 0), Tatsache = "Uebergeben", Daten = uebergabe });
        Days<RueckspracheGefuehrt>(simulation).ShouldBe("2027-01-11");
        Days<UebergabeAngenommen>(simulation).ShouldBe("2027-01-11");
        Days<FallAufgenommen>(simulation).ShouldBe("2027-01-11");
        var arten = simulation.Fall!.Akte.Select(e => e.Tatsache.GetType()).ToList();
        arten.IndexOf(typeof(RueckspracheGefuehrt)).ShouldBeLessThan(arten.IndexOf(typeof(UebergabeAngenommen)));
    }

    [Fact]
    public async Task Without_the_default_nothing_happens_by_itself()
    {
        var simulation = Simulator.Prepare(Betrieb.Prozesse(), new Szenario { Name = "leer", Land = Land.BY, Von = Day("2027-01-11"), Schritte = [] });
        await simulation.RunUntilAsync(Ortszeit.EndOfDay(Day("2027-03-10")));
        simulation.Fall.ShouldBeNull();
        simulation.Db.Verlauf.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_that_must_be_refused_and_is_not_stops_the_course() =>
        await Should.ThrowAsync<InvalidInputException>(() => PlayAsync("2027-03-20", new Szenarioschritt { Am = Day("2027-02-17"), Tatsache = "KontaktGehalten", Abgelehnt = "wirksamAm" }));

    [Theory]
    [InlineData("""{"name":"x","land":"BY","von":"2027-01-11","schritte":[],"gibtEsNicht":1}""")]
    [InlineData("""{"name":"x","land":"Atlantis","von":"2027-01-11","schritte":[]}""")]
    [InlineData("""{"name":"x"}""")]
    [InlineData("kein JSON")]
    public void A_scenario_nobody_can_read_is_refused_with_its_place(string json) =>
        Should.Throw<InvalidInputException>(() => Szenario.Parse(json)).Fehler.Single().Feld.ShouldStartWith("$");

    private static Szenarioschritt Step(string am, string tatsache) => new() { Am = Day(am), Tatsache = tatsache };

    private static async Task<Fallsimulation> PlayAsync(string bis, params Szenarioschritt[] schritte)
    {
        var simulation = Simulator.Prepare(
            Betrieb.Prozesse(), new Szenario { Name = "Probe", Land = Land.BY, Von = Day("2027-01-11"), Standard = Szenario.Erledigt, Schritte = schritte });
        await simulation.RunUntilAsync(Ortszeit.EndOfDay(Day(bis)));
        return simulation;
    }

    private static string Days<T>(Fallsimulation simulation) where T : Tatsache =>
        string.Join(' ', simulation.Fall!.Akte.Where(e => e.Tatsache is T).Select(e => e.WirksamAm.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
