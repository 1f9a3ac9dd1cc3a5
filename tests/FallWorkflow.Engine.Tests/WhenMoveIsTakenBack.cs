using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Engine.Tests;

/// <summary>What a move leaves for its undo, also where processes have a correlation of their own.</summary>
public class WhenMoveIsTakenBack
{
    private static readonly Intervention Because = new("Irrtum", "paula");

    private readonly EngineDriver _driver = new();

    [Fact]
    public async Task A_child_of_its_own_correlation_that_the_move_cancelled_comes_back()
    {
        _driver.With(Child(), Parent(wait: true));
        await _driver.StartAsync("flow");
        var child = _driver.Store.Instances.Single(i => i.DefinitionId == "child");
        child.CorrelationId.ShouldBe("other");
        var (state, timer) = (child.StateJson, _driver.Store.Timers.Single());
        var due = timer.DueAt;

        var record = await MoveAsync(new FlowBuilder("flow").Line("Begin", "begin").Event("Go", "go").Connect("Begin>Go"), ("Call", new MigrationTarget("Go", BeginsAnew: true)));
        (child.SubStatus, _driver.Store.Timers.Count).ShouldBe((WorkflowSubStatus.Cancelled, 0));
        (await record.IsUntouchedAsync(_driver.Store)).ShouldBeTrue();

        await _driver.Engine.UndoMoveAsync(_driver.Burst(), record, Because);
        (child.Status, child.StateJson).ShouldBe((WorkflowStatus.Running, state));
        _driver.Store.Timers.Single().DueAt.ShouldBe(due);
        _driver.Store.Journal.Last(e => e.InstanceId == child.Id).Kind.ShouldBe(JournalKinds.TimerArmed, "the journal tells the date that is back");
        await _driver.PublishAsync("ready", "other");
        _driver.Lines.ShouldBe(["begin", "child"]);
    }

    [Fact]
    public async Task A_child_of_its_own_correlation_that_the_move_began_ends_with_the_undo()
    {
        _driver.With(Child(), new FlowBuilder("flow").Line("Begin", "begin").Event("Wait", "x").Connect("Begin>Wait"));
        await _driver.StartAsync("flow");
        var record = await MoveAsync(Parent(wait: true), ("Wait", new MigrationTarget("Call", BeginsAnew: true)));
        var child = _driver.Store.Instances.Single(i => i.DefinitionId == "child");
        record.Begun.ShouldBe([child.Id]);
        var burst = _driver.Burst();
        await _driver.Engine.UndoMoveAsync(burst, record, Because);
        await _driver.Engine.PublishAsync(burst, new Stimulus("something else", "K1", null, null));
        child.SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        _driver.Store.Timers.ShouldBeEmpty();
        _driver.Lines.ShouldBe(["begin"], "nobody waited for it before");
    }

    [Fact]
    public async Task Waits_and_timers_stand_again_as_they_were()
    {
        _driver.With(Waits("Wait", "Pause").Event("Ask", "y").Step("Nap", "Delay", ("timeSpan", "2.00:00:00")).Connect("Open>Ask Open>Nap"));
        var instance = await _driver.StartAsync("flow");
        var nap = _driver.Store.Timers.Single(t => t.ActivityId == "Nap");
        (nap.LeaseOwner, nap.LeaseUntil) = ("a worker", _driver.Time.GetUtcNow());
        var (before, state) = (Rows(), instance.StateJson);
        var target = Waits("Listen", "Rest").Step("Doze", "Delay", ("timeSpan", "3.00:00:00")).Event("Ring", "z").Connect("Open>Doze Open>Ring");
        var record = await MoveAsync(
            target, ("Wait", new("Listen")), ("Pause", new("Rest")), ("Ask", new("Doze", BeginsAnew: true)), ("Nap", new("Ring", BeginsAnew: true)));
        Rows().ShouldBe(["Listen x", "Ring z", "Doze 2026-03-05", "Rest 2026-03-03"]);

        await _driver.Engine.UndoMoveAsync(_driver.Burst(), record, Because);
        Rows().ShouldBe(before);
        instance.StateJson[instance.StateJson.IndexOf(',', StringComparison.Ordinal)..].ShouldBe(state[state.IndexOf(',', StringComparison.Ordinal)..]);
        (_driver.Store.Timers.Single(t => t.ActivityId == "Nap").LeaseOwner, instance.Version).ShouldBe((null, 1));
        _driver.Store.Journal.Where(e => e.InstanceId == instance.Id).TakeLast(3).Select(e => $"{e.Kind} {e.ActivityId}")
            .ShouldBe([$"{JournalKinds.InstanceMoveUndone} ", $"{JournalKinds.TimerDropped} Doze", $"{JournalKinds.TimerArmed} Nap"]);
    }

    [Fact]
    public async Task A_rule_that_the_move_gave_a_timer_goes_with_it()
    {
        _driver.With(new FlowBuilder("flow").Step("Pause", "Delay", ("timeSpan", "1.00:00:00")).Event("Wait", "x").Connect("Pause>Wait"));
        await _driver.StartAsync("flow");
        var before = await MoveRecord.StandingAsync(_driver.Store, "K1");
        var timer = _driver.Store.Timers.Single();
        var due = timer.DueAt;
        timer.Rule = "{}";
        var record = MoveRecord.Between(before, await MoveRecord.StandingAsync(_driver.Store, "K1"), []);
        await _driver.Engine.UndoMoveAsync(_driver.Burst(), record, Because);
        (timer.DueAt, timer.Rule).ShouldBe((due, null));
    }

    [Theory]
    [InlineData("K1", "x")]
    [InlineData("other", "ready")]
    public async Task Whatever_has_gone_on_since_shows_whatever_its_correlation_is(string correlation, string happens)
    {
        _driver.With(Child(), Parent(wait: false));
        await _driver.StartAsync("flow");
        var record = await MoveAsync(Parent(wait: false, "v2"));
        (await record.IsUntouchedAsync(_driver.Store)).ShouldBeTrue();
        await _driver.PublishAsync(happens, correlation);
        (await record.IsUntouchedAsync(_driver.Store)).ShouldBeFalse();
        (await (record with { Sequences = null }).IsUntouchedAsync(_driver.Store)).ShouldBeTrue("records of earlier releases know nothing of it");
    }

    [Fact]
    public async Task A_move_whose_event_reaches_a_stranger_is_final()
    {
        _driver.With(Child(), new FlowBuilder("flow").Line("Begin", "begin").Event("Wait", "x").Connect("Begin>Wait"));
        await _driver.StartAsync("flow");
        await _driver.StartAsync("child", "stranger");
        var record = await MoveAsync(
            new FlowBuilder("flow").Line("Begin", "begin").Step("Tell", "PublishEvent", ("eventName", "ready"), ("correlationId", "stranger")).Event("Wait", "x")
                .Connect("Begin>Tell Tell>Wait"),
            ("Wait", new MigrationTarget("Tell", BeginsAnew: true)));
        _driver.Lines.ShouldBe(["begin", "child"]);
        record.IsFinal.ShouldBeTrue();
    }

    [Fact]
    public async Task A_move_that_calls_off_a_request_is_final_and_another_is_not()
    {
        _driver.With(new FlowBuilder("flow").Line("Begin", "begin").Step("Ask", "SendHttpRequest", ("url", "https://example.org/"), ("method", "GET")).Connect("Begin>Ask"));
        await _driver.StartAsync("flow");
        var target = new FlowBuilder("flow").Line("Begin", "begin").Event("Wait", "x").Connect("Begin>Wait");
        (await MoveAsync(target, ("Ask", new MigrationTarget("Wait", BeginsAnew: true)))).IsFinal.ShouldBeTrue();

        var other = new EngineDriver().With(new FlowBuilder("flow").Line("Begin", "begin").Event("Wait", "x").Connect("Begin>Wait"));
        await other.StartAsync("flow");
        (await MoveAsync(other, new FlowBuilder("flow").Line("Begin", "begin").Event("Wait", "x").Line("End", "e").Connect("Begin>Wait Wait>End"))).IsFinal.ShouldBeFalse();
    }

    [Fact]
    public async Task The_journal_tells_the_dates_that_are_back()
    {
        _driver.With(new FlowBuilder("flow").Step("Pause", "Delay", ("timeSpan", "1.00:00:00")).Event("Wait", "x").Connect("Pause>Wait"));
        var instance = await _driver.StartAsync("flow");
        var before = await MoveRecord.StandingAsync(_driver.Store, "K1");
        var timer = _driver.Store.Timers.Single();
        var due = timer.DueAt;
        await _driver.Engine.MoveTimerAsync(_driver.Burst(), timer, due.AddDays(3), null, "neue Fassung");
        var record = MoveRecord.Between(before, await MoveRecord.StandingAsync(_driver.Store, "K1"), []);

        await _driver.Engine.UndoMoveAsync(_driver.Burst(), record, Because);
        var told = _driver.Store.Journal.Last(e => e.InstanceId == instance.Id);
        told.Kind.ShouldBe(JournalKinds.TimerMoved);
        var data = JsonNode.Parse(told.Data!)!;
        ((DateTimeOffset)data["from"]!, (DateTimeOffset)data["to"]!, (string)data["reason"]!).ShouldBe((due.AddDays(3), due, "Irrtum"));
        told.Sequence.ShouldBe(instance.LastSequence);
        timer.DueAt.ShouldBe(due);
    }

    private List<string> Rows() =>
    [
        .. _driver.Store.Bookmarks.Select(b => $"{b.ActivityId} {b.Stimulus}").Order(StringComparer.Ordinal),
        .. _driver.Store.Timers.Select(t => $"{t.ActivityId} {t.DueAt:yyyy-MM-dd}").Order(StringComparer.Ordinal),
    ];

    private static FlowBuilder Waits(string wait, string pause) => new FlowBuilder("flow").Step("Open", "Start").Event(wait, "x")
        .Step(pause, "Delay", ("timeSpan", "1.00:00:00")).Connect($"Open>{wait} Open>{pause}");

    private static FlowBuilder Child() => new FlowBuilder("child").Event("Ready", "ready").Step("Pause", "Delay", ("timeSpan", "2.00:00:00")).Line("Said", "child")
        .Step("Open", "Start").Connect("Open>Ready Open>Pause Ready>Said");

    private static FlowBuilder Parent(bool wait, string text = "after") => new FlowBuilder("flow").Line("Begin", "begin")
        .Step("Call", "DispatchWorkflow", ("workflowDefinitionId", "child"), ("correlationId", "other"), ("waitForCompletion", wait ? "js:true" : "js:false"))
        .Event("Wait", "x").Line("After", text).Connect(wait ? "Begin>Call Call>After" : "Begin>Call Call>Wait Wait>After");

    private Task<MoveRecord> MoveAsync(FlowBuilder target, params (string From, MigrationTarget To)[] mapping) => MoveAsync(_driver, target, mapping);

    private static async Task<MoveRecord> MoveAsync(EngineDriver driver, FlowBuilder target, params (string From, MigrationTarget To)[] mapping)
    {
        var json = target.Json();
        json["id"] = "flow-v2";
        json["version"] = 2;
        driver.Catalog.Publish(DefinitionReader.Read(json));
        var before = await MoveRecord.StandingAsync(driver.Store, "K1");
        var burst = driver.Burst();
        var plan = new MigrationPlan("flow-v2", mapping.ToDictionary(m => m.From, m => m.To));
        var moved = await driver.Engine.MigrateAsync(burst, before.Open.Single(i => i.DefinitionId == "flow").Id, "flow-v1", plan, Because);
        moved.Obstacles.ShouldBeEmpty();
        return MoveRecord.Between(before, await MoveRecord.StandingAsync(driver.Store, "K1"), burst.Changed);
    }
}
