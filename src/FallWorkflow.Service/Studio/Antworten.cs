using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Service.Studio;

/// <summary>
/// The answers that Elsa Studio expects about definitions. Whoever may not change processes gets no link
/// <c>publish</c>, by which Studio tells that it must not edit.
/// </summary>
internal sealed class Antworten(Editorform form)
{
    public static IResult Json(JsonNode? inhalt, int status = StatusCodes.Status200OK) =>
        Results.Text(inhalt?.ToJsonString(Schreibweise) ?? "null", "application/json; charset=utf-8", statusCode: status);

    public static JsonObject List(JsonArray zeilen) => new() { ["items"] = zeilen, ["count"] = zeilen.Count };

    public static bool MayDesign(Akteur akteur) => akteur.Rolle == Rollen.Prozessgestalter;

    /// <summary>The whole version, as the editor opens it.</summary>
    public JsonObject Definition(Fassung fassung, Akteur akteur)
    {
        var definition = form.ToEditor(fassung.Json);
        definition["id"] = fassung.Id;
        definition["definitionId"] = fassung.DefinitionId;
        definition["version"] = fassung.Version;
        definition["name"] = fassung.Name;
        definition["isLatest"] = fassung.IsLatest;
        definition["isPublished"] = fassung.IsPublished;
        definition["isReadonly"] = false;
        definition["materializerName"] = "Json";
        definition["toolVersion"] ??= "3.8.2.0";
        definition["createdAt"] ??= fassung.Since;
        definition["links"] = Links(fassung.DefinitionId, akteur);
        return definition;
    }

    public JsonObject Saved(Fassung fassung, bool warSchon, Akteur akteur) => new()
    {
        ["workflowDefinition"] = Definition(fassung, akteur),
        ["alreadyPublished"] = warSchon,
        ["consumingWorkflowCount"] = 0,
    };

    /// <summary>One row of the list.</summary>
    public static JsonObject Summary(Fassung fassung, Akteur akteur) => new()
    {
        ["id"] = fassung.Id,
        ["definitionId"] = fassung.DefinitionId,
        ["name"] = fassung.Name,
        ["description"] = fassung.Description,
        ["version"] = fassung.Version,
        ["isLatest"] = fassung.IsLatest,
        ["isPublished"] = fassung.IsPublished,
        ["createdAt"] = fassung.Since,
        ["materializerName"] = "Json",
        ["isMaterializerAvailable"] = true,
        ["isReadonly"] = false,
        ["links"] = Links(fassung.DefinitionId, akteur),
    };

    public static JsonArray BulkLinks(Akteur akteur) => !MayDesign(akteur)
        ? []
        : [Link("/bulk-actions/publish/workflow-definitions", "bulk-publish", "POST"), Link("/bulk-actions/retract/workflow-definitions", "bulk-retract", "POST"), Link("/bulk-actions/delete/workflow-definitions", "bulk-delete", "POST")];

    private static JsonArray Links(string id, Akteur akteur)
    {
        var links = new JsonArray(Link($"/workflow-definitions/{id}", "self", "GET"));
        if (MayDesign(akteur))
        {
            links.Add(Link($"/workflow-definitions/{id}/publish", "publish", "POST"));
            links.Add(Link($"/workflow-definitions/{id}/retract", "retract", "POST"));
            links.Add(Link($"/workflow-definitions/{id}", "delete", "DELETE"));
        }

        return links;
    }

    private static JsonObject Link(string href, string rel, string methode) => new() { ["href"] = href, ["rel"] = rel, ["method"] = methode };

    internal static readonly JsonSerializerOptions Schreibweise = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
