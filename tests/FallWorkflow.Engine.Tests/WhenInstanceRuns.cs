using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Tests;

public class WhenInstanceRuns
{
    private static readonly FlowBuilder Contact = new FlowBuilder("contact")
        .Variable("Count", "Int32", "0")
        .Event("Held", "contact-held")
        .Step("Inc", "SetVariable", ("value", "js:getCount() + 1")).Also(a => a["variable"] = new JsonObject { ["id"] = "Count" })
        .Step("Pause", "Delay", ("timeSpan", "14.00:00:00"))
        .Step("More", "FlowDecision", ("condition", "js:getCount() < 3"))
        .Line("End1", "js:'held ' + getCount()")
        .Connect("Held>Inc Inc>Pause Pause>More More.True>Held More.False>End1");

    [Fact]
    public async Task Then_its_journal_has_no_gap_and_tells_what_happened()
    {
        var driver = new EngineDriver().With(Contact);
        var instance = await driver.StartAsync("contact");
        for (var i = 0; i < 3; i++)
        {
            (await driver.PublishAsync("contact-held", payload: new JsonObject { ["round"] = i })).ShouldBe(1);
            driver.Time.Advance(TimeSpan.FromDays(14));
            (await driver.Engine.FireTimerAsync(driver.Burst(), driver.Store.Timers.Single().Id)).ShouldBeTrue();
        }

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        driver.Lines.ShouldBe(["held 3"]);
        var journal = driver.Store.Journal.Where(e => e.InstanceId == instance.Id).ToList();
        journal.Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, journal.Count).Select(i => (long)i));
        instance.LastSequence.ShouldBe(journal.Count);
        journal.Count(e => e.Kind == JournalKinds.StimulusReceived).ShouldBe(3);
        journal.Count(e => e.Kind == JournalKinds.TimerFired).ShouldBe(3);
        journal.First(e => e.Kind == JournalKinds.ActivityStarted && e.ActivityId == "Held").Data!.ShouldContain("contact-held");
        journal.First(e => e.Kind == JournalKinds.StimulusReceived).Data!.ShouldContain("\"round\":0");
        journal.First(e => e.Kind == JournalKinds.TimerArmed).Data!.ShouldContain("2026-03-16");
        journal.First(e => e.ActivityId == "More" && e.Kind == JournalKinds.ActivityCompleted).Data!.ShouldBe("""{"outcomes":["True"]}""");
        journal[0].Kind.ShouldBe(JournalKinds.InstanceStarted);
        journal[^1].Kind.ShouldBe(JournalKinds.InstanceFinished);
    }

    [Fact]
    public async Task Then_asleep_it_is_small()
    {
        var driver = new EngineDriver().With(Contact);

        var instance = await driver.StartAsync("contact");

        instance.StateJson.Length.ShouldBeLessThan(300);
    }

    [Fact]
    public async Task Then_several_calls_may_share_a_burst()
    {
        var driver = new EngineDriver().With(Contact);
        var burst = driver.Burst();
        var instance = await driver.Engine.StartAsync(burst, "contact", "K1");
        await driver.Engine.PublishAsync(burst, new Stimulus("contact-held", "K1"));
        driver.Time.Advance(TimeSpan.FromDays(14));
        await driver.Engine.FireTimerAsync(burst, driver.Store.Timers.Single().Id);

        InstanceSnapshot.Of(instance).Variables["Count"]!.GetValue<int>().ShouldBe(1);
        driver.Store.Bookmarks.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Then_two_bursts_over_one_store_see_each_other()
    {
        var driver = new EngineDriver().With(new FlowBuilder("twice").Event("A", "a").Event("B", "b").Line("C", "c").Connect("A>B B>C"));
        var first = driver.Burst();
        await driver.Engine.StartAsync(first, "twice", "K1");
        await driver.Engine.PublishAsync(driver.Burst(), new Stimulus("a", "K1"));

        (await driver.Engine.PublishAsync(first, new Stimulus("b", "K1"))).ShouldBe(1);

        driver.Lines.ShouldBe(["c"]);
    }
}
