using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Every contact rhythm fails at its first step: a script that asks for something that is not there.</summary>
public sealed class WhenAProcessIsStopped : IAsyncLifetime
{
    private FallWorkflowApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await FallWorkflowApp.StartAsync();
        var sitzung = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var definition = JsonNode.Parse((await sitzung.GetAsync("/api/prozesse/kontaktrhythmus/1")).ToString())!.AsObject();
        var aktivitaeten = definition["root"]!["activities"]!.AsArray();
        aktivitaeten.Add(JsonNode.Parse(
            """
            { "id": "Rechnen", "nodeId": "Workflow1:Flowchart1:Rechnen", "name": "Rechnen", "type": "Elsa.SetVariable", "version": 1,
              "metadata": { "designer": { "position": { "x": 0, "y": 0 } }, "displayText": "Wert rechnen" },
              "variable": { "id": "wert", "name": "Wert", "typeName": "String" },
              "value": { "typeName": "Object", "expression": { "type": "JavaScript", "value": "getAnker('Aufnahme').gibtEsNicht.length" } } }
            """));
        definition["variables"] = JsonNode.Parse("""[{ "id": "wert", "name": "Wert", "typeName": "String" }]""");
        var verbindungen = definition["root"]!["connections"]!.AsArray();
        verbindungen.First(v => v!["source"]!["activity"]!.ToString() == "Start")!["target"]!["activity"] = "Rechnen";
        verbindungen.Add(JsonNode.Parse(
            """{ "source": { "activity": "Rechnen", "port": "Done" }, "target": { "activity": "KontaktfensterAbwarten", "port": "In" } }"""));
        (await sitzung.PostTextAsync("/api/prozesse", definition.ToJsonString())).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task It_is_seen_repaired_once_and_journaled_and_the_rest_of_the_Fall_goes_on()
    {
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        var lead = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var stoerung = (await lead.GetAsync("/api/stoerungen")).EnumerateArray().Single(s => s.GetProperty("fallId").GetGuid() == fall);
        var id = stoerung.GetProperty("instanzId").GetString()!;
        var schritt = stoerung.GetProperty("schritte").EnumerateArray().Single();
        schritt.GetProperty("schritt").GetString().ShouldBe("Wert rechnen");
        schritt.GetProperty("meldung").GetString()!.ShouldContain("Value");
        (await lead.GetAsync($"/api/faelle/{fall}/verlauf")).ToString().ShouldContain("Stoerung");

        // The designer sees process and cause, not the person; other offices see nothing.
        var designer = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var fuerDesigner = await designer.GetAsync($"/api/stoerungen/{id}");
        fuerDesigner.GetProperty("fallId").ValueKind.ShouldBe(JsonValueKind.Null);
        var berlin = await _app.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        (await berlin.GetAsync("/api/stoerungen")).GetArrayLength().ShouldBe(0);
        await (await berlin.PostAsync($"/api/stoerungen/{id}/abbrechen", new { begruendung = "x" })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        var fm = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        await (await fm.Http.GetAsync("/api/stoerungen")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");

        // Again: it fails again. Without a reason, or by an outcome that is none: refused.
        var nochmals = await OkAsync(lead.PostAsync($"/api/stoerungen/{id}/wiederholen", new { begruendung = "noch ein Versuch" }));
        nochmals.GetProperty("stoerung").GetProperty("instanzId").GetString().ShouldBe(id);
        await (await lead.PostAsync($"/api/stoerungen/{id}/ueberspringen", new { ausgang = "Done", begruendung = " " })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");
        await (await lead.PostAsync($"/api/stoerungen/{id}/ueberspringen", new { ausgang = "Anders", begruendung = "x" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig");

        // Skipped, sent twice with one key: the contact rhythm begins, once.
        var schluessel = Guid.NewGuid().ToString();
        var befehl = new { ausgang = "Done", begruendung = "Der Wert wird nicht gebraucht" };
        (await OkAsync(SendAsync(lead, $"/api/stoerungen/{id}/ueberspringen", befehl, schluessel))).GetProperty("stoerung").ValueKind.ShouldBe(JsonValueKind.Null);
        await OkAsync(SendAsync(lead, $"/api/stoerungen/{id}/ueberspringen", befehl, schluessel));
        await (await lead.PostAsync($"/api/stoerungen/{id}/ueberspringen", befehl)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt");
        var journal = (await lead.GetAsync($"/api/faelle/{fall}/journal")).EnumerateArray().ToList();
        journal.Count(j => j.GetProperty("art").GetString() == "TimerArmed" && j.GetProperty("activityId").GetString() == "KontaktfensterAbwarten").ShouldBe(1);
        (await lead.GetAsync("/api/stoerungen")).EnumerateArray().ShouldNotContain(s => s.GetProperty("instanzId").GetString() == id);
        (await lead.GetAsync($"/api/faelle/{fall}/verlauf")).ToString().ShouldContain("Der Wert wird nicht gebraucht");
    }

    [Fact]
    public async Task What_is_tried_again_by_itself_is_listed_with_its_next_attempt_until_none_is_left()
    {
        var designer = await _app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var definition = JsonNode.Parse((await designer.GetAsync("/api/prozesse/kontaktrhythmus/2")).ToString())!;
        definition["root"]!["activities"]!.AsArray().Single(a => a!["id"]!.ToString() == "Rechnen")!["customProperties"] =
            JsonNode.Parse("""{ "resilienceStrategy": { "maxRetryAttempts": 2, "delay": "02:00:00", "backoffType": "Constant" } }""");
        (await designer.PostTextAsync("/api/prozesse", definition.ToJsonString())).StatusCode.ShouldBe(HttpStatusCode.Created);
        var fall = await Beispieldaten.AdmitAsync(_app, Gemeinsam.Heute);
        var lead = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        (await lead.GetAsync("/api/stoerungen")).GetArrayLength().ShouldBe(0, "nobody has to do anything yet");

        var zeile = (await lead.GetAsync("/api/stoerungen/wiederholungen")).EnumerateArray().ShouldHaveSingleItem();
        zeile.GetProperty("fallId").GetGuid().ShouldBe(fall);
        zeile.GetProperty("schritt").GetString().ShouldBe("Wert rechnen");
        zeile.GetProperty("meldung").GetString()!.ShouldContain("Value");
        (zeile.GetProperty("versuch").GetInt32(), zeile.GetProperty("von").GetInt32()).ShouldBe((1, 2));
        var naechster = zeile.GetProperty("naechsterVersuchAm").GetDateTimeOffset();
        (await designer.GetAsync("/api/stoerungen/wiederholungen"))[0].GetProperty("fallId").ValueKind.ShouldBe(JsonValueKind.Null);
        (await (await _app.SignInAsync(Testjobcenter.BerlinerTeamleiter)).GetAsync("/api/stoerungen/wiederholungen")).GetArrayLength().ShouldBe(0);
        var fm = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        await (await fm.Http.GetAsync("/api/stoerungen/wiederholungen")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");

        await _app.AdvanceToAsync(naechster);
        var zweiter = (await lead.GetAsync("/api/stoerungen/wiederholungen")).EnumerateArray().ShouldHaveSingleItem();
        (zweiter.GetProperty("versuch").GetInt32(), zweiter.GetProperty("naechsterVersuchAm").GetDateTimeOffset()).ShouldBe((2, naechster.AddHours(2)));
        await _app.AdvanceToAsync(naechster.AddHours(2));
        (await lead.GetAsync("/api/stoerungen/wiederholungen")).GetArrayLength().ShouldBe(0);
        (await lead.GetAsync("/api/stoerungen")).EnumerateArray().Single().GetProperty("schritte")[0].GetProperty("versuche").GetInt32().ShouldBe(3);
    }

    private static Task<HttpResponseMessage> SendAsync(Sitzung sitzung, string adresse, object inhalt, string schluessel)
    {
        var anfrage = new HttpRequestMessage(HttpMethod.Post, adresse)
        {
            Content = new StringContent(JsonSerializer.Serialize(inhalt), System.Text.Encoding.UTF8, "application/json"),
        };
        anfrage.Headers.Add("Idempotency-Key", schluessel);
        return sitzung.Http.SendAsync(anfrage);
    }

    private static async Task<JsonElement> OkAsync(Task<HttpResponseMessage> antwort)
    {
        var text = await (await antwort).Content.ReadAsStringAsync();
        (await antwort).StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
