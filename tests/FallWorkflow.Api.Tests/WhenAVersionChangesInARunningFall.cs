using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Fälle in the contact rhythm move from the version they began with to the next one.</summary>
public sealed class WhenAVersionChangesInARunningFall : IAsyncLifetime
{
    private FallWorkflowApp _app = null!;
    private Sitzung _designer = null!;
    private string _nummer = "";
    private Guid _fall;

    public async Task InitializeAsync()
    {
        _app = await FallWorkflowApp.StartAsync();
        _designer = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        _fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        var lead = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        _nummer = (await lead.GetAsync("/api/faelle")).GetProperty("zeilen").EnumerateArray().Single().GetProperty("nummer").GetString()!;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_changed_value_keeps_dates_unless_recomputation_is_chosen()
    {
        await PublishAsync((schritte, _) => Find(schritte, "KontaktfensterAbwarten")["wert"] = Literal("3 Wochen"));
        var behalten = await OkAsync("vorschau", new { von = 1, nach = 2 });
        behalten.GetProperty("beweglich").GetBoolean().ShouldBeTrue();
        behalten.GetProperty("termine").GetArrayLength().ShouldBe(0);
        Termine(behalten, "behalten").ShouldContain("Kontaktfenster abwarten: 2027-02-08 08:00 -> 2027-02-08 08:00");
        var vorschau = await OkAsync("vorschau", new { von = 1, nach = 2, fristenNeu = true });
        Termine(vorschau, "termine").ShouldBe(["Kontaktfenster abwarten: 2027-02-08 08:00 -> 2027-02-01 08:00"]);

        await (await SendAsync("", new { von = 1, nach = 2, fristenNeu = true })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        var getan = await OkAsync("", new { von = 1, nach = 2, fristenNeu = true, grund = "Dichtere Kontakte" });
        getan.ToString().ShouldBe(vorschau.ToString(), "the preview is the move, looked at");
        (await ListAsync("", new { von = 1, nach = 2, fristenNeu = true, grund = "nochmals" })).ShouldBeEmpty("who has moved is not moved again");
        await _app.AdvanceToAsync(new DateOnly(2027, 2, 1));
        (await KontaktaufgabenAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_approval_of_the_team_lead_holds_for_what_is_still_to_come()
    {
        await PublishAsync((schritte, verbindungen) =>
        {
            foreach (var id in (string[])["FreigabeVorher", "FreigabeNachher"])
                schritte.Add(Freigabe(id));
            Reconnect(verbindungen, "Start", "KontaktfensterAbwarten", "FreigabeVorher");
            verbindungen.Add(Verbindung("FreigabeVorher", "Erledigt", "KontaktfensterAbwarten"));
            Reconnect(verbindungen, "KontaktfensterAbwarten", "AnKontaktErinnern", "FreigabeNachher");
            verbindungen.Add(Verbindung("FreigabeNachher", "Erledigt", "AnKontaktErinnern"));
        });
        var umzug = await OkAsync("", new { von = 1, nach = 2, grund = "Freigabe nötig", faelle = new[] { _nummer } });
        umzug.GetProperty("neueAufgaben").GetArrayLength().ShouldBe(0, "what lies behind the Fall is not asked for again");
        await _app.AdvanceToAsync(new DateOnly(2027, 2, 8));
        (await KontaktaufgabenAsync()).ShouldBe(0, "the approval behind the open step comes first");
        var lead = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var freigabe = (await lead.GetAsync("/api/aufgaben")).EnumerateArray().Single(a => a.GetProperty("art").GetString() == "FreigabeNachher");
        (await lead.PostAsync($"/api/aufgaben/{freigabe.GetProperty("id").GetGuid()}/ergebnis", new { ergebnis = "Freigegeben" })).EnsureSuccessStatusCode();
        (await KontaktaufgabenAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_step_needs_a_mapping()
    {
        await PublishAsync((schritte, verbindungen) =>
        {
            Find(schritte, "KontaktfensterAbwarten")["id"] = "Fenster";
            foreach (var verbindung in verbindungen)
            {
                foreach (var ende in (string[])["source", "target"])
                {
                    if (verbindung![ende]!["activity"]!.ToString() == "KontaktfensterAbwarten")
                        verbindung[ende]!["activity"] = "Fenster";
                }
            }
        });
        var ohne = await OkAsync("", new { von = 1, nach = 2, grund = "x" });
        ohne.GetProperty("beweglich").GetBoolean().ShouldBeFalse();
        ohne.GetProperty("hindernisse").EnumerateArray().Single().GetProperty("art").GetString().ShouldBe("NoCounterpart");
        await (await SendAsync("vorschau", new { von = 1, nach = 2, zuordnung = new Dictionary<string, string> { ["KontaktfensterAbwarten"] = "GibtEsNicht" } })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");

        var mit = await OkAsync("", new { von = 1, nach = 2, grund = "umbenannt", zuordnung = new Dictionary<string, string> { ["KontaktfensterAbwarten"] = "Fenster" } });
        mit.GetProperty("beweglich").GetBoolean().ShouldBeTrue();
        Termine(mit, "behalten").ShouldContain("Kontaktfenster abwarten: 2027-02-08 08:00 -> 2027-02-08 08:00");
        await _app.AdvanceToAsync(new DateOnly(2027, 2, 8));
        (await KontaktaufgabenAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_parallel_branch_that_was_added_holds_nobody_up()
    {
        await PublishAsync((schritte, verbindungen) =>
        {
            schritte.Add(Freigabe("Nebenbei"));
            verbindungen.Add(Verbindung("Start", "Done", "Nebenbei"));
        });
        var umzug = await OkAsync("", new { von = 1, nach = 2, grund = "Nebenzweig" });
        umzug.GetProperty("beweglich").GetBoolean().ShouldBeTrue();
        umzug.GetProperty("neueAufgaben").GetArrayLength().ShouldBe(0, "the fork lies behind the Fall");
        await _app.AdvanceToAsync(new DateOnly(2027, 2, 8));
        (await KontaktaufgabenAsync()).ShouldBe(1);
    }

    private async Task<int> KontaktaufgabenAsync()
    {
        var fm = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        return (await fm.GetAsync("/api/aufgaben")).EnumerateArray().Count(a => a.GetProperty("art").GetString() == "Kontakt");
    }

    private async Task PublishAsync(Action<JsonArray, JsonArray> change)
    {
        var definition = JsonNode.Parse((await _designer.GetAsync("/api/prozesse/kontaktrhythmus/1")).ToString())!.AsObject();
        change(definition["root"]!["activities"]!.AsArray(), definition["root"]!["connections"]!.AsArray());
        var antwort = await _designer.PostTextAsync("/api/prozesse", definition.ToJsonString());
        antwort.StatusCode.ShouldBe(HttpStatusCode.Created, await antwort.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> SendAsync(string teil, object inhalt) =>
        _designer.PostAsync($"/api/prozesse/kontaktrhythmus/versionswechsel{(teil.Length > 0 ? "/" + teil : "")}", inhalt);

    private async Task<List<JsonElement>> ListAsync(string teil, object inhalt)
    {
        var antwort = await SendAsync(teil, inhalt);
        var text = await antwort.Content.ReadAsStringAsync();
        antwort.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return [.. JsonDocument.Parse(text).RootElement.EnumerateArray()];
    }

    private async Task<JsonElement> OkAsync(string teil, object inhalt) => (await ListAsync(teil, inhalt)).ShouldHaveSingleItem();

    private static List<string> Termine(JsonElement umzug, string name) =>
        [.. umzug.GetProperty(name).EnumerateArray().Select(t => $"{t.GetProperty("bezeichnung")}: {t.GetProperty("bisher")} -> {t.GetProperty("neu")}")];

    private static JsonObject Find(JsonArray schritte, string id) => schritte.First(a => a!["id"]!.ToString() == id)!.AsObject();

    private static JsonObject Literal(string wert) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = wert } };

    private static JsonObject Freigabe(string id) => new()
    {
        ["id"] = id,
        ["nodeId"] = $"Workflow1:Flowchart1:{id}",
        ["name"] = id,
        ["type"] = "FallWorkflow.AufgabeStellen",
        ["version"] = 1,
        ["art"] = Literal(id),
        ["titel"] = Literal("Freigeben"),
        ["rolle"] = Literal("Teamleitung"),
        ["ergebnisse"] = Literal("Freigegeben"),
    };

    private static void Reconnect(JsonArray verbindungen, string von, string bisher, string neu) => verbindungen
        .First(v => v!["source"]!["activity"]!.ToString() == von && v["target"]!["activity"]!.ToString() == bisher)!["target"]!["activity"] = neu;

    private static JsonObject Verbindung(string von, string port, string nach) => new()
    {
        ["source"] = new JsonObject { ["activity"] = von, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = nach, ["port"] = "In" },
    };
}
