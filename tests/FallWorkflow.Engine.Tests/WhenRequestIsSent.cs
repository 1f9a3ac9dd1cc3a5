using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;

namespace FallWorkflow.Engine.Tests;

public class WhenRequestIsSent
{
    private static FlowBuilder Flow(params (string, string)[] more) => new FlowBuilder("call").Variable("Answer").Variable("Code", "Int32")
        .Step("H", "FlowSendHttpRequest", [("url", "https://partner.example/api?secret=1"), ("method", "POST"), ("content", "js:({ a: 1 })"), ("contentType", "application/json"),
            ("authorization", "Bearer geheim"), ("expectedStatusCodes", "obj:[200, 404]"), .. more])
        .Also(a =>
        {
            a["parsedContent"] = new JsonObject { ["memoryReference"] = new JsonObject { ["id"] = "Answer" } };
            a["statusCode"] = new JsonObject { ["memoryReference"] = new JsonObject { ["id"] = "Code" } };
        })
        .Line("Ok", "js:'ok ' + getCode() + ' ' + getAnswer().b").Line("Other", "other").Line("Time", "time").Line("Away", "away")
        .Connect("H.200>Ok").Connect("H.Timeout>Time");

    private static async Task<(EngineDriver Driver, HttpCall Call)> SentAsync()
    {
        var json = Flow().Json();
        var connections = json["root"]!["connections"]!.AsArray();
        foreach (var (port, target) in new[] { ("Unmatched status code", "Other"), ("Failed to connect", "Away") })
            connections.Add(new JsonObject { ["source"] = new JsonObject { ["activity"] = "H", ["port"] = port }, ["target"] = new JsonObject { ["activity"] = target } });
        var driver = new EngineDriver();
        driver.Catalog.Publish(Definitions.DefinitionReader.Read(json));
        await driver.StartAsync("call");
        return (driver, driver.Store.HttpCalls.ShouldHaveSingleItem());
    }

    private static Task<int> AnswerAsync(EngineDriver driver, HttpCall call, JsonObject answer)
    {
        driver.Store.Remove(call);
        return driver.PublishAsync(HttpExchange.Stimulus, call.CorrelationId, answer, call.ExecutionId);
    }

    [Fact]
    public async Task It_is_a_row_of_the_transaction_and_its_secrets_are_in_no_journal()
    {
        var (driver, call) = await SentAsync();

        var request = JsonNode.Parse(call.Request)!;
        ((string?)request["method"]).ShouldBe("POST");
        ((string?)request["content"]).ShouldBe("""{"a":1}""");
        ((string?)request["headers"]!["Authorization"]).ShouldBe("Bearer geheim");
        call.Id.ShouldBe(call.ExecutionId);
        driver.Store.Journal.ShouldContain(e => e.Kind == "HttpRequested");
        driver.Store.Journal.ShouldAllBe(e => e.Data == null || !e.Data.Contains("geheim"));
    }

    [Theory]
    [InlineData("""{"statusCode":200,"contentType":"application/json","content":"{\"b\":2}"}""", "ok 200 2")]
    [InlineData("""{"statusCode":500,"content":"x"}""", "other")]
    [InlineData("""{"error":"TimedOut","message":"m"}""", "time")]
    [InlineData("""{"error":"Unreachable","message":"m"}""", "away")]
    public async Task The_answer_chooses_the_port(string answer, string line)
    {
        var (driver, call) = await SentAsync();

        await AnswerAsync(driver, call, JsonNode.Parse(answer)!.AsObject());

        driver.Lines.ShouldBe([line]);
    }

    [Fact]
    public async Task A_refusal_is_an_incident_with_its_reason()
    {
        var (driver, call) = await SentAsync();

        await AnswerAsync(driver, call, HttpExchange.Error(HttpExchange.Refused, "Der Rechner ist nicht erlaubt."));

        EngineDriver.Incidents(driver.Store.Instances.Single()).ShouldHaveSingleItem().Message.ShouldBe("Der Rechner ist nicht erlaubt.");
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_not_sent()
    {
        var (driver, _) = await SentAsync();

        await driver.Engine.CancelAsync(driver.Burst(), driver.Store.Instances.Single().Id, "test");

        driver.Store.HttpCalls.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_sequence_the_activity_drawn_for_the_status_runs()
    {
        var driver = new EngineDriver().With(new FlowBuilder("call").Step("H", "SendHttpRequest", ("url", "https://partner.example/"))
            .Also(a => a["expectedStatusCodes"] = JsonNode.Parse("""[{"statusCode":404,"activity":{"id":"N","type":"Elsa.WriteLine","text":{"expression":{"type":"Literal","value":"not there"}}}}]""")));
        await driver.StartAsync("call");

        await AnswerAsync(driver, driver.Store.HttpCalls.Single(), new JsonObject { ["statusCode"] = 404 });

        driver.Lines.ShouldBe(["not there"]);
        driver.Store.Instances.Single().Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Theory]
    [InlineData("ftp://partner.example/")]
    [InlineData("partner.example")]
    public async Task An_address_that_is_none_is_an_incident(string url)
    {
        var driver = new EngineDriver().With(new FlowBuilder("call").Step("H", "SendHttpRequest", ("url", url)));

        EngineDriver.Incidents(await driver.StartAsync("call")).ShouldHaveSingleItem().Message.ShouldContain(url);
    }
}
