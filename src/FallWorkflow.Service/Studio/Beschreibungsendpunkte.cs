using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Service.Studio;

/// <summary>What the editor asks before and while it shows a process: steps, kinds of expressions, types, completion.</summary>
internal static class Beschreibungsendpunkte
{
    private const string Speicher = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    private static readonly string[] Leer =
    [
        "/descriptors/workflow-activation-strategies", "/descriptors/incident-strategies", "/descriptors/log-persistence-strategies",
        "/descriptors/commit-strategies/workflows", "/descriptors/commit-strategies/activities", "/descriptors/output-converters",
        "/features/installed", "/resilience/strategies",
    ];

    private static readonly (string Type, string? Sprache)[] Ausdruecke =
        [("Literal", null), ("Object", null), ("JavaScript", "javascript"), ("Variable", null), ("Input", null)];

    private static readonly string[] Typen = ["String", "Boolean", "Int32", "Int64", "Double", "Decimal", "Object", "DateTimeOffset", "TimeSpan"];

    public static void MapBeschreibungen(this IEndpointRouteBuilder api)
    {
        foreach (var adresse in Leer)
            api.MapGet(adresse, () => Antworten.Json(Antworten.List([])));

        api.MapGet("/descriptors/activities", (Schrittbeschreibungen schritte) => Antworten.Json(Antworten.List(schritte.All())));

        // No activity has choices that depend on other inputs.
        api.MapPost("/descriptors/activities/{type}/options/{eingabe}", () => Antworten.Json(new JsonObject { ["items"] = new JsonObject() }));

        api.MapGet("/descriptors/expression-descriptors", () => Antworten.Json(Antworten.List(
        [
            .. Ausdruecke.Select(a => (JsonNode)new JsonObject
            {
                ["type"] = a.Type,
                ["displayName"] = Texte.Of($"Studio.Ausdruck.{a.Type}"),
                ["isSerializable"] = true,
                ["isBrowsable"] = a.Type is not ("Literal" or "Object"),
                ["properties"] = a.Sprache is null ? new JsonObject() : new JsonObject { ["MonacoLanguage"] = a.Sprache },
            }),
        ])));

        api.MapGet("/descriptors/variables", () => Antworten.Json(Antworten.List(
        [
            .. Typen.Select(t => (JsonNode)new JsonObject
            {
                ["typeName"] = t,
                ["displayName"] = Texte.Of($"Studio.Typ.{t}"),
                ["category"] = Texte.Of(t is "DateTimeOffset" or "TimeSpan" ? "Studio.Typen.Zeit" : "Studio.Typen.Einfach"),
                ["description"] = "",
            }),
        ])));

        api.MapGet("/descriptors/storage-drivers", () => Antworten.Json(Antworten.List(
            [new JsonObject { ["typeName"] = Speicher, ["displayName"] = Texte.Of("Studio.Speicher"), ["priority"] = 5, ["deprecated"] = false }])));

        api.MapPost("/scripting/javascript/type-definitions/{definitionId}", async (string definitionId, Fassungen fassungen, HttpContext context) =>
        {
            var fassung = await fassungen.FindAsync(definitionId, null, context.RequestAborted);
            return Results.Text(Prozessmaschine.Deklarationen(fassung is null ? null : DefinitionReader.Import(fassung.Json)), "text/plain; charset=utf-8");
        });
    }
}
