using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

public sealed partial class WhenAProcessIsDesigned
{
    private static async Task PublishAsync(Sitzung sitzung, string id) =>
        await BodyAsync(await sitzung.PostTextAsync($"{Api}/workflow-definitions/{id}/publish", "{}", Herkunft, ("X-Begruendung", "x")));

    private Task<Sitzung> DesignerAsync() => gemeinsam.App.SignInAsync(Testjobcenter.Prozessgestalterin);

    private Task<IReadOnlyList<Entwurfsstand>> HistoryAsync(string id) => gemeinsam.App.Services.GetRequiredService<IProzessentwuerfe>().HistoryAsync(id, 50);

    private static async Task<JsonObject> OpenAsync(Sitzung sitzung, string id, string welche = "Latest") =>
        JsonNode.Parse((await sitzung.GetAsync($"{Api}/workflow-definitions/by-definition-id/{id}?versionOptions={welche}")).ToString())!.AsObject();

    private static async Task<JsonObject> ExportAsync(Sitzung sitzung, string id) =>
        JsonNode.Parse(await (await sitzung.Http.GetAsync($"{Api}/workflow-definitions/{id}/export?versionOptions=Latest")).Content.ReadAsStringAsync())!.AsObject();

    private static async Task<JsonObject> SaveAsync(Sitzung sitzung, JsonObject model) =>
        (await BodyAsync(await sitzung.PostTextAsync($"{Api}/workflow-definitions", new JsonObject { ["model"] = model.DeepClone(), ["publish"] = false }.ToJsonString(), Herkunft)))["workflowDefinition"]!.AsObject();

    /// <summary>As the dialog does it: an empty process, without id and lists.</summary>
    private static async Task<JsonObject> CreateAsync(Sitzung sitzung, string name)
    {
        const string leer = """
            { "model": { "id": null, "definitionId": null, "name": "NAME", "description": null, "variables": null, "inputs": null, "outputs": null, "outcomes": null, "customProperties": null,
              "options": null, "links": null, "createdAt": "0001-01-01T00:00:00+00:00", "version": 1, "isLatest": true, "isPublished": false, "isReadonly": false, "toolVersion": "3.8.0.0",
              "root": { "id": "F", "type": "Elsa.Flowchart", "version": 1, "name": "Flowchart1", "nodeId": "Workflow1:F" } }, "publish": null }
            """;
        var neu = (await BodyAsync(await sitzung.PostTextAsync($"{Api}/workflow-definitions", leer.Replace("NAME", name, StringComparison.Ordinal), Herkunft)))["workflowDefinition"]!.AsObject();
        neu["variables"]!.AsArray().ShouldBeEmpty();
        return neu;
    }

    /// <summary>An empty process first; then the step.</summary>
    private static async Task<JsonObject> CreateAsync(Sitzung sitzung, string name, string schritt)
    {
        var neu = await CreateAsync(sitzung, name);
        neu["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(schritt));
        return await SaveAsync(sitzung, neu);
    }

    private static async Task<JsonObject> ImportAsync(Sitzung sitzung, string datei)
    {
        using var formular = new MultipartFormDataContent { { new StringContent(datei, Encoding.UTF8, new MediaTypeHeaderValue("application/json")), "files", "prozess.json" } };
        using var anfrage = new HttpRequestMessage(HttpMethod.Post, $"{Api}/workflow-definitions/import-files") { Content = formular };
        anfrage.Headers.Add(Herkunft.Item1, Herkunft.Item2);
        return await BodyAsync(await sitzung.Http.SendAsync(anfrage));
    }

    private static Task<HttpResponseMessage> DeleteAsync(Sitzung sitzung, string adresse)
    {
        var anfrage = new HttpRequestMessage(HttpMethod.Delete, adresse);
        anfrage.Headers.Add(Herkunft.Item1, Herkunft.Item2);
        return sitzung.Http.SendAsync(anfrage);
    }

    private static async Task<JsonObject> BodyAsync(HttpResponseMessage antwort)
    {
        var text = await antwort.Content.ReadAsStringAsync();
        antwort.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    private static async Task<string> ErrorsAsync(HttpResponseMessage antwort) =>
        string.Join(' ', JsonNode.Parse(await antwort.Content.ReadAsStringAsync())!["errors"]!["generalErrors"]!.AsArray().Select(f => f!.ToString()));
}
