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

    private static async Task<int> CurrentAsync(Sitzung sitzung, string id) =>
        (await sitzung.GetAsync("/api/prozesse")).EnumerateArray().Single(p => p.GetProperty("definitionId").GetString() == id).GetProperty("version").GetInt32();

    private static async Task<JsonObject> ReadAsync(Sitzung sitzung, string id, int version) =>
        JsonNode.Parse((await sitzung.GetAsync($"/api/prozesse/{id}/{version}")).ToString())!.AsObject();
}
