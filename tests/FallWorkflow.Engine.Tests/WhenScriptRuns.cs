using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Tests;

public class WhenScriptRuns
{
    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("for (;;) { var x = 1; }")]
    [InlineData("function f() { return f(); } f()")]
    [InlineData("var s = 'x'; while (true) { s = s + s; }")]
    [InlineData("var a = []; for (var i = 0; i < 1e9; i++) { a.push('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' + i); }")]
    public async Task Then_a_limit_makes_an_incident_of_a_script_that_does_not_end(string script)
    {
        var driver = new EngineDriver().With(new FlowBuilder("endless").Step("S", "RunJavaScript", ("script", script)));
        var before = GC.GetTotalAllocatedBytes();

        var instance = await driver.StartAsync("endless");

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        EngineDriver.Incidents(instance).Single().Message.ShouldContain("limit");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(2_000_000_000);
    }

    [Fact]
    public async Task Then_its_clock_is_the_engines()
    {
        var driver = new EngineDriver().With(new FlowBuilder("clock").Line("L",
            "js:new Date().toISOString() + ' ' + Date.now() + ' ' + (new Date() instanceof Date) + ' ' + new Date(2026, 0, 31).getMonth()"));
        driver.Time.Set(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero));

        await driver.StartAsync("clock");

        driver.Lines.ShouldBe(["2031-05-06T07:08:09.000Z 1935817689000 true 0"]);
    }

    [Fact]
    public async Task Then_it_leaves_nothing_behind_for_the_next()
    {
        var driver = new EngineDriver().With(new FlowBuilder("leak").Variable("Secret", "String", "s").Line("A", "js:getSecret() + typeof getSecret")
            .Step("B", "RunJavaScript", ("script", "Array.prototype.join = function () { return 'hijacked'; }; leaked = 1; var x = 2;"))
            .Line("C", "js:[1, 2].join('-') + typeof leaked + typeof x")
            .Line("D", "js:[1, 2].join('-') + typeof this['get' + 'Secret']").Connect("A>B B>C C>D"));

        await driver.StartAsync("leak");
        await driver.StartAsync("leak");

        driver.Lines.ShouldBe(["sfunction", "1-2undefinedundefined", "1-2undefined", "sfunction", "1-2undefinedundefined", "1-2undefined"]);
    }

    [Fact]
    public async Task Then_it_cannot_reach_dotnet()
    {
        var driver = new EngineDriver().With(new FlowBuilder("clr").Line("L", "js:typeof System + typeof importNamespace + typeof getInput.GetType"));

        await driver.StartAsync("clr");

        driver.Lines.ShouldBe(["undefinedundefinedundefined"]);
    }

    [Fact]
    public async Task Then_the_host_may_add_functions()
    {
        var driver = new EngineDriver(extensions: [new Doubling()]).With(new FlowBuilder("host").Line("L", "js:'' + doubled(21) + instanceOf()"));

        var instance = await driver.StartAsync("host");

        driver.Lines.ShouldBe(["42" + instance.Id]);
    }

    [Fact]
    public async Task Then_the_same_script_may_run_on_many_threads()
    {
        var drivers = Enumerable.Range(0, 4).Select(_ => new EngineDriver()).ToArray();
        var shared = drivers[0].With(new FlowBuilder("many").Variable("N", "Int32", "1").Line("L", "js:[1, 2, 3].map(function (x) { return x * getN(); }).join('-')"));

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (_, cancellation) =>
        {
            var store = new InMemoryEngineStore();
            var instance = await shared.Engine.StartAsync(new Burst(store), "many", null, cancellation: cancellation);
            instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
            store.Journal.Single(e => e.Kind == Engine.Journal.JournalKinds.LineWritten).Data!.ShouldBe("""{"text":"1-2-3"}""");
        });
    }

    private sealed class Doubling : IExpressionExtension
    {
        public IEnumerable<(string Name, Func<IActivityContext, JsonNode?[], JsonNode?> Function)> Functions =>
        [
            ("doubled", (_, a) => a[0]!.GetValue<long>() * 2),
            ("instanceOf", (c, _) => c.Instance.Id),
        ];
    }
}
