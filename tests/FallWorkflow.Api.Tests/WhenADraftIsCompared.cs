using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>What designers ask about a draft before they publish, by the API.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenADraftIsCompared(Gemeinsam gemeinsam)
{
    private static readonly (string, string) Herkunft = ("X-FallWorkflow", "studio");

    [Fact]
    public async Task Problems_come_with_their_steps_and_the_step_to_look_at()
    {
        var gestalterin = await DesignerAsync();
        (await gestalterin.GetAsync("/api/prozesse/freigabe/pruefung")).GetProperty("probleme").GetArrayLength().ShouldBe(0);
        await SaveAsync(gestalterin, JsonNode.Parse("""
            { "definitionId": "api-mangelhaft", "name": "Mangelhaft", "root": { "id": "F", "type": "Elsa.Flowchart", "activities": [
              { "id": "Beginn", "type": "Elsa.Start" },
              { "id": "Kasten", "type": "Elsa.Sequence", "metadata": { "displayText": "Vorbereitung" }, "activities": [
                { "id": "Innen", "type": "FallWorkflow.Erinnern", "metadata": { "displayText": "Erinnern" } } ] } ],
              "connections": [ { "source": { "activity": "Beginn", "port": "Done" }, "target": { "activity": "Kasten", "port": "In" } } ] } }
            """)!);

        var bericht = await gestalterin.GetAsync("/api/prozesse/api-mangelhaft/pruefung");
        bericht.GetProperty("fassung").GetProperty("istEntwurf").GetBoolean().ShouldBeTrue();
        var problem = bericht.GetProperty("probleme").EnumerateArray().First(p => p.GetProperty("schrittId").GetString() == "Innen");
        problem.GetProperty("schritt").GetString().ShouldBe("Erinnern");
        problem.GetProperty("zielschritt").GetString().ShouldBe("Kasten");
        problem.GetProperty("behaelter").GetString().ShouldBe("Vorbereitung");
        problem.GetProperty("abhilfe").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_draft_is_compared_with_what_is_in_force_and_any_two_versions_with_each_other()
    {
        var gestalterin = await DesignerAsync();
        var allein = await gestalterin.GetAsync("/api/prozesse/ruecksprache/vergleich");
        allein.GetProperty("von").ValueKind.ShouldBe(JsonValueKind.Null);
        allein.GetProperty("aenderungen").GetArrayLength().ShouldBe(0);

        var model = JsonNode.Parse((await gestalterin.GetAsync("/elsa/api/workflow-definitions/by-definition-id/ruecksprache?versionOptions=Latest")).ToString())!;
        var bisher = model["version"]!.GetValue<int>();
        model["description"] = "Neu beschrieben";
        await SaveAsync(gestalterin, model);

        var vergleich = await gestalterin.GetAsync("/api/prozesse/ruecksprache/vergleich");
        vergleich.GetProperty("von").GetProperty("version").GetInt32().ShouldBe(bisher);
        vergleich.GetProperty("nach").GetProperty("istEntwurf").GetBoolean().ShouldBeTrue();
        var aenderung = vergleich.GetProperty("aenderungen").EnumerateArray().ShouldHaveSingleItem();
        aenderung.GetProperty("ort").GetString().ShouldBe("Prozess");
        aenderung.GetProperty("nachher").GetString().ShouldBe("Neu beschrieben");

        (await gestalterin.GetAsync($"/api/prozesse/ruecksprache/vergleich?von=entwurf&nach={bisher}")).GetProperty("aenderungen")[0].GetProperty("vorher").GetString().ShouldBe("Neu beschrieben");
        (await gestalterin.GetAsync($"/api/prozesse/ruecksprache/vergleich?von={bisher}&nach={bisher}")).GetProperty("aenderungen").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("/api/prozesse/gibt-es-nicht/pruefung")]
    [InlineData("/api/prozesse/gibt-es-nicht/vergleich")]
    [InlineData("/api/prozesse/freigabe/vergleich?von=77")]
    [InlineData("/api/prozesse/freigabe/vergleich?nach=irgendwas")]
    public async Task What_is_not_there_is_not_found(string adresse) =>
        (await (await DesignerAsync()).Http.GetAsync(adresse)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/api/prozesse/freigabe/pruefung")]
    [InlineData("/api/prozesse/freigabe/vergleich")]
    public async Task Those_who_see_the_processes_may_ask_others_not(string adresse)
    {
        (await (await gemeinsam.App.SignInAsync(Testjobcenter.Teamleiterin)).Http.GetAsync(adresse)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await gemeinsam.App.SignInAsync(Testjobcenter.Fallmanagerin)).Http.GetAsync(adresse)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<Sitzung> DesignerAsync() => gemeinsam.App.SignInAsync(Testjobcenter.Prozessgestalterin);

    private static async Task SaveAsync(Sitzung sitzung, JsonNode model)
    {
        var antwort = await sitzung.PostTextAsync("/elsa/api/workflow-definitions", new JsonObject { ["model"] = model.DeepClone(), ["publish"] = false }.ToJsonString(), Herkunft);
        antwort.StatusCode.ShouldBe(HttpStatusCode.OK, await antwort.Content.ReadAsStringAsync());
    }
}
