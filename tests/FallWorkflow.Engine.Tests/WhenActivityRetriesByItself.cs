using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Tests;

public class WhenActivityRetriesByItself
{
    private readonly Moody _moody = new();

    [Fact]
    public async Task The_waiting_retry_is_a_timer_and_the_pauses_grow()
    {
        var driver = Driver("""{"maxRetryAttempts":3,"delay":"00:05:00","backoffType":"Exponential","maxDelay":"00:15:00"}""");
        var instance = await driver.StartAsync("flow");
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        List<double> pauses = [];
        while (driver.Store.Timers.SingleOrDefault() is { } timer)
        {
            pauses.Add((timer.DueAt - driver.Time.GetUtcNow()).TotalMinutes);
            driver.Time.Set(timer.DueAt);
            (await driver.Engine.FireTimerAsync(driver.Burst(), timer.Id)).ShouldBeTrue();
        }

        pauses.ShouldBe([5, 10, 15]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        EngineDriver.Incidents(instance).Single().Attempts.ShouldBe(4);
        _moody.Runs.ShouldBe(4);
        driver.Store.Journal.Count(e => e.Kind == JournalKinds.ActivityRetrying).ShouldBe(3);
    }

    [Fact]
    public async Task One_that_succeeds_goes_on_as_if_nothing_had_been()
    {
        var driver = Driver("""{"maxRetryAttempts":3,"delay":"00:05:00"}""");
        var instance = await driver.StartAsync("flow");
        _moody.Trouble = null;
        var timer = driver.Store.Timers.Single();
        driver.Time.Set(timer.DueAt);

        await driver.Engine.FireTimerAsync(driver.Burst(), timer.Id);

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        driver.Lines.ShouldBe(["b"]);
        EngineDriver.Incidents(instance).ShouldBeEmpty();
    }

    [Fact]
    public async Task Other_branches_do_not_wait_for_it()
    {
        var driver = Driver("""{"maxRetryAttempts":1,"delay":"00:05:00"}""", parallel: true);
        var instance = await driver.StartAsync("flow");
        await driver.PublishAsync("x");
        driver.Lines.ShouldBe(["x"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
    }

    [Fact]
    public async Task What_comes_for_it_before_the_retry_is_kept_for_afterwards()
    {
        var moody = new Moody(waits: true);
        var driver = new EngineDriver([moody]).With(Flow("""{"maxRetryAttempts":1,"delay":"10:00:00"}"""));
        await driver.StartAsync("flow");
        await driver.PublishAsync("wake", payload: 1);
        var alarm = driver.Store.Timers.Single(t => t.Name == "alarm");
        driver.Time.Set(alarm.DueAt);
        (await driver.Engine.FireTimerAsync(driver.Burst(), alarm.Id)).ShouldBeTrue();
        moody.Resumptions.Count.ShouldBe(1, "the alarm waits its turn");
        moody.Trouble = null;
        var retry = driver.Store.Timers.Single();
        driver.Time.Set(retry.DueAt);

        await driver.Engine.FireTimerAsync(driver.Burst(), retry.Id);

        moody.Resumptions.Select(r => r.TimerName ?? r.Stimulus!.Name).ShouldBe(["wake", "wake"]);
        driver.Lines.ShouldBe(["b"]);
    }

    [Theory]
    [InlineData("""{"maxRetryAttempts":0}""", "maxRetryAttempts")]
    [InlineData("""{"delay":"00:05:00"}""", "maxRetryAttempts")]
    [InlineData("""{"maxRetryAttempts":2,"delay":"72:00:00"}""", "delay")]
    [InlineData("""{"maxRetryAttempts":2,"backoffType":"Quadratic"}""", "backoffType")]
    [InlineData("""{"maxRetryAttempts":2,"useJitter":true}""", "useJitter")]
    [InlineData("""{"mode":"Identifier","strategyId":"http"}""", "mode")]
    public void Publishing_refuses_settings_that_cannot_be_kept(string strategy, string place)
    {
        var problems = new Validation.DefinitionValidator(Activities.BuiltInActivities.Registry([_moody])).Validate(Flow(strategy).Build());
        var problem = problems.First(p => p.Path.EndsWith(place, StringComparison.Ordinal));
        problem.Remedy.ShouldNotBeNullOrWhiteSpace();
        new Validation.DefinitionValidator(Activities.BuiltInActivities.Registry([_moody]))
            .Validate(Flow("""{"maxRetryAttempts":2,"delay":"1.00:00:00","backoffType":"Linear"}""").Build()).ShouldBeEmpty();
    }

    [Fact]
    public void An_editor_finds_the_settings_that_publishing_accepts_in_every_descriptor()
    {
        var registry = Activities.BuiltInActivities.Registry([_moody]);
        foreach (var activity in registry.All)
            activity.Descriptor.RetrySettings.Select(s => s.Name).ShouldBe(["maxRetryAttempts", "delay", "backoffType", "maxDelay"], activity.Descriptor.TypeName);
        var settings = _moody.Descriptor.RetrySettings;
        settings.ShouldAllBe(s => s.DisplayName.Length > 0 && s.Description.Length > 0);
        settings.Where(s => s.Required).Select(s => s.Name).ShouldBe(["maxRetryAttempts"]);

        var validator = new Validation.DefinitionValidator(registry);
        foreach (var backoff in settings.Single(s => s.Name == "backoffType").Options!)
            validator.Validate(Flow($$"""{"maxRetryAttempts":2,"delay":"00:01:00","backoffType":"{{backoff}}","maxDelay":"1.00:00:00"}""").Build()).ShouldBeEmpty();
    }

    private EngineDriver Driver(string strategy, bool parallel = false) => new EngineDriver([_moody]).With(Flow(strategy, parallel));

    private static FlowBuilder Flow(string strategy, bool parallel = false)
    {
        var flow = new FlowBuilder("flow").Step("Begin", "Start").Step("Bad", "Test.Moody")
            .Also(a => a["customProperties"] = new JsonObject { ["resilienceStrategy"] = JsonNode.Parse(strategy) })
            .Line("B", "b").Connect("Begin>Bad Bad>B");
        return parallel ? flow.Event("Wait", "x").Line("X", "x").Connect("Begin>Wait Wait>X") : flow;
    }
}
