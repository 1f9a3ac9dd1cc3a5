using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Draft and published version are simulated by program.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenAProcessIsSimulated(Gemeinsam gemeinsam)
{
    private const string Adresse = "/api/prozesse/kontaktrhythmus/simulation";

    [Fact]
    public async Task Draft_and_published_version_stand_side_by_side_with_what_differs()
    {
        var gestalterin = await DesignerAsync();
        await DraftAsync(gestalterin, "3 Wochen");
        var wunsch = new { faelle = 20, von = "2027-01-11", land = "BY", monate = 6, seed = 5, verhalten = new { kontaktePuenktlich = 50 } };
        var ergebnis = await RunAsync(gestalterin, wunsch);
        ergebnis.GetProperty("stand").GetString().ShouldBe("Fertig", ergebnis.ToString());
        var (alt, neu) = (ergebnis.GetProperty("ergebnisse")[0], ergebnis.GetProperty("ergebnisse")[1]);
        (alt.GetProperty("entwurf").GetBoolean(), neu.GetProperty("entwurf").GetBoolean()).ShouldBe((false, true));
        neu.GetProperty("version").GetInt32().ShouldBe(alt.GetProperty("version").GetInt32() + 1);
        Contacts(neu).ShouldBeGreaterThan(Contacts(alt));
        ergebnis.GetProperty("unterschiede").EnumerateArray().Select(u => u.GetString()).ShouldContain(u => u!.StartsWith("„Kontakt führen“:", StringComparison.Ordinal));

        // The same wish gives the same figures again.
        var nochmal = await RunAsync(gestalterin, wunsch);
        nochmal.GetProperty("ergebnisse").ToString().ShouldBe(ergebnis.GetProperty("ergebnisse").ToString());
        (await RunAsync(gestalterin, new { faelle = 20, von = "2027-01-11", land = "BY", monate = 6, seed = 6, verhalten = new { kontaktePuenktlich = 50 } }))
            .GetProperty("ergebnisse").ToString().ShouldNotBe(ergebnis.GetProperty("ergebnisse").ToString());

        // One Fall has a calendar, and the reminder stands on another day.
        var einer = await RunAsync(gestalterin, new { faelle = 1, von = "2027-01-11", land = "BY", monate = 6 });
        einer.GetProperty("ergebnisse")[1].GetProperty("kalender").GetProperty("events").GetArrayLength().ShouldBeGreaterThan(20);
        einer.GetProperty("unterschiede").EnumerateArray().Select(u => u.GetString()).ShouldContain("Aufgabe „Kontakt führen“, 1. Mal: 01.02.2027 statt 08.02.2027");
        await DropAsync(gestalterin);
    }

    [Fact]
    public async Task A_shipped_scenario_can_be_taken()
    {
        var gestalterin = await DesignerAsync();
        var ergebnis = await RunAsync(gestalterin, new { faelle = 1, szenario = "s1-schulden-und-sucht", fassung = "Veroeffentlicht" });
        ergebnis.GetProperty("stand").GetString().ShouldBe("Fertig", ergebnis.ToString());
        ergebnis.GetProperty("unterschiede").ValueKind.ShouldBe(JsonValueKind.Null);
        ergebnis.GetProperty("ergebnisse")[0].GetProperty("zahlen").GetProperty("from").GetString().ShouldBe("2027-01-11");
    }

    [Theory]
    [InlineData("""{}""", "faelle")]
    [InlineData("""{"faelle":0}""", "faelle")]
    [InlineData("""{"faelle":10001}""", "faelle")]
    [InlineData("""{"faelle":1,"monate":61}""", "monate")]
    [InlineData("""{"faelle":1,"land":"Atlantis"}""", "land")]
    [InlineData("""{"faelle":1,"von":"31.02.2027"}""", "von")]
    [InlineData("""{"faelle":1,"schluessel":0}""", "schluessel")]
    [InlineData("""{"faelle":1,"szenario":"gibt-es-nicht"}""", "szenario")]
    [InlineData("""{"faelle":1,"verhalten":{"puenktlich":101}}""", "verhalten.puenktlich")]
    [InlineData("""{"faelle":1,"verhalten":{"immer":1}}""", "verhalten.immer")]
    [InlineData("""{"faelle":1,"ereignisse":[{"tatsache":"KontaktGehalten"}]}""", "ereignisse[0].tatsache")]
    [InlineData("""{"faelle":1,"minuten":{"Kontakt":481}}""", "minuten.Kontakt")]
    [InlineData("""{"faelle":1,"fassung":"Entwurf"}""", "fassung")]
    public async Task What_is_wrong_is_named_with_its_field(string wunsch, string feld)
    {
        var antwort = await (await DesignerAsync()).PostTextAsync("/api/prozesse/dauer/simulation", wunsch);
        (await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "eingabe-ungueltig")).ErrorOf(feld).ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Only_process_designers_simulate_and_only_their_own_results_are_seen()
    {
        var leiterin = await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin);
        await (await leiterin.PostTextAsync(Adresse, """{"faelle":1}""")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "zugriff-verweigert");
        var gestalterin = await DesignerAsync();
        await (await SendAsync(gestalterin, HttpMethod.Get, $"{Adresse}/gibtesnicht")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        await (await gestalterin.PostTextAsync("/api/prozesse/gibtesnicht/simulation", """{"faelle":1}""")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    [Fact]
    public async Task One_at_a_time_runs_for_a_person_and_can_be_cancelled()
    {
        var gestalterin = await DesignerAsync();
        var erste = await gestalterin.PostTextAsync(Adresse, """{"faelle":10000,"monate":60}""");
        erste.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var ort = erste.Headers.Location!.ToString();
        (await (await gestalterin.PostTextAsync(Adresse, """{"faelle":1}""")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "regel-verletzt"))
            .GetProperty("regel").GetString().ShouldBe("EineSimulationJePerson");
        (await gestalterin.PostTextAsync($"{ort}/abbruch", "{}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await EndAsync(gestalterin, ort)).GetProperty("stand").GetString().ShouldBe("Abgebrochen");
    }

    private static Task<HttpResponseMessage> SendAsync(Sitzung sitzung, HttpMethod methode, string adresse)
    {
        var anfrage = new HttpRequestMessage(methode, adresse);
        anfrage.Headers.Add("X-FallWorkflow", "studio");
        return sitzung.Http.SendAsync(anfrage);
    }

    private static double Contacts(JsonElement fassung) =>
        fassung.GetProperty("zahlen").GetProperty("tasks").EnumerateArray().Single(t => t.GetProperty("kind").GetString() == "Kontakt").GetProperty("perCase").GetDouble();

    private static async Task<JsonElement> RunAsync(Sitzung sitzung, object wunsch)
    {
        var antwort = await sitzung.PostAsync(Adresse, wunsch);
        antwort.StatusCode.ShouldBe(HttpStatusCode.Accepted, await antwort.Content.ReadAsStringAsync());
        return await EndAsync(sitzung, antwort.Headers.Location!.ToString());
    }

    private static async Task<JsonElement> EndAsync(Sitzung sitzung, string ort)
    {
        var anfang = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var stand = await sitzung.GetAsync(ort);
            if (stand.GetProperty("stand").GetString() != "Laeuft")
                return stand;
            TimeProvider.System.GetElapsedTime(anfang).TotalSeconds.ShouldBeLessThan(120, stand.ToString());
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    /// <summary>A draft in which the contact window opens after another time.</summary>
    private static async Task DraftAsync(Sitzung sitzung, string wert)
    {
        var antwort = await SendAsync(sitzung, HttpMethod.Get, "/elsa/api/workflow-definitions/by-definition-id/kontaktrhythmus?versionOptions=Latest");
        var modell = JsonNode.Parse(await antwort.Content.ReadAsStringAsync())!;
        var schritt = modell["root"]!["activities"]!.AsArray().First(a => a!["type"]!.ToString() == "FallWorkflow.FristAbwarten")!;
        schritt["wert"] = JsonNode.Parse($$"""{"typeName":"String","expression":{"type":"Literal","value":"{{wert}}"},"memoryReference":null}""");
        var gespeichert = await sitzung.PostTextAsync(
            "/elsa/api/workflow-definitions", new JsonObject { ["model"] = modell, ["publish"] = false }.ToJsonString(), ("X-FallWorkflow", "studio"));
        gespeichert.IsSuccessStatusCode.ShouldBeTrue(await gespeichert.Content.ReadAsStringAsync());
    }

    private static async Task DropAsync(Sitzung sitzung)
    {
        var antwort = await SendAsync(sitzung, HttpMethod.Get, "/elsa/api/workflow-definitions/by-definition-id/kontaktrhythmus?versionOptions=Latest");
        var id = JsonNode.Parse(await antwort.Content.ReadAsStringAsync())!["id"];
        (await SendAsync(sitzung, HttpMethod.Delete, $"/elsa/api/workflow-definition-versions/{id}")).IsSuccessStatusCode.ShouldBeTrue();
    }

    private Task<Sitzung> DesignerAsync() => gemeinsam.App.SignInAsync(Testjobcenter.Prozessgestalterin);
}
