using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Tests;

public class WhenInstanceIsExported
{
    private static readonly FlowBuilder Flow = new FlowBuilder("flow").Variable("Amount", "Int32", "3").Step("Begin", "Start")
        .Event("E", "go").Step("D", "Delay", ("timeSpan", "40.00:00:00")).Line("L", "js:'after ' + getAmount()").Line("M", "late")
        .Connect("Begin>E Begin>D E>L D>M");

    private static async Task<(EngineDriver Driver, WorkflowInstance Instance, string Text)> ExportAsync()
    {
        var driver = new EngineDriver().With(Flow);
        var instance = await driver.StartAsync("flow", input: new JsonObject { ["x"] = "ü" });
        var archive = await InstanceArchive.ReadAsync(driver.Store, instance.Id, driver.Store.Journal);
        return (driver, instance, archive!.ToJson());
    }

    [Fact]
    public async Task Then_it_goes_on_elsewhere_where_it_stood()
    {
        var (driver, instance, text) = await ExportAsync();
        var other = new EngineDriver().With(Flow);

        InstanceArchive.Parse(text).AddTo(other.Store);

        other.Store.Journal.Count.ShouldBe(driver.Store.Journal.Count);
        (await other.PublishAsync("go")).ShouldBe(1);
        other.Time.Set(other.Time.GetUtcNow().AddDays(40));
        (await other.Engine.FireTimerAsync(other.Burst(), other.Store.Timers.Single().Id)).ShouldBeTrue();
        other.Lines.ShouldBe(["after 3", "late"]);
        other.Store.Instances.Single().Id.ShouldBe(instance.Id);
        other.Store.Journal.Select(j => j.Sequence).ShouldBe(Enumerable.Range(1, other.Store.Journal.Count).Select(n => (long)n));
    }

    [Fact]
    public async Task Then_reading_and_writing_gives_the_same_text()
    {
        var (_, _, text) = await ExportAsync();

        InstanceArchive.Parse(text).ToJson().ShouldBe(text);
        text.ShouldContain("\"x\":\"ü\"");
    }

    [Fact]
    public async Task Then_fields_that_nobody_knows_are_kept()
    {
        var (_, _, text) = await ExportAsync();
        var json = JsonNode.Parse(text)!.AsObject();
        json["later"] = 1;
        json["instance"]!["later"] = 2;
        json["timers"]![0]!["later"] = 3;
        json["journal"]![0]!["later"] = 4;

        var again = JsonNode.Parse(InstanceArchive.Parse(json.ToJsonString()).ToJson())!;

        JsonNode.DeepEquals(again, json).ShouldBeTrue(again.ToJsonString());
    }

    [Fact]
    public async Task Then_leases_stay_behind()
    {
        var (driver, instance, _) = await ExportAsync();
        var timer = driver.Store.Timers.Single();
        (timer.LeaseOwner, timer.Fence) = ("node-1", 7);

        var archive = await InstanceArchive.ReadAsync(driver.Store, instance.Id, []);

        archive!.ToJson().ShouldNotContain("node-1");
        InstanceArchive.Parse(archive.ToJson()).Timers.Single().Fence.ShouldBe(0);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":2,"instance":{}}""")]
    [InlineData("""{"format":1,"instance":{"id":"a"}}""")]
    [InlineData("{")]
    public void Then_what_is_no_export_is_refused(string text) => Should.Throw<DefinitionFormatException>(() => InstanceArchive.Parse(text));
}
