using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Trials;
using FallWorkflow.Service.Api;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Studio;

/// <summary>Trying a process or one step without touching anything real.</summary>
internal static class Versuchsendpunkte
{
    /// <summary>Where Studio looks for the instance that was started.</summary>
    private const string Instanzkopf = "x-elsa-workflow-instance-id";

    public static void MapVersuche(this IEndpointRouteBuilder api)
    {
        var gestalten = api.MapGroup("").RequireRolle(Rollen.Prozessgestalter);

        gestalten.MapPost("/workflow-definitions/{definitionId}/execute", async (string definitionId, Entwurfsdienst dienst, Probelaeufe probelaeufe, HttpContext context) =>
        {
            var fassung = await dienst.RequireAsync(definitionId, (await context.BodyAsync()).Text("versionOptions"), context.RequestAborted);
            var id = await probelaeufe.RunAsync(fassung, context.User.ToAkteur(), context.RequestAborted);
            context.Response.Headers[Instanzkopf] = id;
            return Antworten.Json(new JsonObject { ["workflowState"] = new JsonObject { ["id"] = id } });
        });

        gestalten.MapPost("/tests/activities", async (Fassungen fassungen, Probelaeufe probelaeufe, HttpContext context) =>
        {
            var anfrage = await context.BodyAsync();
            var handgriff = anfrage["workflowDefinitionHandle"] as JsonObject ?? [];
            var fassung = handgriff.Text("definitionVersionId") is { } id
                ? await Definitionsendpunkte.FindAsync(fassungen, id, context)
                : await fassungen.FindAsync(handgriff.Text("definitionId") ?? "", null, context.RequestAborted) ?? throw new NotFoundException(Texte.Of("Prozess.Unbekannt"));
            var definition = DefinitionReader.Import(fassung.Json);
            var schritt = anfrage["activityHandle"] as JsonObject ?? [];
            var gesucht = schritt.Text("activityId") ?? schritt.Text("activityNodeId")?.Split(':')[^1] ?? "";
            var aktivitaet = definition.Root.Find(gesucht) ?? throw new NotFoundException(Texte.Of("Studio.SchrittUnbekannt"));
            var (versuch, ergebnis) = await probelaeufe.TryStepAsync(definition, aktivitaet, context.RequestAborted);
            return Antworten.Json(Result(aktivitaet, versuch, ergebnis));
        });
    }

    private static JsonObject Result(ActivityDefinition schritt, Trial versuch, TrialResult ergebnis)
    {
        var eintraege = versuch.Journal.Where(j => j.ActivityId == schritt.Id).ToList();
        var anfang = eintraege.FirstOrDefault(j => j.Kind == JournalKinds.ActivityStarted);
        var ende = eintraege.LastOrDefault(j => j.Kind is JournalKinds.ActivityCompleted or JournalKinds.ActivityFaulted);
        var fehler = ergebnis.AfterStart.Incidents.Count > 0 ? ergebnis.AfterStart.Incidents[0] : null;
        var status = fehler is not null ? "Faulted" : ende?.Kind == JournalKinds.ActivityCompleted ? "Completed" : "Running";
        return new JsonObject
        {
            ["activityState"] = Data(anfang)?["inputs"]?.DeepClone() ?? new JsonObject(),
            ["payload"] = status == "Completed"
                ? new JsonObject { ["Outcomes"] = Data(ende)?["outcomes"] is JsonArray namen ? string.Join(", ", namen.Select(n => n?.ToString())) : "Done" }
                : new JsonObject(),
            ["outputs"] = ergebnis.AfterStart.FinalVariables.DeepClone(),
            ["exception"] = fehler is null && ergebnis.StartThrew is null
                ? null
                : new JsonObject { ["type"] = fehler?.Exception ?? "", ["message"] = fehler?.Message ?? ergebnis.StartThrew, ["stackTrace"] = "", ["innerException"] = null },
            ["status"] = status,
        };
    }

    private static JsonNode? Data(JournalEntry? eintrag) => eintrag?.Data is null ? null : JsonNode.Parse(eintrag.Data);
}
