using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Engine.Execution;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

// What gets in the way of a move or of its undo.
public abstract partial class WhenFaelleMoveInTheBackground
{
    [Fact]
    public async Task A_Fall_that_ends_whoever_moves_it_is_left_alone_after_a_while()
    {
        await PublishAsync(Shorten);
        var wechsel = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "neue Fassung" }));
        var (auftraege, jetzt) = (App.Services.GetRequiredService<IWechselauftraege>(), Now);
        for (var tode = 1; tode <= 3; tode++)
        {
            var tot = (await auftraege.ClaimAsync(jetzt += Lease, "stirbt", Lease))!;
            await Should.ThrowAsync<TimeoutException>(Run(new DiesAt(tode == 1 ? 2 : 1)).RunAsync(tot, () => jetzt, Lease));
        }

        (await VersionsAsync()).ShouldBe([2, 1, 1]);
        var naechster = (await auftraege.ClaimAsync(jetzt + Lease, "anderer", Lease))!;
        (await Run(new DiesAt(0)).RunAsync(naechster, () => jetzt + Lease, Lease)).ShouldBeTrue();
        (await VersionsAsync()).ShouldBe([2, 1, 2]);
        var liegen = (await FaelleAsync(wechsel))[1];
        liegen.GetProperty("stand").GetString().ShouldBe("Fehlgeschlagen");
        liegen.GetProperty("hinweis").GetString()!.ShouldContain("3-mal begonnen");
    }

    [Fact]
    public async Task A_move_stopped_in_the_middle_finishes_its_Fall_and_goes_on_with_the_others()
    {
        await PublishAsync(Shorten);
        var wechsel = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "neue Fassung" }));
        var auftrag = (await App.Services.GetRequiredService<IWechselauftraege>().ClaimAsync(Now, "Test", Lease))!;
        var anhalten = new Then(2, () => SendAsync($"auftraege/{wechsel}/anhalten", new { }).GetAwaiter().GetResult().EnsureSuccessStatusCode());
        (await Run(anhalten).RunAsync(auftrag, () => Now, Lease)).ShouldBeFalse();
        (await VersionsAsync()).ShouldBe([2, 2, 1], "the Fall under way is finished");
        await WorkAsync();
        (await VersionsAsync()).ShouldBe([2, 2, 1]);
        (await SendAsync($"auftraege/{wechsel}/fortsetzen", new { })).EnsureSuccessStatusCode();
        await WorkAsync();
        (await VersionsAsync()).ShouldBe([2, 2, 2]);
        (await MovesAsync()).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task Two_orders_at_a_time_move_each_Fall_once_and_the_later_one_says_so()
    {
        await PublishAsync(Shorten);
        var erster = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "die eine" }));
        var zweiter = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "der andere" }));
        var auftraege = App.Services.GetRequiredService<IWechselauftraege>();
        var (einer, anderer) = ((await auftraege.ClaimAsync(Now, "A", Lease))!, (await auftraege.ClaimAsync(Now, "B", Lease))!);
        (einer.Id, anderer.Id).ShouldBe((erster, zweiter), "older orders come first, and each is somebody's");
        await Task.WhenAll(
            Task.Run(() => Run(new DiesAt(0)).RunAsync(einer, () => Now, Lease)), Task.Run(() => Run(new DiesAt(0)).RunAsync(anderer, () => Now, Lease)));
        await WorkAsync();
        (await MovesAsync()).ShouldBe([1, 1, 1]);
        var zahlen = new List<System.Text.Json.JsonElement>([.. await FaelleAsync(erster), .. await FaelleAsync(zweiter)]);
        zahlen.Count(f => f.GetProperty("stand").GetString() == "Umgezogen").ShouldBe(3);
        zahlen.Where(f => f.GetProperty("stand").GetString() == "Geblieben").Select(f => f.GetProperty("hinweis").GetString())
            .ShouldBe(Enumerable.Repeat("Im Fall läuft kein Prozess der alten Version mehr.", 3));
    }

    [Fact]
    public async Task A_Fall_that_others_keep_changing_is_given_up_and_the_others_move()
    {
        await PublishAsync(Shorten);
        var wechsel = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "neue Fassung" }));
        var dienste = App.Services;
        var faelle = new FallService(
            new Streit(dienste.GetRequiredService<IUnitOfWorkFactory>(), _faelle[1].Id), dienste.GetRequiredService<IWorkflowEngine>(),
            dienste.GetRequiredService<TimeProvider>(), dienste.GetRequiredService<IOutboxSignal>());
        var auftraege = dienste.GetRequiredService<IWechselauftraege>();
        var lauf = new Wechsellauf(auftraege, faelle, dienste.GetRequiredService<IProzessversionen>(), new DiesAt(0));
        var runden = 0;
        while (await auftraege.ClaimAsync(Now, "Test", Lease) is { } auftrag)
        {
            (await CountsAsync(wechsel)).ShouldBe(runden == 0 ? "Offen=3" : "Offen=1 Umgezogen=2");
            await lauf.RunAsync(auftrag, () => Now, Lease);
            (++runden).ShouldBeLessThan(30);
        }

        runden.ShouldBe(20);
        var gestritten = (await FaelleAsync(wechsel))[1];
        gestritten.GetProperty("stand").GetString().ShouldBe("Fehlgeschlagen");
        gestritten.GetProperty("hinweis").GetString()!.ShouldContain("immer wieder etwas geändert");
        (await VersionsAsync()).ShouldBe([2, 1, 2]);
    }

    [Fact]
    public async Task A_move_that_sent_a_request_cannot_be_taken_back_and_says_why()
    {
        await PublishAsync(j =>
        {
            j["root"]!["activities"]!.AsArray().Add(Schritt("Melden", "Elsa.SendHttpRequest", ("url", "http://beispiel.test/"), ("method", "POST")));
            j["root"]!["connections"]!.AsArray().Add(Verbindung("Start", "Melden"));
        });
        var wechsel = await MoveAsync(new
        {
            von = 1,
            nach = 2,
            grund = "meldet nun",
            zuordnung = new Dictionary<string, object> { ["KontaktfensterAbwarten"] = new { nach = "Melden", neuBeginnen = true } },
        });
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=3");
        await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "Irrtum" });
        await WorkAsync();
        (await CountsAsync(wechsel)).ShouldBe("NichtZurueck=3");
        (await FaelleAsync(wechsel))[0].GetProperty("hinweis").GetString()!.ShouldContain("nicht zurücknehmen lässt");
        (await VersionsAsync()).ShouldBe([2, 2, 2]);
    }

    [Fact]
    public async Task What_a_process_of_its_own_correlation_has_done_since_counts_as_happened()
    {
        var nebenher = new JsonObject
        {
            ["definitionId"] = "nebenher",
            ["name"] = "Nebenher",
            ["root"] = new JsonObject
            {
                ["id"] = "Flowchart1",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(Schritt("Pause", "Elsa.Delay", ("timeSpan", "01:00:00"))),
                ["connections"] = new JsonArray(),
            },
        };
        (await _designer.PostTextAsync("/api/prozesse", nebenher.ToJsonString())).StatusCode.ShouldBe(HttpStatusCode.Created);
        void Nebenher(JsonObject j)
        {
            j["root"]!["activities"]!.AsArray().Add(Schritt("Nebenher", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "nebenher"), ("correlationId", "eigen")));
            j["root"]!["connections"]!.AsArray().Add(Verbindung("Start", "Nebenher"));
        }

        await PublishAsync(Nebenher);
        var fall = await Beispieldaten.AdmitAsync(App, Gemeinsam.Heute);
        await PublishAsync(j =>
        {
            Nebenher(j);
            Shorten(j);
        });
        var wechsel = await MoveAsync(new { von = 2, nach = 3, grund = "dichter" });
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=1");

        var takt = await TaktAsync(fall);
        await App.AdvanceToAsync(App.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddHours(2));
        (await TaktAsync(fall)).ShouldBe(takt, "nothing of the Fall itself has changed");
        await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "Irrtum" });
        await WorkAsync();
        (await CountsAsync(wechsel)).ShouldBe("NichtZurueck=1");
        (await FaelleAsync(wechsel))[0].GetProperty("hinweis").GetString()!.ShouldContain("geschehen");
    }

    private async Task<long> TaktAsync(Guid fall)
    {
        await using var uow = App.Services.GetRequiredService<IUnitOfWorkFactory>().Begin();
        return uow.TaktOf((await uow.FindFallAsync(fall))!);
    }

    private static JsonObject Schritt(string id, string typ, params (string Name, string Wert)[] eingaben)
    {
        var schritt = new JsonObject { ["id"] = id, ["nodeId"] = $"Workflow1:Flowchart1:{id}", ["name"] = id, ["type"] = typ, ["version"] = 1 };
        foreach (var (name, wert) in eingaben)
            schritt[name] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = wert } };
        return schritt;
    }

    private static JsonObject Verbindung(string von, string nach) => new()
    {
        ["source"] = new JsonObject { ["activity"] = von, ["port"] = "Done" },
        ["target"] = new JsonObject { ["activity"] = nach, ["port"] = "In" },
    };

    /// <summary>Does something before the Fall of this number.</summary>
    private sealed class Then(int stelle, Action tun) : IFaultPoints
    {
        private int _gesehen;

        public void Reached(string name)
        {
            if (name == FaultPoints.BeforeMove && ++_gesehen == stelle)
                tun();
        }
    }

    /// <summary>Somebody else is always faster in this one Fall.</summary>
    private sealed class Streit(IUnitOfWorkFactory uows, Guid fall) : IUnitOfWorkFactory
    {
        public IUnitOfWork Begin()
        {
            var uow = DispatchProxy.Create<IUnitOfWork, Verlierer>();
            ((Verlierer)(object)uow).Init(uows.Begin(), fall);
            return uow;
        }
    }

    public class Verlierer : DispatchProxy
    {
        private IUnitOfWork _uow = null!;
        private Guid _fall;
        private bool _umkaempft;

        public void Init(IUnitOfWork uow, Guid fall) => (_uow, _fall) = (uow, fall);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IUnitOfWork.FindFallAsync))
                _umkaempft = (Guid)args![0]! == _fall;
            return targetMethod.Name == nameof(IUnitOfWork.CommitAsync) && _umkaempft
                ? Task.FromException(new ConflictException("Somebody was faster."))
                : targetMethod.Invoke(_uow, args);
        }
    }
}
