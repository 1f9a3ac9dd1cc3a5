using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Tests;

public class WhenAScheduleIsDue
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static FlowBuilder Scheduled(string type, string input, string value) => new FlowBuilder("nightly")
        .Step("T", type, (input, value)).Also(a => a["customProperties"] = new System.Text.Json.Nodes.JsonObject { ["canStartWorkflow"] = true })
        .Line("L", "js:'ran ' + getInput('Schedule')").Connect("T>L");

    private static ScheduleTrigger Trigger(EngineDriver driver)
    {
        var (activity, schedule) = Triggers.SchedulesOf(driver.Catalog.FindPublished("nightly")!).ShouldHaveSingleItem();
        return new ScheduleTrigger { DefinitionId = "nightly", ActivityId = activity, Schedule = schedule.Text, DueAt = schedule.FirstAt(driver.Time.GetUtcNow()) };
    }

    [Theory]
    [InlineData("Timer", "interval", "00:05:00", "every 00:05:00", "2026-03-02T08:05:00Z")]
    [InlineData("Cron", "cronExpression", "0 0 3 * * *", "cron 0 0 3 * * *", "2026-03-03T03:00:00Z")]
    [InlineData("StartAt", "dateTime", "2026-03-10T10:00:00+01:00", "at 2026-03-10T09:00:00.0000000Z", "2026-03-10T09:00:00Z")]
    public async Task Then_an_instance_starts_behind_its_trigger(string type, string input, string value, string schedule, string due)
    {
        var driver = new EngineDriver().With(Scheduled(type, input, value));
        var trigger = Trigger(driver);
        trigger.Schedule.ShouldBe(schedule);
        trigger.DueAt.ShouldBe(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture));

        var instance = await driver.Engine.FireScheduleAsync(driver.Burst(), trigger);

        instance!.Status.ShouldBe(WorkflowStatus.Finished);
        instance.CorrelationId.ShouldBeNull();
        driver.Lines.ShouldBe(["ran " + schedule]);
        driver.Store.Timers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Started_by_hand_the_same_definition_waits_once()
    {
        var driver = new EngineDriver().With(Scheduled("Timer", "interval", "00:05:00"));

        await driver.StartAsync("nightly");

        driver.Store.Timers.ShouldHaveSingleItem().DueAt.ShouldBe(Start.AddMinutes(5));
        driver.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_trigger_that_the_published_version_no_longer_has_starts_nothing()
    {
        var driver = new EngineDriver().With(Scheduled("Timer", "interval", "00:05:00"));
        var trigger = Trigger(driver);
        driver.With(new FlowBuilder("nightly").Line("L", "x"));

        (await driver.Engine.FireScheduleAsync(driver.Burst(), trigger)).ShouldBeNull();
    }

    [Theory]
    [InlineData("every 00:05:00", "2026-03-02T08:00:00Z", "2026-03-02T08:00:01Z", "2026-03-02T08:05:00Z")]
    [InlineData("every 00:05:00", "2026-03-02T08:00:00Z", "2026-03-02T08:05:00Z", "2026-03-02T08:10:00Z")]
    [InlineData("every 00:05:00", "2026-03-02T08:00:00Z", "2026-03-05T11:07:30Z", "2026-03-05T11:10:00Z")]
    [InlineData("cron 0 0 3 * * *", "2026-03-02T03:00:00Z", "2026-03-05T11:07:30Z", "2026-03-06T03:00:00Z")]
    [InlineData("at 2026-03-02T08:00:00Z", "2026-03-02T08:00:00Z", "2026-03-05T11:07:30Z", null)]
    public void However_many_were_missed_it_fires_once_and_goes_on_in_its_grid(string schedule, string due, string now, string? next)
    {
        var trigger = new ScheduleTrigger { DefinitionId = "d", ActivityId = "T", Schedule = schedule, DueAt = Instant(due) };

        trigger.Fired(Instant(now)!.Value);

        trigger.DueAt.ShouldBe(Instant(next));
    }

    [Theory]
    [InlineData("every 00:00:00.5")]
    [InlineData("every 72:00:00")]
    [InlineData("cron 0 3 * * *")]
    [InlineData("at noon")]
    [InlineData("sometimes")]
    public void A_schedule_that_cannot_be_meant_is_refused(string text) => Should.Throw<FormatException>(() => TriggerSchedule.Parse(text));

    private static DateTimeOffset? Instant(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
