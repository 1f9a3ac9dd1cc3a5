using System.Net;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

[Collection(GemeinsameApp.Name)]
public sealed class WhenADefinitionIsPublished(Gemeinsam gemeinsam)
{
    [Fact]
    public async Task A_broken_one_is_refused_with_every_problem_and_the_running_version_stays()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Prozessgestalterin);
        var vorher = await CurrentAsync(sitzung, "notfall");
        var definition = await ReadAsync(sitzung, "notfall", vorher);
        var aktivitaeten = definition["root"]!["activities"]!.AsArray();
        aktivitaeten.Add(JsonNode.Parse("""{ "id": "Neu", "nodeId": "Workflow1:Flowchart1:Neu", "name": "Neu", "type": "FallWorkflow.GibtEsNicht", "version": 1 }"""));
        aktivitaeten.Add(JsonNode.Parse(
            """
            { "id": "Rechnen", "nodeId": "Workflow1:Flowchart1:Rechnen", "name": "Rechnen", "type": "Elsa.FlowDecision", "version": 1,
              "condition": { "typeName": "Boolean", "expression": { "type": "JavaScript", "value": "1 +" } } }
            """));
        definition["root"]!["connections"]!.AsArray().Add(JsonNode.Parse(
            """{ "source": { "activity": "Neu", "port": "Done" }, "target": { "activity": "Nirgendwo", "port": "In" } }"""));

        var antwort = await sitzung.PostTextAsync("/api/prozesse", definition.ToJsonString());
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "definition-ungueltig");
        var probleme = problem.GetProperty("probleme").EnumerateArray().Select(p => p.ToString()).ToList();
        probleme.ShouldContain(p => p.Contains("GibtEsNicht", StringComparison.Ordinal));
        probleme.ShouldContain(p => p.Contains("Rechnen", StringComparison.Ordinal));
        probleme.ShouldContain(p => p.Contains("Nirgendwo", StringComparison.Ordinal));
        foreach (var p in problem.GetProperty("probleme").EnumerateArray())
            p.GetProperty("abhilfe").GetString().ShouldNotBeNullOrWhiteSpace();
        (await CurrentAsync(sitzung, "notfall")).ShouldBe(vorher);
    }

    [Fact]
    public async Task A_sound_one_becomes_the_next_version_and_the_old_one_stays_readable()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Prozessgestalterin);
        var vorher = await CurrentAsync(sitzung, "dauer");
        var definition = await ReadAsync(sitzung, "dauer", vorher);
        definition["description"] = "Geändert";
        var antwort = await sitzung.PostTextAsync("/api/prozesse", definition.ToJsonString());
        antwort.StatusCode.ShouldBe(HttpStatusCode.Created, await antwort.Content.ReadAsStringAsync());
        (await CurrentAsync(sitzung, "dauer")).ShouldBe(vorher + 1);
        (await ReadAsync(sitzung, "dauer", vorher + 1))["description"]!.GetValue<string>().ShouldBe("Geändert");
        (await ReadAsync(sitzung, "dauer", vorher))["description"]!.GetValue<string>().ShouldNotBe("Geändert");
    }

    [Fact]
    public async Task Three_weeks_instead_of_four_hold_for_a_new_Fall_and_not_for_one_that_runs()
    {
        var gestalterin = await gemeinsam.App.SignInAsync(Testjobcenter.Prozessgestalterin);
        var fallmanagerin = await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin);
        var laufender = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        var vorher = await ReadAsync(gestalterin, "kontaktrhythmus", await CurrentAsync(gestalterin, "kontaktrhythmus"));
        var definition = vorher.DeepClone().AsObject();
        definition["root"]!["activities"]!.AsArray().First(a => a!["id"]!.ToString() == "KontaktfensterAbwarten")!["wert"] =
            JsonNode.Parse("""{ "typeName": "String", "expression": { "type": "Literal", "value": "3 Wochen" } }""");
        (await gestalterin.PostTextAsync("/api/prozesse", definition.ToJsonString())).StatusCode.ShouldBe(HttpStatusCode.Created);
        try
        {
            var neuer = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
            (await ContactOnAsync(fallmanagerin, neuer)).ShouldBe("2027-02-01");
            (await ContactOnAsync(fallmanagerin, laufender)).ShouldBe("2027-02-08");
        }
        finally
        {
            (await gestalterin.PostTextAsync("/api/prozesse", vorher.ToJsonString())).EnsureSuccessStatusCode();
        }
    }

    [Theory]
    [InlineData("52 Wochen")]
    [InlineData("bald")]
    public async Task A_value_that_its_parameter_cannot_have_is_refused(string wert)
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Prozessgestalterin);
        var definition = await ReadAsync(sitzung, "dauer", await CurrentAsync(sitzung, "dauer"));
        definition["root"]!["activities"]!.AsArray().First(a => a!["parameter"]?["expression"]?["value"]?.ToString() == "Dauer.Grenze")!["wert"] =
            JsonNode.Parse($$"""{ "typeName": "String", "expression": { "type": "Literal", "value": "{{wert}}" } }""");
        var problem = await (await sitzung.PostTextAsync("/api/prozesse", definition.ToJsonString())).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "definition-ungueltig");
        problem.GetProperty("probleme").EnumerateArray().ShouldContain(p => p.GetProperty("meldung").GetString()!.Contains(wert, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Something_that_is_no_definition_is_explained()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Prozessgestalterin);
        var antwort = await sitzung.PostTextAsync("/api/prozesse", "{ \"definitionId\": ");
        var problem = await antwort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "definition-ungueltig");
        problem.GetProperty("probleme").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_version_does_not_exist()
    {
        var sitzung = await gemeinsam.App.SignInAsync(Testjobcenter.Prozessgestalterin);
        await (await sitzung.Http.GetAsync("/api/prozesse/dauer/4711")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    private static async Task<string?> ContactOnAsync(Sitzung sitzung, Guid fall) =>
        (await sitzung.GetAsync($"/api/faelle/{fall}")).GetProperty("naechsteTermine").EnumerateArray()
            .Where(t => t.GetProperty("bezeichnung").GetString() == "Kontaktfenster abwarten").Select(t => t.GetProperty("am").GetString()).Single();

    private static async Task<int> CurrentAsync(Sitzung sitzung, string id) =>
        (await sitzung.GetAsync("/api/prozesse")).EnumerateArray().Single(p => p.GetProperty("definitionId").GetString() == id).GetProperty("version").GetInt32();

    private static async Task<JsonObject> ReadAsync(Sitzung sitzung, string id, int version) =>
        JsonNode.Parse((await sitzung.GetAsync($"/api/prozesse/{id}/{version}")).ToString())!.AsObject();
}
