using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Engine.Migration;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary>
/// Three Fälle in the contact rhythm are looked at with a draft, moved in the background and moved back. The node under test
/// does no work by itself: the tests are the workers.
/// </summary>
public abstract partial class WhenFaelleMoveInTheBackground : IAsyncLifetime
{
    private const string Adresse = "/api/prozesse/kontaktrhythmus/versionswechsel";

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private Sitzung _designer = null!;
    private List<(Guid Id, string Nummer)> _faelle = [];

    protected FallWorkflowApp App { get; set; } = null!;

    protected abstract Task<FallWorkflowApp> StartAsync(IReadOnlyDictionary<string, string?> weitere);

    public async Task InitializeAsync()
    {
        App = await StartAsync(new Dictionary<string, string?> { ["Roles"] = "web", ["Http:AllowedHosts"] = "beispiel.test" });
        _designer = await App.SignInAsync(Testjobcenter.Prozessgestalterin);
        for (var i = 0; i < 3; i++)
            await Beispieldaten.AdmitAsync(App, Gemeinsam.Heute);
        var lead = await App.SignInAsync(Testjobcenter.Teamleiterin);
        _faelle = [.. (await lead.GetAsync("/api/faelle")).GetProperty("zeilen").EnumerateArray()
            .Select(f => (f.GetProperty("id").GetGuid(), f.GetProperty("nummer").GetString()!)).OrderBy(f => f.Item2, StringComparer.Ordinal)];
    }

    public virtual async Task DisposeAsync() => await App.DisposeAsync();

    [Fact]
    public async Task A_draft_shows_what_it_would_do_and_writes_nothing()
    {
        await (await SendAsync("auswirkung", new { wechsel = new { von = 1 } })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        await DraftAsync(Shorten);
        var vorher = await StandAsync();
        var bleiben = await OkAsync("auswirkung", new { wechsel = new { von = 1 }, max = 2 });
        bleiben.GetProperty("gesamt").GetInt32().ShouldBe(3);
        bleiben.GetProperty("weiter").GetString().ShouldBe(_faelle[1].Nummer);
        Termine(bleiben, 0, "behalten").ShouldContain("Kontaktfenster abwarten: 2027-02-08 08:00 -> 2027-02-08 08:00");

        var rest = await OkAsync("auswirkung", new { wechsel = new { von = 1, fristenNeu = true }, ab = _faelle[1].Nummer });
        Numbers(rest).ShouldBe([_faelle[2].Nummer]);
        rest.GetProperty("weiter").ValueKind.ShouldBe(JsonValueKind.Null);
        Termine(rest, 0, "termine").ShouldBe(["Kontaktfenster abwarten: 2027-02-08 08:00 -> 2027-02-01 08:00"]);
        (await OkAsync("auswirkung", new { wechsel = new { von = 1 }, nurHindernisse = true })).GetProperty("faelle").GetArrayLength().ShouldBe(0);
        Numbers(await OkAsync("auswirkung", new { wechsel = new { von = 1 }, bueroId = Testjobcenter.Berlin })).ShouldBeEmpty();
        (await StandAsync()).ShouldBe(vorher, "looking is not changing");

        await (await SendAsync("", new { von = 1, grund = "x" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        await (await OrderAsync(new { von = 1, grund = "x" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        await DraftAsync(j => Find(j, "KontaktfensterAbwarten")["type"] = "Gibt.Es.Nicht");
        await (await SendAsync("auswirkung", new { wechsel = new { von = 1 } })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
    }

    [Fact]
    public async Task A_step_without_counterpart_is_asked_for_and_holds_its_Faelle_until_it_is_answered()
    {
        await PublishAsync(Rename);
        var fragen = await App.Services.GetRequiredService<Versionswechsel>().FragenAsync("kontaktrhythmus", 1, 2);
        var frage = fragen.ShouldHaveSingleItem();
        frage.Id.ShouldBe("KontaktfensterAbwarten");
        frage.Ziele.Where(z => z.GleicheArt).Select(z => z.Id).ShouldContain("Fenster");
        Numbers(await OkAsync("auswirkung", new { wechsel = new { von = 1, nach = 2 }, nurHindernisse = true })).Count.ShouldBe(3);

        var ohne = await MoveAsync(new { von = 1, nach = 2, grund = "umbenannt" });
        (await CountsAsync(ohne)).ShouldBe("Geblieben=3");
        (await FaelleAsync(ohne))[0].GetProperty("umzuege")[0].GetProperty("hindernisse")[0].GetProperty("art").GetString().ShouldBe("NoCounterpart");
    }

    [Fact]
    public async Task Only_the_chosen_ones_move_and_who_when_and_why_is_kept()
    {
        await PublishAsync(Shorten);
        await (await OrderAsync(new { von = 1, nach = 2, faelle = new[] { "FM-1999-00001" }, grund = "x" }, alle: false)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        await (await OrderAsync(new { von = 1, nach = 2, grund = " " })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        var wechsel = await MoveAsync(new { von = 1, nach = 2, faelle = new[] { _faelle[1].Nummer }, fristenNeu = true, grund = "Probelauf im Team" }, alle: false);
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=1");
        var kopf = await _designer.GetAsync($"{Adresse}/auftraege/{wechsel}");
        kopf.GetProperty("grund").GetString().ShouldBe("Probelauf im Team");
        kopf.GetProperty("akteurId").GetString().ShouldBe(Testjobcenter.Prozessgestalterin);
        kopf.GetProperty("laeuft").GetBoolean().ShouldBeFalse();
        var fall = (await FaelleAsync(wechsel)).ShouldHaveSingleItem();
        fall.GetProperty("fallId").GetGuid().ShouldBe(_faelle[1].Id);
        fall.GetProperty("umzuege")[0].GetProperty("termine")[0].GetProperty("neu").GetString().ShouldBe("2027-02-01 08:00");
        (await VersionsAsync()).ShouldBe([1, 2, 1]);
        var fremde = await App.SignInAsync(Testjobcenter.Teamleiterin);
        (await fremde.Http.GetAsync($"{Adresse}/auftraege/{wechsel}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _designer.Http.GetAsync($"/api/prozesse/dauer/versionswechsel/auftraege/{wechsel}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_request_that_is_repeated_is_one_order()
    {
        await PublishAsync(Shorten);
        var erste = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "einmal" }, schluessel: "doppelt"));
        await WorkAsync();
        var zweite = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "einmal" }, schluessel: "doppelt"));
        zweite.ShouldBe(erste);
        (await _designer.GetAsync($"{Adresse}/auftraege")).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_crash_in_the_middle_loses_nothing_and_repeats_nothing()
    {
        await PublishAsync(Shorten);
        var wechsel = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "neue Fassung" }));
        var (auftraege, jetzt) = (App.Services.GetRequiredService<IWechselauftraege>(), Now);
        var tot = (await auftraege.ClaimAsync(jetzt, "stirbt", Lease))!;
        await Should.ThrowAsync<TimeoutException>(Run(new DiesAt(2)).RunAsync(tot, () => jetzt, Lease));
        (await VersionsAsync()).ShouldBe([2, 1, 1]);
        (await auftraege.ClaimAsync(jetzt, "anderer", Lease)).ShouldBeNull("the lease of the dead one still holds");

        var naechster = (await auftraege.ClaimAsync(jetzt + Lease, "anderer", Lease))!;
        (await Run(new DiesAt(0)).RunAsync(tot, () => jetzt, Lease)).ShouldBeFalse("a worker that froze does nothing more");
        (await Run(new DiesAt(0)).RunAsync(naechster, () => jetzt + Lease, Lease)).ShouldBeTrue();
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=3");
        (await VersionsAsync()).ShouldBe([2, 2, 2]);
        (await MovesAsync()).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task Two_workers_at_the_same_time_move_each_Fall_once()
    {
        await PublishAsync(Shorten);
        var wechsel = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "neue Fassung" }));
        var jetzt = Now;
        var einer = (await App.Services.GetRequiredService<IWechselauftraege>().ClaimAsync(jetzt, "beide", Lease))!;
        // No more than two: a Fall that is begun as often as Wechsellauf allows is taken for one that ends processes.
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Run(new DiesAt(0)).RunAsync(einer, () => jetzt, Lease))));
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=3");
        (await MovesAsync()).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task A_stopped_move_waits_and_goes_on()
    {
        await PublishAsync(Shorten);
        var wechsel = await IdOfAsync(await OrderAsync(new { von = 1, nach = 2, grund = "neue Fassung" }));
        (await SendAsync($"auftraege/{wechsel}/anhalten", new { })).EnsureSuccessStatusCode();
        await WorkAsync();
        (await CountsAsync(wechsel)).ShouldBe("Offen=3");
        (await SendAsync($"auftraege/{wechsel}/fortsetzen", new { })).EnsureSuccessStatusCode();
        await WorkAsync();
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=3");
    }

    [Fact]
    public async Task An_undo_puts_everything_back_exactly_and_finished_steps_never_run_again()
    {
        await PublishAsync(Rename);
        var vorher = await StandAsync();
        var wechsel = await MoveAsync(new
        {
            von = 1,
            nach = 2,
            grund = "umgebaut",
            zuordnung = new Dictionary<string, object> { ["KontaktfensterAbwarten"] = new { nach = "Fenster", neuBeginnen = true } },
        });
        (await CountsAsync(wechsel)).ShouldBe("Umgezogen=3");
        var umgezogen = await StandAsync();
        umgezogen.ShouldNotBe(vorher);
        umgezogen.ShouldContain("Fenster");

        (await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "Irrtum" })).GetProperty("faelle").GetInt32().ShouldBe(3);
        (await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "Irrtum" })).GetProperty("faelle").GetInt32().ShouldBe(0, "ordered once");
        await WorkAsync();
        (await CountsAsync(wechsel)).ShouldBe("Zurueckgenommen=3");
        (await StandAsync()).ShouldBe(vorher);
        var journal = await App.Services.GetRequiredService<IProzessinstanzen>().JournalAsync((await InstanceOfAsync(_faelle[0].Id)).Id);
        journal.Select(j => j.Kind).Where(k => k.StartsWith("InstanceM", StringComparison.Ordinal)).ShouldBe(["InstanceMigrated", "InstanceMoveUndone"]);
        (await FaelleAsync(wechsel))[0].GetProperty("ruecknahmeGrund").GetString().ShouldBe("Irrtum");

        await App.AdvanceToAsync(new DateOnly(2027, 2, 8));
        var fm = await App.SignInAsync(Testjobcenter.Fallmanagerin);
        (await fm.GetAsync("/api/aufgaben")).EnumerateArray().Count(a => a.GetProperty("art").GetString() == "Kontakt").ShouldBe(3, "each Fall goes on as if nothing had been");
        (await App.CheckTimersAsync()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_Fall_in_which_something_has_happened_since_stays_and_says_so()
    {
        await PublishAsync(Shorten);
        var wechsel = await MoveAsync(new { von = 1, nach = 2, fristenNeu = true, grund = "dichter" });
        var fm = await App.SignInAsync(Testjobcenter.Fallmanagerin);
        await fm.RecordAsync(_faelle[1].Id, "KontaktGehalten", Gemeinsam.Heute, Beispieldaten.Kontakt);
        (await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "einer", faelle = new[] { _faelle[0].Id } })).GetProperty("faelle").GetInt32().ShouldBe(1);
        await WorkAsync();
        (await VersionsAsync()).ShouldBe([1, 2, 2]);
        (await OkAsync($"auftraege/{wechsel}/ruecknahme", new { grund = "alle" })).GetProperty("faelle").GetInt32().ShouldBe(2);
        await WorkAsync();
        (await VersionsAsync()).ShouldBe([1, 2, 1]);
        var bleibt = (await FaelleAsync(wechsel))[1];
        bleibt.GetProperty("stand").GetString().ShouldBe("NichtZurueck");
        bleibt.GetProperty("hinweis").GetString()!.ShouldContain("geschehen");
    }

    [Fact]
    public async Task A_step_tells_how_many_wait_there_and_for_how_long()
    {
        await App.AdvanceToAsync(new DateOnly(2027, 1, 14));
        await Beispieldaten.AdmitAsync(App, new DateOnly(2027, 1, 14));
        var belegung = await _designer.GetAsync("/api/prozesse/kontaktrhythmus/1/belegung");
        belegung.GetProperty("instanzen").GetInt32().ShouldBe(4);
        var schritt = belegung.GetProperty("schritte").EnumerateArray().ShouldHaveSingleItem();
        schritt.GetProperty("id").GetString().ShouldBe("KontaktfensterAbwarten");
        schritt.GetProperty("anzahl").GetInt32().ShouldBe(4);
        TimeSpan.ParseExact(schritt.GetProperty("laengste").GetString()!, "c", null).Days.ShouldBe(3);
        TimeSpan.ParseExact(schritt.GetProperty("median").GetString()!, "c", null).Days.ShouldBe(3);
        schritt.GetProperty("wartende")[3].GetProperty("fallNummer").GetString().ShouldNotBe(_faelle[2].Nummer);
        var lead = await App.SignInAsync(Testjobcenter.Teamleiterin);
        (await lead.Http.GetAsync("/api/prozesse/kontaktrhythmus/1/belegung")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static JsonObject Find(JsonObject definition, string id) =>
        definition["root"]!["activities"]!.AsArray().First(a => a!["id"]!.ToString() == id)!.AsObject();

    private static void Shorten(JsonObject definition) => Find(definition, "KontaktfensterAbwarten")["wert"] =
        new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "3 Wochen" } };

    private static void Rename(JsonObject definition)
    {
        Shorten(definition);
        Find(definition, "KontaktfensterAbwarten")["id"] = "Fenster";
        foreach (var ende in definition["root"]!["connections"]!.AsArray().SelectMany(v => new[] { v!["source"]!, v["target"]! }))
        {
            if (ende["activity"]!.ToString() == "KontaktfensterAbwarten")
                ende["activity"] = "Fenster";
        }
    }

    private async Task<JsonObject> ChangedAsync(Action<JsonObject> change)
    {
        var definition = JsonNode.Parse((await _designer.GetAsync("/api/prozesse/kontaktrhythmus/1")).ToString())!.AsObject();
        change(definition);
        return definition;
    }

    private async Task PublishAsync(Action<JsonObject> change)
    {
        var antwort = await _designer.PostTextAsync("/api/prozesse", (await ChangedAsync(change)).ToJsonString());
        antwort.StatusCode.ShouldBe(HttpStatusCode.Created, await antwort.Content.ReadAsStringAsync());
    }

    private async Task DraftAsync(Action<JsonObject> change)
    {
        var entwuerfe = App.Services.GetRequiredService<IProzessentwuerfe>();
        await entwuerfe.AppendAsync(new()
        {
            DefinitionId = "kontaktrhythmus",
            Nr = ((await entwuerfe.FindAsync("kontaktrhythmus"))?.Nr ?? 0) + 1,
            Art = Entwurfsart.Gespeichert,
            Version = 2,
            Name = "Kontaktrhythmus",
            Json = (await ChangedAsync(change)).ToJsonString(),
            At = Now,
            AkteurId = Testjobcenter.Prozessgestalterin,
        });
    }

    private Task<HttpResponseMessage> SendAsync(string teil, object inhalt, params (string, string)[] kopf) =>
        _designer.PostAsync(teil.Length == 0 ? Adresse : $"{Adresse}/{teil}", inhalt, kopf);

    private async Task<JsonElement> OkAsync(string teil, object inhalt) => await Sitzung.ReadAsync(await SendAsync(teil, inhalt));

    private Task<HttpResponseMessage> OrderAsync(object wechsel, bool alle = true, string? schluessel = null) =>
        SendAsync("auftraege", new { wechsel, alle }, schluessel is null ? [] : [("Idempotency-Key", schluessel)]);

    private static async Task<Guid> IdOfAsync(HttpResponseMessage antwort) => (await Sitzung.ReadAsync(antwort)).GetProperty("id").GetGuid();

    private async Task<Guid> MoveAsync(object wechsel, bool alle = true)
    {
        var id = await IdOfAsync(await OrderAsync(wechsel, alle));
        await WorkAsync();
        return id;
    }

    private async Task WorkAsync()
    {
        var auftraege = App.Services.GetRequiredService<IWechselauftraege>();
        while (await auftraege.ClaimAsync(Now, "Test", Lease) is { } auftrag)
            await Run(new DiesAt(0)).RunAsync(auftrag, () => Now, Lease);
    }

    private Wechsellauf Run(IFaultPoints faults) => new(
        App.Services.GetRequiredService<IWechselauftraege>(), App.Services.GetRequiredService<FallService>(), App.Services.GetRequiredService<IProzessversionen>(), faults);

    private async Task<string> CountsAsync(Guid wechsel) => string.Join(
        ' ', (await _designer.GetAsync($"{Adresse}/auftraege/{wechsel}")).GetProperty("zahlen").EnumerateObject().Select(z => $"{z.Name}={z.Value}"));

    private async Task<List<JsonElement>> FaelleAsync(Guid wechsel) =>
        [.. (await _designer.GetAsync($"{Adresse}/auftraege/{wechsel}/faelle")).GetProperty("zeilen").EnumerateArray()];

    private async Task<Engine.Execution.WorkflowInstance> InstanceOfAsync(Guid fall)
    {
        await using var uow = App.Services.GetRequiredService<IUnitOfWorkFactory>().Begin();
        return (await uow.Engine.FindInstancesAsync(fall.ToString("N"), "kontaktrhythmus")).ShouldHaveSingleItem();
    }

    private async Task<List<int>> VersionsAsync()
    {
        List<int> versionen = [];
        foreach (var (id, _) in _faelle)
            versionen.Add((await InstanceOfAsync(id)).Version);
        return versionen;
    }

    private async Task<List<int>> MovesAsync()
    {
        List<int> zahlen = [];
        foreach (var (id, _) in _faelle)
            zahlen.Add((await App.Services.GetRequiredService<IProzessinstanzen>().JournalAsync((await InstanceOfAsync(id)).Id)).Count(j => j.Kind == "InstanceMigrated"));
        return zahlen;
    }

    /// <summary>Everything that stands in the Fälle: processes, waits, timers, open tasks; without what only counts changes.</summary>
    private async Task<string> StandAsync()
    {
        var alles = new JsonArray();
        foreach (var (id, _) in _faelle)
        {
            await using var uow = App.Services.GetRequiredService<IUnitOfWorkFactory>().Begin();
            var stand = await MoveRecord.StandingAsync(uow.Engine, id.ToString("N"));
            alles.Add(JsonSerializer.SerializeToNode(new
            {
                Open = stand.Open.OrderBy(i => i.Id, StringComparer.Ordinal),
                Bookmarks = stand.Bookmarks.OrderBy(b => b.Id, StringComparer.Ordinal),
                Timers = stand.Timers.OrderBy(t => t.Id, StringComparer.Ordinal),
                Aufgaben = (await uow.OffeneAufgabenAsync(id)).OrderBy(a => a.Id),
            }));
        }

        Strip(alles);
        return alles.ToJsonString();

        static void Strip(JsonNode? node)
        {
            if (node is JsonArray liste)
            {
                foreach (var teil in liste)
                    Strip(teil);
            }
            else if (node is JsonObject objekt)
            {
                // Ids that were given are not given again, so this counter never goes back.
                if (objekt["StateJson"] is { } text)
                    objekt["StateJson"] = Regex.Replace(text.ToString(), @"^\{""n"":\d+,", "{");
                foreach (var zaehler in (string[])["LastSequence", "RowVersion", "UpdatedAt", "Fence", "LeaseUntil"])
                    objekt.Remove(zaehler);
                if (objekt.ContainsKey("ErledigtDurch"))
                    objekt.Remove("Version"); // of a task it only counts its changes
                foreach (var (_, teil) in objekt)
                    Strip(teil);
            }
        }
    }

    private static List<string> Numbers(JsonElement auswirkung) =>
        [.. auswirkung.GetProperty("faelle").EnumerateArray().Select(f => f.GetProperty("fallNummer").GetString()!)];

    private static List<string> Termine(JsonElement auswirkung, int fall, string name) =>
    [
        .. auswirkung.GetProperty("faelle")[fall].GetProperty("umzuege")[0].GetProperty(name).EnumerateArray()
            .Select(t => $"{t.GetProperty("bezeichnung")}: {t.GetProperty("bisher")} -> {t.GetProperty("neu")}"),
    ];

    /// <summary>A worker that ends before the Fall of this number.</summary>
    private sealed class DiesAt(int stelle) : IFaultPoints
    {
        private int _gesehen;

        public void Reached(string name)
        {
            if (name == FaultPoints.BeforeMove && ++_gesehen == stelle)
                throw new TimeoutException("The worker died here.");
        }
    }
}
