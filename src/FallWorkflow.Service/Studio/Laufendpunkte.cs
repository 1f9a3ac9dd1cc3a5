using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stoerungen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Service.Api;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Studio;

/// <summary>Running and finished processes: list, journal, counts on the canvas, values for those who may see them.</summary>
internal static class Laufendpunkte
{
    private const int MaxExport = 100;

    private static readonly JsonSerializerOptions Lesbar = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapLaeufe(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-instances", ListAsync);

        api.MapGet("/workflow-instances/{id}", async (string id, Laufsicht sicht, IDefinitionCatalog prozesse, Fassungen fassungen, HttpContext context) =>
        {
            var lauf = await sicht.ReadAsync(id, context.User.ToAkteur(), context.RequestAborted);
            return Antworten.Json(Laufansicht.Whole(Title(lauf.Prozess, prozesse), Laufansicht.Nodes(await DefinitionAsync(lauf, prozesse, fassungen, context)).Knoten));
        });

        api.MapGet("/workflow-instances/{id}/execution-state", async (string id, Laufsicht sicht, HttpContext context) =>
        {
            var instanz = (await sicht.ReadAsync(id, context.User.ToAkteur(), context.RequestAborted)).Prozess.Instanz;
            return Antworten.Json(new JsonObject { ["status"] = instanz.Status.ToString(), ["workflowSubStatus"] = instanz.SubStatus.ToString(), ["updatedAt"] = instanz.UpdatedAt });
        });

        api.MapGet("/workflow-instances/{id}/variables", VariablesAsync);
        api.MapMethods("/workflow-instances/{id}/journal", ["GET", "POST"], JournalAsync);
        api.MapPost("/activity-executions/report", ReportAsync);
        api.MapGet("/activity-executions/list", ExecutionsAsync);
        api.MapGet("/activity-execution-summaries/list", ExecutionsAsync);

        // What was asked for by the execution alone: Studio knows it from the list above and asks once more for its values, which are not shown.
        api.MapGet("/activity-executions/by-id", () => Antworten.Json(null));
        api.MapGet("/activity-executions/{id}/call-stack", (string id) => Antworten.Json(new JsonObject { ["activityExecutionId"] = id, ["items"] = new JsonArray(), ["totalCount"] = 0 }));
        api.MapGet("/resilience/retries/{id}", () => Antworten.Json(new JsonObject { ["items"] = new JsonArray(), ["totalCount"] = 0 }));

        api.MapGet("/workflow-instances/{id}/export", async (string id, Laufsicht sicht, IDefinitionCatalog prozesse, Fassungen fassungen, HttpContext context) =>
            Results.File(await ExportAsync(id, sicht, prozesse, fassungen, context), "application/json", FileOf(id)));
        api.MapPost("/bulk-actions/export/workflow-instances", ExportManyAsync);

        // A Fall goes to another version by the page Auswirkung, with preview and undo, and its incidents are mended on their own page.
        api.MapPost("/bulk-actions/import/workflow-instances", IResult () => throw new InvalidInputException("generalErrors", Texte.Of("Studio.LaufeNichtEinlesen")));
        api.MapPost("/alterations/{**weg}", IResult (string weg) => throw new InvalidInputException("generalErrors", Texte.Of("Studio.LaufeNichtAendern")));

        api.MapPost("/cancel/workflow-instances/{id}", CancelAsync).RequireRolle(Rollen.Prozessgestalter, Rollen.Teamleitung);
        api.MapPost("/bulk-actions/cancel/workflow-instances", IResult () => throw new InvalidInputException("generalErrors", Texte.Of("Studio.AbbruchNurGestoert")));
        api.MapDelete("/workflow-instances/{id}", IResult (string id) => throw new InvalidInputException("generalErrors", Texte.Of("Studio.LaufeVonFaellen")));
        api.MapPost("/bulk-actions/delete/workflow-instances/by-id", IResult () => throw new InvalidInputException("generalErrors", Texte.Of("Studio.LaufeVonFaellen")));
    }

    /// <summary>What the viewer shows, as a file: the instance with its journal, without values.</summary>
    private static async Task<byte[]> ExportAsync(string id, Laufsicht sicht, IDefinitionCatalog prozesse, Fassungen fassungen, HttpContext context)
    {
        var lauf = await sicht.ReadAsync(id, context.User.ToAkteur(), context.RequestAborted);
        var (knoten, namen) = Laufansicht.Nodes(await DefinitionAsync(lauf, prozesse, fassungen, context));
        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["workflowInstance"] = Laufansicht.Whole(Title(lauf.Prozess, prozesse), knoten),
                ["journal"] = new JsonArray([.. Laufansicht.Journal(lauf.Journal, knoten, namen).Select(z => (JsonNode)z)]),
            },
            Lesbar);
    }

    private static async Task<IResult> ExportManyAsync(Laufsicht sicht, IDefinitionCatalog prozesse, Fassungen fassungen, HttpContext context)
    {
        var ids = (await context.BodyAsync()).Texts("ids").Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count is 0 or > MaxExport)
            throw new InvalidInputException("generalErrors", Texte.Of("Studio.LaufeZaehlen", MaxExport));
        using var speicher = new MemoryStream();
        using (var archiv = new ZipArchive(speicher, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var id in ids)
            {
                await using var datei = await archiv.CreateEntry(FileOf(id)).OpenAsync(context.RequestAborted);
                await datei.WriteAsync(await ExportAsync(id, sicht, prozesse, fassungen, context), context.RequestAborted);
            }
        }

        return Results.File(speicher.ToArray(), "application/zip", "prozesslaeufe.zip");
    }

    private static string FileOf(string id) => $"prozesslauf-{id}.json";

    private static async Task<IResult> ListAsync(Laufsicht sicht, IDefinitionCatalog prozesse, HttpContext context)
    {
        var anfrage = await context.BodyAsync();
        var ids = anfrage.Texts("definitionIds").ToList();
        if (anfrage.Text("definitionId") is { Length: > 0 } eine)
            ids.Add(eine);
        var seite = await sicht.ListAsync(
            new(ids, Of<WorkflowStatus>(anfrage, "status", "statuses"), Of<WorkflowSubStatus>(anfrage, "subStatus", "subStatuses"), Number(anfrage, "version"),
                anfrage.Text("searchTerm") ?? anfrage.Text("correlationId"), (Number(anfrage, "page") ?? 0) + 1, Number(anfrage, "pageSize") ?? 50),
            context.User.ToAkteur(), context.RequestAborted);
        return Antworten.Json(new JsonObject
        {
            ["items"] = new JsonArray([.. seite.Zeilen.Select(l => (JsonNode)Laufansicht.Summary(Title(l, prozesse)))]),
            ["totalCount"] = seite.Gesamt,
            ["links"] = new JsonArray(),
        });
    }

    private static async Task<IResult> JournalAsync(string id, int? skip, int? take, Laufsicht sicht, IDefinitionCatalog prozesse, Fassungen fassungen, HttpContext context)
    {
        var filter = (await context.BodyAsync())["filter"] as JsonObject ?? [];
        var lauf = await sicht.ReadAsync(id, context.User.ToAkteur(), context.RequestAborted);
        var (knoten, namen) = Laufansicht.Nodes(await DefinitionAsync(lauf, prozesse, fassungen, context));
        var (nurKnoten, nurSchritte, ohneArten, ereignisse) =
            (filter.Texts("activityNodeIds"), filter.Texts("activityIds"), filter.Texts("excludedActivityTypes"), filter.Texts("eventNames"));
        var zeilen = Laufansicht.Journal(lauf.Journal, knoten, namen).Where(z =>
            (nurKnoten.Count == 0 || nurKnoten.Contains(z.Text("nodeId")!)) && (nurSchritte.Count == 0 || nurSchritte.Contains(z.Text("activityId")!))
            && !ohneArten.Contains(z.Text("activityType") ?? "") && (ereignisse.Count == 0 || ereignisse.Contains(z.Text("eventName")!))).ToList();
        return Antworten.Json(new JsonObject
        {
            ["items"] = new JsonArray([.. zeilen.Skip(Math.Max(skip ?? 0, 0)).Take(Math.Clamp(take ?? 100, 1, 1000)).Select(z => (JsonNode)z)]),
            ["totalCount"] = zeilen.Count,
        });
    }

    private static async Task<IResult> ReportAsync(Laufsicht sicht, IDefinitionCatalog prozesse, Fassungen fassungen, HttpContext context)
    {
        var anfrage = await context.BodyAsync();
        var lauf = await sicht.ReadAsync(anfrage.Text("workflowInstanceId") ?? "", context.User.ToAkteur(), context.RequestAborted);
        var knoten = Laufansicht.Nodes(await DefinitionAsync(lauf, prozesse, fassungen, context)).Knoten;
        return Antworten.Json(new JsonObject { ["stats"] = Laufansicht.Counts(lauf.Journal, anfrage.Texts("activityNodeIds"), knoten) });
    }

    private static async Task<IResult> ExecutionsAsync(string? workflowInstanceId, string? activityNodeId, Laufsicht sicht, IDefinitionCatalog prozesse, Fassungen fassungen, HttpContext context)
    {
        var lauf = await sicht.ReadAsync(workflowInstanceId ?? "", context.User.ToAkteur(), context.RequestAborted);
        var (knoten, namen) = Laufansicht.Nodes(await DefinitionAsync(lauf, prozesse, fassungen, context));
        return Antworten.Json(Antworten.List([.. Laufansicht.Executions(lauf.Journal)
            .Where(a => activityNodeId is null || knoten.GetValueOrDefault(a.Anfang.ActivityId ?? "") == activityNodeId)
            .Select(a => (JsonNode)Laufansicht.Execution(a, knoten, namen))]));
    }

    private static async Task<IResult> VariablesAsync(string id, Laufsicht sicht, IDefinitionCatalog prozesse, Fassungen fassungen, HttpContext context)
    {
        var akteur = context.User.ToAkteur();
        var lauf = await sicht.ReadAsync(id, akteur, context.RequestAborted);
        var definition = await DefinitionAsync(lauf, prozesse, fassungen, context);
        var werte = InstanceSnapshot.Of(lauf.Prozess.Instanz).Variables;
        var offen = (definition?.Variables.Count ?? 0) > 0 && await sicht.OpenValuesAsync(lauf, akteur, context.RequestAborted);
        return Antworten.Json(Antworten.List([.. (definition?.Variables ?? []).Select(v => (JsonNode)new JsonObject
        {
            ["id"] = v.Id, ["name"] = v.Name, ["value"] = offen ? werte[v.Id]?.DeepClone() : Texte.Of("Studio.Verdeckt"),
        })]));
    }

    private static async Task<IResult> CancelAsync(string id, Laufsicht sicht, Stoerungsdienst stoerungen, HttpContext context)
    {
        var akteur = context.User.ToAkteur();
        var lauf = await sicht.ReadAsync(id, akteur, context.RequestAborted);
        if (lauf.IstProbe || lauf.Prozess.Instanz.SubStatus != WorkflowSubStatus.Faulted)
            throw new InvalidInputException("generalErrors", Texte.Of("Studio.AbbruchNurGestoert"));
        await stoerungen.RunAsync(new(id, Behebung.Abbrechen, context.Reason() ?? ""), akteur, context.RequestAborted);
        return Antworten.Json(new JsonObject());
    }

    /// <summary>The version that the instance is pinned to; a trial may be of a draft.</summary>
    private static async Task<WorkflowDefinition?> DefinitionAsync(Lauf lauf, IDefinitionCatalog prozesse, Fassungen fassungen, HttpContext context)
    {
        if (!lauf.IstProbe)
            return prozesse.FindVersion(lauf.Prozess.Instanz.DefinitionVersionId);
        var fassung = await fassungen.FindByIdAsync(lauf.Prozess.Instanz.DefinitionVersionId, context.RequestAborted);
        return fassung is null ? null : DefinitionReader.Import(fassung.Json);
    }

    private static Laufansicht.Prozess Title(Prozesslauf lauf, IDefinitionCatalog prozesse) => new(
        lauf.Instanz, lauf.FallNummer, prozesse.FindPublished(lauf.Instanz.DefinitionId)?.Name is { Length: > 0 } name ? name : lauf.Instanz.DefinitionId);

    private static List<T> Of<T>(JsonObject anfrage, string eines, string mehrere)
        where T : struct, Enum =>
        [.. anfrage.Texts(mehrere).Append(anfrage.Text(eines) ?? "").Select(t => Enum.TryParse<T>(t, out var wert) ? wert : (T?)null).OfType<T>().Distinct()];

    private static int? Number(JsonObject anfrage, string name) => anfrage[name] is JsonValue wert && wert.TryGetValue(out int zahl) ? zahl : null;
}
