using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Tests;

public class WhenStimulusIsPublished
{
    [Fact]
    public async Task Then_it_starts_what_it_triggers_with_its_correlation_and_payload_as_input()
    {
        var driver = new EngineDriver().With(new FlowBuilder("opened")
            .Event("On", "fall-opened").Also(a => a["customProperties"] = new JsonObject { ["canStartWorkflow"] = true })
            .Line("L", "js:getInput('name') + ' ' + getCorrelationId() + ' ' + getLastResult().name").Connect("On>L"));

        (await driver.PublishAsync("fall-opened", "F7", new JsonObject { ["name"] = "Ann" })).ShouldBe(1);

        driver.Lines.ShouldBe(["Ann F7 Ann"]);
        driver.Store.Instances.Single().CorrelationId.ShouldBe("F7");
    }

    [Fact]
    public async Task Then_a_key_reaches_its_subject_only()
    {
        var driver = new EngineDriver([new Waiting()]).With(new FlowBuilder("keyed").Step("W", "Test.Waiting").Line("L", "reached").Connect("W>L"));
        await driver.StartAsync("keyed", input: new JsonObject { ["key"] = "1" });
        await driver.StartAsync("keyed", input: new JsonObject { ["key"] = "2" });
        await driver.StartAsync("keyed");

        (await driver.PublishAsync("done", key: "2")).ShouldBe(2);
        (await driver.PublishAsync("done")).ShouldBe(0);
        (await driver.PublishAsync("done", key: "1")).ShouldBe(1);
    }

    [Fact]
    public async Task Then_what_an_activity_publishes_reaches_those_that_come_to_wait_in_the_same_burst()
    {
        var driver = new EngineDriver().With(
            new FlowBuilder("sender").Step("P", "PublishEvent", ("eventName", "ping"), ("payload", "js:({ n: 1 })"))
                .Event("W", "pong").Line("L", "js:'pong ' + getLastResult().n").Connect("P>W W>L"),
            new FlowBuilder("receiver").Event("W", "ping")
                .Step("P", "PublishEvent", ("eventName", "pong"), ("payload", "js:({ n: getLastResult().n + 1 })")).Connect("W>P"));
        var receiver = await driver.StartAsync("receiver");
        var stranger = await driver.StartAsync("receiver", "K2");

        var sender = await driver.StartAsync("sender");

        driver.Lines.ShouldBe(["pong 2"]);
        sender.Status.ShouldBe(WorkflowStatus.Finished);
        receiver.Status.ShouldBe(WorkflowStatus.Finished);
        stranger.Status.ShouldBe(WorkflowStatus.Running);
    }

    [Fact]
    public async Task Then_a_local_one_stays_within_the_instance_and_starts_nothing()
    {
        var driver = new EngineDriver().With(
            new FlowBuilder("flow").Step("Begin", "Start").Event("W", "ping").Line("L", "js:'got ' + getInput('n')")
                .Event("Go", "js:'go' + getInput('n')").Step("P", "PublishEvent", ("eventName", "ping"), ("isLocalEvent", "true"))
                .Connect("Begin>W W>L Begin>Go Go>P"),
            new FlowBuilder("started").Event("On", "ping").Also(a => a["customProperties"] = new JsonObject { ["canStartWorkflow"] = true })
                .Line("S", "started").Connect("On>S"));
        await driver.StartAsync("flow", input: new JsonObject { ["n"] = 1 });
        var second = await driver.StartAsync("flow", input: new JsonObject { ["n"] = 2 });

        await driver.PublishAsync("go1");

        driver.Lines.ShouldBe(["got 1"]);
        second.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        driver.Store.Instances.Count.ShouldBe(2);
    }

    private sealed class Waiting : Activities.IActivity
    {
        public Activities.ActivityDescriptor Descriptor { get; } = new("Test.Waiting", "", "", "", [], []) { Waits = true };

        public ValueTask ExecuteAsync(Activities.IActivityContext context)
        {
            context.WaitFor("done", (string?)InstanceSnapshotKey(context));
            return ValueTask.CompletedTask;
        }

        public ValueTask ResumeAsync(Activities.IActivityContext context, Activities.Resumption resumption) => context.CompleteAsync();

        private static JsonNode? InstanceSnapshotKey(Activities.IActivityContext context) => ((Execution.ActivityContext)context).Run.Input["key"];
    }
}
