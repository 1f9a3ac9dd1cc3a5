using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary>Two process designers and small processes of their own.</summary>
internal sealed class Prozessprobe(FallWorkflowApp app)
{
    public const string Zweite = "pg2";

    private static readonly (string, string)[] Herkunft = [("X-FallWorkflow", "studio")];

    public FallWorkflowApp App => app;

    public IProzessentwuerfe Entwuerfe => app.Services.GetRequiredService<IProzessentwuerfe>();

    public Task<IReadOnlyList<Prozessversion>> VersionsAsync(string id) => app.Services.GetRequiredService<IProzessversionen>().VersionsOfAsync(id);

    public Task<Sitzung> DesignerAsync() => app.SignInAsync(Testjobcenter.Prozessgestalterin);

    /// <summary>Somebody else who designs processes.</summary>
    public async Task<Sitzung> SecondAsync()
    {
        var stammdaten = app.Services.GetRequiredService<IStammdaten>();
        var erste = (await stammdaten.FindBenutzerAsync(Testjobcenter.Prozessgestalterin))!;
        await stammdaten.SaveAsync(new Benutzer { Id = Zweite, Name = "Zweite Person", Rolle = erste.Rolle, EMail = "pg2@example.org", KennwortHash = erste.KennwortHash });
        return await app.SignInAsync(Zweite);
    }

    /// <summary>One office's concept asks for a second person, or does not any more.</summary>
    public static async Task SetFourEyesAsync(Sitzung sitzung, bool an, string buero = Testjobcenter.Berlin) =>
        (await sitzung.PostAsync("/api/fachkonzepte", new { gueltigAb = Gemeinsam.Heute, fristen = new { }, begruendung = "Beschluss", bueroId = buero, vierAugen = an })).EnsureSuccessStatusCode();

    public static JsonObject Definition(string id, string text) => JsonNode.Parse($$"""
        { "definitionId": "{{id}}", "name": "{{id}}", "root": { "id": "F", "type": "Elsa.Flowchart", "connections": [], "activities": [
          { "id": "A", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "{{text}}" } } } ] } }
        """)!.AsObject();

    public static async Task<JsonObject> SaveAsync(Sitzung sitzung, JsonObject definition)
    {
        var antwort = await sitzung.PostTextAsync("/elsa/api/workflow-definitions", new JsonObject { ["model"] = definition.DeepClone(), ["publish"] = false }.ToJsonString(), Herkunft);
        var text = await antwort.Content.ReadAsStringAsync();
        antwort.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!["workflowDefinition"]!.AsObject();
    }

    public static Task<HttpResponseMessage> StudioAsync(Sitzung sitzung, string adresse, string inhalt, string? grund = null) => sitzung.PostTextAsync(
        $"/elsa/api{adresse}", inhalt, grund is null ? Herkunft : [.. Herkunft, ("X-Begruendung", Uri.EscapeDataString(grund))]);

    /// <summary>The number of the request for a process.</summary>
    public static async Task<int> RequestAsync(Sitzung sitzung, string id, string grund)
    {
        var nr = (await sitzung.GetAsync($"/api/prozesse/{id}/veroeffentlichung")).GetProperty("nr").GetInt32();
        var antwort = await sitzung.PostAsync($"/api/prozesse/{id}/veroeffentlichung", new { nr, grund });
        antwort.StatusCode.ShouldBe(HttpStatusCode.Accepted, await antwort.Content.ReadAsStringAsync());
        return (await OfAsync(sitzung, id)).GetProperty("antrag").GetProperty("nr").GetInt32();
    }

    public static Task<JsonElement> OfAsync(Sitzung sitzung, string id) => sitzung.GetAsync($"/api/prozesse/{id}/veroeffentlichung");
}
