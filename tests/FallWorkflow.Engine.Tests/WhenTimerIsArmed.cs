using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Tests;

public class WhenTimerIsArmed
{
    private static readonly FlowBuilder HalfYear = new FlowBuilder("half-year")
        .Step("Wait", "Delay", ("timeSpan", "180.00:00:00")).Line("After", "after").Connect("Wait>After");

    [Fact]
    public async Task Then_half_a_year_is_one_row_and_no_timer_of_the_operating_system()
    {
        var driver = new EngineDriver().With(HalfYear);

        await driver.StartAsync("half-year");

        var timer = driver.Store.Timers.ShouldHaveSingleItem();
        timer.DueAt.ShouldBe(driver.Time.GetUtcNow().AddDays(180));
        driver.Store.NextDue(timer.DueAt.AddTicks(-1)).ShouldBeNull();
        driver.Store.NextDue(timer.DueAt).ShouldBe(timer);
    }

    [Fact]
    public async Task Then_it_never_fires_early()
    {
        var driver = new EngineDriver().With(HalfYear);
        var instance = await driver.StartAsync("half-year");
        var timer = driver.Store.Timers.Single();
        driver.Time.Set(timer.DueAt.AddTicks(-1));

        (await driver.Engine.FireTimerAsync(driver.Burst(), timer.Id)).ShouldBeFalse();

        driver.Store.Timers.ShouldHaveSingleItem();
        driver.Lines.ShouldBeEmpty();
        instance.Status.ShouldBe(WorkflowStatus.Running);
    }

    [Fact]
    public async Task Then_it_fires_once_and_is_gone()
    {
        var driver = new EngineDriver().With(HalfYear);
        var instance = await driver.StartAsync("half-year");
        var timer = driver.Store.Timers.Single();
        driver.Time.Set(timer.DueAt);

        (await driver.Engine.FireTimerAsync(driver.Burst(), timer.Id)).ShouldBeTrue();
        (await driver.Engine.FireTimerAsync(driver.Burst(), timer.Id)).ShouldBeFalse();

        driver.Lines.ShouldBe(["after"]);
        instance.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public async Task Then_moving_it_changes_the_due_instant_and_leaves_old_and_new_in_the_journal()
    {
        var driver = new EngineDriver().With(HalfYear);
        await driver.StartAsync("half-year");
        var timer = driver.Store.Timers.Single();
        var earlier = driver.Time.GetUtcNow().AddDays(10);

        await driver.Engine.MoveTimerAsync(driver.Burst(), timer, earlier, "rule-2", "Feiertag");

        driver.Store.NextDue(earlier).ShouldBe(timer);
        timer.Rule.ShouldBe("rule-2");
        var moved = driver.Store.Journal.Single(e => e.Kind == JournalKinds.TimerMoved);
        moved.Data!.ShouldContain("2026-08-29");
        moved.Data!.ShouldContain("2026-03-12");
        moved.Data!.ShouldContain("Feiertag");
        driver.Time.Set(earlier);
        (await driver.Engine.FireTimerAsync(driver.Burst(), timer.Id)).ShouldBeTrue();
    }

    [Fact]
    public async Task Then_a_span_that_dotnet_would_read_as_days_is_an_incident()
    {
        var driver = new EngineDriver().With(new FlowBuilder("lenient").Step("Wait", "Delay", ("timeSpan", "72:00:00")));

        var instance = await driver.StartAsync("lenient");

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        EngineDriver.Incidents(instance).Single().Message.ShouldContain("72:00:00");
    }
}
