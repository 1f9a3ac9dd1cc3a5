using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Engine.Tests;

public class WhenInstanceMovesToAnotherVersion
{
    private static readonly Intervention Because = new("Neue Fachregel", "paula");

    private readonly EngineDriver _driver = new();

    [Fact]
    public async Task Open_steps_keep_their_ids_bookmarks_and_timers()
    {
        var instance = await StartAsync(Flow().Event("Wait", "x").Step("Pause", "Delay", ("timeSpan", "1.00:00:00")).Line("End", "v1")
            .Connect("Begin>Wait Begin>Pause Wait>End"));
        var (bookmark, timer) = (_driver.Store.Bookmarks.Single(), _driver.Store.Timers.Single());
        var due = timer.DueAt;

        var result = await MoveAsync(instance, Flow().Event("Wait", "x").Step("Pause", "Delay", ("timeSpan", "5.00:00:00")).Line("End", "v2")
            .Connect("Begin>Wait Begin>Pause Wait>End"));

        result.Steps.Select(s => (s.From, s.Kind)).ShouldBe([("Flow", MigratedStepKind.Stays), ("Wait", MigratedStepKind.Stays), ("Pause", MigratedStepKind.Stays)]);
        (instance.Version, instance.DefinitionVersionId).ShouldBe((2, "flow-v2"));
        _driver.Store.Bookmarks.Single().Id.ShouldBe(bookmark.Id);
        (_driver.Store.Timers.Single().Id, _driver.Store.Timers.Single().DueAt).ShouldBe((timer.Id, due));
        await _driver.PublishAsync("x");
        _driver.Lines.ShouldBe(["begin", "v2"]);
        var entry = _driver.Store.Journal.Single(e => e.Kind == JournalKinds.InstanceMigrated);
        entry.Data!.ShouldContain("Neue Fachregel");
        (await _driver.Engine.MigrateAsync(_driver.Burst(), instance.Id, "flow-v1", Plan(), Because)).Obstacles.Single().Kind.ShouldBe(MigrationObstacleKind.OtherVersion);
    }

    [Fact]
    public async Task A_step_inserted_before_the_open_one_is_not_run_any_more()
    {
        var instance = await StartAsync(Flow().Event("Wait", "x").Line("End", "end").Connect("Begin>Wait Wait>End"));
        await MoveAsync(instance, Flow().Event("Approve", "a").Event("Wait", "x").Line("End", "end").Connect("Begin>Approve Approve>Wait Wait>End"));
        await _driver.PublishAsync("x");
        _driver.Lines.ShouldBe(["begin", "end"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_step_inserted_behind_the_open_one_comes_in_its_turn()
    {
        var instance = await StartAsync(Flow().Event("Wait", "x").Line("End", "end").Connect("Begin>Wait Wait>End"));
        await MoveAsync(instance, Flow().Event("Wait", "x").Event("Approve", "a").Line("End", "end").Connect("Begin>Wait Wait>Approve Approve>End"));
        await _driver.PublishAsync("x");
        _driver.Lines.ShouldBe(["begin"]);
        await _driver.PublishAsync("a");
        _driver.Lines.ShouldBe(["begin", "end"]);
    }

    [Fact]
    public async Task In_a_loop_that_has_run_before_insertions_hold_for_the_rounds_to_come()
    {
        var instance = await StartAsync(Flow().Event("Wait", "x").Line("End", "round").Connect("Begin>Wait Wait>End End>Wait"));
        await _driver.PublishAsync("x");
        await _driver.PublishAsync("x");
        _driver.Lines.ShouldBe(["begin", "round", "round"]);

        await MoveAsync(instance, Flow().Event("Before", "b").Event("Wait", "x").Event("After", "a").Line("End", "round")
            .Connect("Begin>Before Before>Wait Wait>After After>End End>Before"));

        await _driver.PublishAsync("x");
        _driver.Lines.Count().ShouldBe(3, "the approval behind the open step is waited for");
        await _driver.PublishAsync("a");
        _driver.Lines.Count().ShouldBe(4);
        await _driver.PublishAsync("x");
        _driver.Lines.Count().ShouldBe(4, "in the next round the step before is waited for as well");
        foreach (var name in (string[])["b", "x", "a"])
            await _driver.PublishAsync(name);
        _driver.Lines.Count().ShouldBe(5);
    }

    [Fact]
    public async Task A_step_without_counterpart_keeps_the_instance_where_it_is()
    {
        var instance = await StartAsync(Flow().Event("Old", "x").Line("End", "end").Connect("Begin>Old Old>End"));
        var state = instance.StateJson;
        var target = Flow().Event("New", "y").Line("End", "end").Connect("Begin>New New>End");

        var result = await MoveAsync(instance, target);
        result.Moved.ShouldBeFalse();
        result.Obstacles.Single().ShouldBe(new MigrationObstacle(MigrationObstacleKind.NoCounterpart, "Old", "Old"));
        (instance.Version, instance.StateJson).ShouldBe((1, state));

        result = await MoveAsync(instance, target, ("Old", new MigrationTarget("New")));
        result.Steps.ShouldContain(new MigratedStep("Old", "New", MigratedStepKind.Mapped));
        _driver.Store.Bookmarks.Single().ActivityId.ShouldBe("New");
        await _driver.PublishAsync("x");
        _driver.Lines.ShouldBe(["begin", "end"]);
    }

    [Fact]
    public async Task What_has_ended_stays_in_its_version()
    {
        var instance = await StartAsync(Flow());
        (await MoveAsync(instance, Flow().Line("End", "end").Connect("Begin>End"))).Obstacles.ShouldHaveSingleItem().Kind.ShouldBe(MigrationObstacleKind.NotOpen);
        (instance.Version, instance.SubStatus).ShouldBe((1, WorkflowSubStatus.Finished));
    }

    [Fact]
    public async Task A_step_may_begin_anew_or_be_given_up_by_decision()
    {
        var instance = await StartAsync(Flow().Event("Old", "x").Event("Other", "o").Line("End", "end").Connect("Begin>Old Begin>Other Old>End Other>End"));
        var result = await MoveAsync(instance, Flow().Event("New", "y").Line("End", "end").Connect("Begin>New New>End"),
            ("Old", new MigrationTarget("New", BeginsAnew: true)), ("Other", new MigrationTarget(null)));
        result.Steps.Select(s => s.Kind).ShouldBe([MigratedStepKind.Stays, MigratedStepKind.BegunAnew, MigratedStepKind.GivenUp]);
        _driver.Store.Bookmarks.Single().Stimulus.ShouldBe("y");
        await _driver.PublishAsync("y");
        _driver.Lines.ShouldBe(["begin", "end"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_join_goes_on_when_the_branch_it_waited_for_is_given_up()
    {
        var instance = await StartAsync(Flow().Line("A", "a").Event("B", "b").Line("End", "end").Connect("Begin>A Begin>B A>End B>End"));
        var result = await MoveAsync(instance, Flow().Line("A", "a").Line("End", "end").Connect("Begin>A A>End"), ("B", new MigrationTarget(null)));
        result.Steps.ShouldContain(new MigratedStep(null, "End", MigratedStepKind.Begun));
        _driver.Lines.ShouldBe(["begin", "a", "end"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_parallel_branch_added_behind_a_fork_that_was_passed_holds_nobody_up()
    {
        var instance = await StartAsync(Flow().Event("A", "a").Line("End", "end").Connect("Begin>A A>End"));
        await MoveAsync(instance, Flow().Event("A", "a").Event("B1", "b").Line("B2", "b2").Line("End", "end").Connect("Begin>A Begin>B1 B1>B2 A>End B2>End"));
        await _driver.PublishAsync("a");
        _driver.Lines.ShouldBe(["begin", "end"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Join_counters_follow_the_connections_not_their_places()
    {
        var instance = await StartAsync(Flow().Line("A", "a").Event("B", "b").Line("End", "end").Connect("Begin>A Begin>B A>End B>End"));
        await MoveAsync(instance, Flow().Line("A", "a").Event("B", "b").Line("End", "end").Connect("B>End Begin>B A>End Begin>A"));
        _driver.Lines.ShouldBe(["begin", "a"]);
        await _driver.PublishAsync("b");
        _driver.Lines.ShouldBe(["begin", "a", "end"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_stopped_instance_moves_to_a_mended_version_and_is_retried_there()
    {
        var instance = await StartAsync(Flow().Line("Bad", "js:oops()").Connect("Begin>Bad"));
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        await MoveAsync(instance, Flow().Line("Bad", "mended").Connect("Begin>Bad"));
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        await _driver.Engine.RetryAsync(_driver.Burst(), instance.Id, null, Because);
        _driver.Lines.ShouldBe(["begin", "mended"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_step_that_is_a_workflow_and_waits_inside_says_so_and_may_begin_anew()
    {
        var used = new FlowBuilder("pause").Event("A", "go").Line("B", "inside").Connect("A>B").Json();
        (used["name"], used["options"]) = ("pause it", new System.Text.Json.Nodes.JsonObject { ["usableAsActivity"] = true });
        _driver.Catalog.Publish(DefinitionReader.Read(used));
        FlowBuilder Uses() => Flow().Step("P", "PauseIt").Also(a => a["type"] = "PauseIt").Line("End", "end").Connect("Begin>P P>End");
        var instance = await StartAsync(Uses());

        var kept = await MoveAsync(instance, Uses());
        kept.Moved.ShouldBeFalse();
        kept.Obstacles.ShouldHaveSingleItem().ShouldBe(new MigrationObstacle(MigrationObstacleKind.InsideUsedWorkflow, "P", "P"));
        instance.Version.ShouldBe(1);

        (await MoveAsync(instance, Uses(), ("P", new MigrationTarget("P", BeginsAnew: true)))).Moved.ShouldBeTrue();
        await _driver.PublishAsync("go");
        _driver.Lines.ShouldBe(["begin", "inside", "end"]);
    }

    private static FlowBuilder Flow() => new FlowBuilder("flow").Line("Begin", "begin");

    private async Task<WorkflowInstance> StartAsync(FlowBuilder flow)
    {
        _driver.With(flow);
        return await _driver.StartAsync("flow");
    }

    private static MigrationPlan Plan(params (string From, MigrationTarget To)[] mapping) =>
        new("flow-v2", mapping.ToDictionary(m => m.From, m => m.To));

    private Task<MigrationResult> MoveAsync(WorkflowInstance instance, FlowBuilder target, params (string From, MigrationTarget To)[] mapping)
    {
        var json = target.Json();
        json["id"] = "flow-v2";
        json["version"] = 2;
        _driver.Catalog.Publish(DefinitionReader.Read(json));
        return _driver.Engine.MigrateAsync(_driver.Burst(), instance.Id, "flow-v1", Plan(mapping), Because);
    }
}
