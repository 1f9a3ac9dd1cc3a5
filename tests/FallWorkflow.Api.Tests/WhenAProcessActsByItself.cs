using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Execution;
using FallWorkflow.TestKit.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary>Published definitions that start at their own times and call another server: a real Kestrel on the loopback.</summary>
public sealed class WhenAProcessActsByItself : IAsyncLifetime
{
    private static readonly DateTimeOffset Beginn = new(2027, 1, 11, 7, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<(string Path, string Key, string Body)> _anfragen = new();
    private WebApplication _partner = null!;
    private FallWorkflowApp _app = null!;
    private Sitzung _sitzung = null!;

    private Uri Partner => new(_partner.Urls.First());

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _partner = builder.Build();
        _partner.Map("/{**pfad}", AnswerAsync);
        await _partner.StartAsync();
        _app = await FallWorkflowApp.StartAsync(new Appoptionen
        {
            Beginn = Beginn,
            Weitere = new Dictionary<string, string?> { ["Http:AllowedHosts"] = Partner.Authority, ["Http:TimeoutSeconds"] = "2" },
        });
        _sitzung = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _partner.DisposeAsync();
    }

    [Fact]
    public async Task It_starts_at_each_of_its_times_calls_with_a_key_and_goes_on_with_the_answer()
    {
        await PublishAsync("/ok", "00:05:00");

        await _app.AdvanceToAsync(Beginn.AddMinutes(11));

        var instanzen = await FinishedAsync(2);
        instanzen.ShouldAllBe(i => i.SubStatus == WorkflowSubStatus.Finished);
        instanzen.Select(i => i.CreatedAt).ShouldBe([Beginn.AddMinutes(5), Beginn.AddMinutes(10)], ignoreOrder: true);
        instanzen.ShouldAllBe(i => InstanceSnapshot.Of(i).Output.ToJsonString() == """{"Antwort":"200 gut"}""");
        _anfragen.Select(a => a.Key).Distinct().Count().ShouldBe(2);
        _anfragen.ShouldAllBe(a => a.Body == """{"frage":1}""");
    }

    [Fact]
    public async Task Once_it_is_retracted_its_times_are_gone_and_with_the_next_version_they_come_back()
    {
        var ausloeser = _app.Services.GetRequiredService<IZeitausloeser>();
        await PublishAsync("/ok", "00:05:00");
        (await ausloeser.NextDueAsync()).ShouldBe(Beginn.AddMinutes(5));

        (await Prozessprobe.StudioAsync(_sitzung, "/workflow-definitions/nachtlauf/retract", "{}", "Wird nicht gebraucht")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ausloeser.NextDueAsync()).ShouldBeNull();
        await _app.AdvanceToAsync(Beginn.AddMinutes(16));
        (await InstancesAsync()).ShouldBeEmpty();

        await PublishAsync("/ok", "00:07:00");
        (await ausloeser.NextDueAsync()).ShouldBe(Beginn.AddMinutes(23));
    }

    [Theory]
    [InlineData("/umleitung", "leitet zu einem anderen Rechner")]
    [InlineData("http://localhost:1/", "nicht erlaubt")]
    public async Task A_host_that_is_not_allowed_is_never_called(string ziel, string meldung)
    {
        await PublishAsync(ziel, "00:05:00");

        await _app.AdvanceToAsync(Beginn.AddMinutes(6));

        var instanz = (await FinishedAsync(1)).Single();
        instanz.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        InstanceSnapshot.Of(instanz).Incidents.ShouldHaveSingleItem().Message.ShouldContain(meldung);
        _anfragen.ShouldNotContain(a => a.Path == "/fremd");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_the_port_Timeout()
    {
        await PublishAsync("/langsam", "00:05:00");

        await _app.AdvanceToAsync(Beginn.AddMinutes(6));

        InstanceSnapshot.Of((await FinishedAsync(1)).Single()).Output.ToJsonString().ShouldBe("""{"Antwort":"vorbei"}""");
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var leser = new StreamReader(http.Request.Body);
        _anfragen.Enqueue((http.Request.Path, http.Request.Headers["Idempotency-Key"].ToString(), await leser.ReadToEndAsync()));
        switch (http.Request.Path)
        {
            case "/umleitung":
                http.Response.Redirect($"http://localhost:{Partner.Port}/fremd");
                break;
            case "/langsam":
                // Ends when the caller gives up.
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            default:
                await http.Response.WriteAsJsonAsync(new { wort = "gut" });
                break;
        }
    }

    private async Task PublishAsync(string ziel, string abstand)
    {
        var url = ziel.StartsWith('/') ? new Uri(Partner, ziel).AbsoluteUri : ziel;
        var antwort = await _sitzung.PostTextAsync("/api/prozesse", JsonNode.Parse($$"""
            { "definitionId": "nachtlauf", "name": "Nachtlauf", "version": 1, "variables": [
                { "id": "w", "name": "Wert", "typeName": "Object" }, { "id": "s", "name": "Stand", "typeName": "Int32" } ],
              "root": { "id": "F", "type": "Elsa.Flowchart", "activities": [
                { "id": "T", "type": "Elsa.Timer", "customProperties": { "canStartWorkflow": true }, "interval": { "expression": { "type": "Literal", "value": "{{abstand}}" } } },
                { "id": "K", "type": "Elsa.Correlate", "correlationId": { "expression": { "type": "Literal", "value": "nachtlauf" } } },
                { "id": "H", "type": "Elsa.FlowSendHttpRequest", "url": { "expression": { "type": "Literal", "value": "{{url}}" } },
                  "method": { "expression": { "type": "Literal", "value": "POST" } }, "contentType": { "expression": { "type": "Literal", "value": "application/json" } },
                  "content": { "expression": { "type": "JavaScript", "value": "({ frage: 1 })" } },
                  "parsedContent": { "memoryReference": { "id": "w" } }, "statusCode": { "memoryReference": { "id": "s" } } },
                { "id": "O", "type": "Elsa.SetOutput", "outputName": { "expression": { "type": "Literal", "value": "Antwort" } },
                  "outputValue": { "expression": { "type": "JavaScript", "value": "getStand() + ' ' + getWert().wort" } } },
                { "id": "Z", "type": "Elsa.SetOutput", "outputName": { "expression": { "type": "Literal", "value": "Antwort" } },
                  "outputValue": { "expression": { "type": "Literal", "value": "vorbei" } } } ],
                "connections": [ { "source": { "activity": "T" }, "target": { "activity": "K" } }, { "source": { "activity": "K" }, "target": { "activity": "H" } }, { "source": { "activity": "H" }, "target": { "activity": "O" } },
                  { "source": { "activity": "H", "port": "Timeout" }, "target": { "activity": "Z" } } ] } }
            """)!.ToJsonString());
        antwort.StatusCode.ShouldBe(HttpStatusCode.Created, await antwort.Content.ReadAsStringAsync());
    }

    /// <summary>The instances of the definition once so many have ended; the requests are sent in real time.</summary>
    private async Task<IReadOnlyList<WorkflowInstance>> FinishedAsync(int anzahl)
    {
        using var frist = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        while (true)
        {
            var alle = await InstancesAsync();
            if (alle.Count(i => i.Status == WorkflowStatus.Finished) >= anzahl)
                return alle;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, frist.Token);
        }
    }

    private async Task<IReadOnlyList<WorkflowInstance>> InstancesAsync()
    {
        await using var uow = _app.Services.GetRequiredService<IUnitOfWorkFactory>().Begin();
        return await uow.Engine.FindInstancesAsync("nachtlauf", runningOnly: false);
    }
}
