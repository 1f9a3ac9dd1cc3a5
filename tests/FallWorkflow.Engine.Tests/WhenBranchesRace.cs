using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Tests;

public class WhenBranchesRace
{
    // Elsa stalls here from the second round on when the other branch wins (its issues 6725 and 6921).
    private static readonly FlowBuilder Loop = new FlowBuilder("race")
        .Step("Begin", "Start")
        .Line("Round", "round")
        .Event("A", "a").Event("B", "b").Step("Late", "Delay", ("timeSpan", "1.00:00:00"))
        .Step("Join", "FlowJoin", ("mode", "WaitAny"))
        .Step("More", "RunJavaScript", ("script", "setOutcome('Again')"), ("possibleOutcomes", "obj:[\"Again\",\"Out\"]"))
        .Connect("Begin>Round Round>A Round>B Round>Late A>Join B>Join Late>Join Join>More More.Again>Round");

    [Fact]
    public async Task Then_any_branch_may_win_in_any_round_of_a_loop()
    {
        var driver = new EngineDriver().With(Loop);
        var instance = await driver.StartAsync("race");

        foreach (var winner in new[] { "a", "b", "b", "a", "a", "b" })
        {
            (await driver.PublishAsync(winner)).ShouldBe(1, winner);
            driver.Store.Bookmarks.Select(b => b.Stimulus).ShouldBe(["a", "b"]);
            driver.Store.Timers.ShouldHaveSingleItem();
        }

        driver.Time.Advance(TimeSpan.FromDays(1));
        (await driver.Engine.FireTimerAsync(driver.Burst(), driver.Store.Timers.Single().Id)).ShouldBeTrue();
        driver.Lines.Count().ShouldBe(8);
        driver.Store.Timers.ShouldHaveSingleItem();
        instance.Status.ShouldBe(WorkflowStatus.Running);
        driver.Store.Journal.Count(e => e.Kind == JournalKinds.TimerDropped).ShouldBe(6);
    }

    [Fact]
    public async Task Then_a_join_of_all_active_branches_works_again_in_every_round()
    {
        var driver = new EngineDriver().With(new FlowBuilder("all")
            .Step("Begin", "Start").Line("Round", "round")
            .Event("A", "a").Event("B", "b")
            .Step("Join", "FlowJoin", ("mode", "WaitAllActive")).Line("Joined", "joined")
            .Connect("Begin>Round Round>A Round>B A>Join B>Join Join>Joined Joined>Round"));
        await driver.StartAsync("all");

        foreach (var name in new[] { "a", "b", "b", "a", "a", "b" })
            await driver.PublishAsync(name);

        driver.Lines.ShouldBe(["round", "joined", "round", "joined", "round", "joined", "round"]);
    }

    [Fact]
    public async Task Then_a_loop_in_a_loop_runs_in_full_every_time()
    {
        var driver = new EngineDriver().With(new FlowBuilder("nested")
            .Variable("N", "Int32", "0")
            .Line("Outer", "js:setN(0); 'outer'")
            .Line("Inner", "js:setN(getN() + 1); 'inner ' + getN()")
            .Step("Again", "FlowDecision", ("condition", "js:getN() < 3"))
            .Event("Wait", "next")
            .Connect("Outer>Inner Inner>Again Again.True>Inner Again.False>Wait Wait>Outer"));
        await driver.StartAsync("nested");
        await driver.PublishAsync("next");
        await driver.PublishAsync("next");

        string[] round = ["outer", "inner 1", "inner 2", "inner 3"];
        driver.Lines.ShouldBe([.. round, .. round, .. round]);
    }

    [Fact]
    public async Task Then_End_drops_what_waits_beside_it_and_its_child()
    {
        var driver = new EngineDriver().With(
            new FlowBuilder("outer")
                .Step("Inner", "Flowchart").Also(a =>
                {
                    var inner = new FlowBuilder("x").Step("Begin", "Start").Event("W", "w").Step("D", "Delay", ("timeSpan", "01:00:00"))
                        .Step("C", "ExecuteWorkflow", ("workflowDefinitionId", "child"), ("waitForCompletion", "true")).Event("G", "go").Step("E", "End")
                        .Connect("Begin>W Begin>D Begin>C Begin>G G>E").Json()["root"]!;
                    a["activities"] = inner["activities"]!.DeepClone();
                    a["connections"] = inner["connections"]!.DeepClone();
                })
                .Event("After", "after").Connect("Inner>After"),
            new FlowBuilder("child").Event("ChildWait", "never"));
        await driver.StartAsync("outer");

        await driver.PublishAsync("go");

        driver.Store.Bookmarks.Select(b => b.ActivityId).ShouldBe(["After"]);
        driver.Store.Timers.ShouldBeEmpty();
        driver.Store.Instances.Single(i => i.DefinitionId == "child").SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
    }
}
