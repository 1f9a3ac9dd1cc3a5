using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Api;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Studio;

/// <summary>Changing definitions; process designers only.</summary>
internal static class Aenderungsendpunkte
{
    public static void MapDefinitionsaenderungen(this IEndpointRouteBuilder api)
    {
        var schreiben = api.MapGroup("").RequireRolle(Rollen.Prozessgestalter);

        // One address for new, saved by itself, saved by hand and published. What cannot be published is saved all the same.
        schreiben.MapPost("/workflow-definitions", async (Entwurfsdienst dienst, Veroeffentlichungsdienst veroeffentlichen, Antworten antworten, HttpContext context) =>
        {
            var anfrage = await context.BodyAsync();
            var akteur = context.User.ToAkteur();
            if (anfrage["model"] is not JsonObject model)
                throw new InvalidInputException("generalErrors", Texte.Of("Studio.KeineDefinition", "model"));
            var fassung = await dienst.SaveAsync(model, akteur, Entwurfsart.Gespeichert, context.RequestAborted);
            if (anfrage["publish"] is not JsonValue wert || !wert.TryGetValue(out bool gleich) || !gleich)
                return Antworten.Json(antworten.Saved(fassung, false, akteur));
            return await PublishAsync(fassung.DefinitionId, veroeffentlichen, antworten, context);
        });

        schreiben.MapPost("/workflow-definitions/{definitionId}/publish", (string definitionId, Veroeffentlichungsdienst veroeffentlichen, Antworten antworten, HttpContext context) =>
            PublishAsync(definitionId, veroeffentlichen, antworten, context));

        schreiben.MapPost("/workflow-definitions/{definitionId}/retract", async (string definitionId, Entwurfsdienst dienst, Veroeffentlichungsdienst veroeffentlichen, Antworten antworten, HttpContext context) =>
        {
            await veroeffentlichen.RetractAsync(definitionId, context.Reason(), context.User.ToAkteur(), context.RequestAborted);
            return Antworten.Json(antworten.Definition(await dienst.RequireAsync(definitionId, null, context.RequestAborted), context.User.ToAkteur()));
        });

        schreiben.MapPost("/workflow-definitions/{definitionId}/revert/{version:int}", async (string definitionId, int version, Entwurfsdienst dienst, HttpContext context) =>
            Antworten.Json(Antworten.Summary(await dienst.RevertAsync(definitionId, version, context.User.ToAkteur(), context.RequestAborted), context.User.ToAkteur())));

        schreiben.MapDelete("/workflow-definitions/{definitionId}", async (string definitionId, Entwurfsdienst dienst, HttpContext context) =>
        {
            await dienst.DeleteAsync(definitionId, context.User.ToAkteur(), context.RequestAborted);
            return Antworten.Json(new JsonObject());
        });

        schreiben.MapDelete("/workflow-definition-versions/{id}", async (string id, Entwurfsdienst dienst, HttpContext context) =>
        {
            await dienst.DeleteVersionAsync(id, context.User.ToAkteur(), context.RequestAborted);
            return Antworten.Json(new JsonObject());
        });

        // Users of a process are pinned to the version they were published with, and move when they are published anew.
        schreiben.MapPost("/workflow-definitions/{definitionId}/update-references", () => Antworten.Json(new JsonObject { ["affectedWorkflows"] = new JsonArray() }));

        MapBulk(schreiben);
    }

    private static void MapBulk(RouteGroupBuilder schreiben)
    {
        schreiben.MapPost("/bulk-actions/publish/workflow-definitions/by-definition-ids", async (Veroeffentlichungsdienst dienst, HttpContext context) =>
        {
            var (veroeffentlicht, warSchon, unbekannt, fehler) = (new JsonArray(), new JsonArray(), new JsonArray(), new List<string>());
            foreach (var id in (await context.BodyAsync()).Texts("definitionIds"))
            {
                try
                {
                    var ergebnis = await dienst.PublishAsync(id, null, context.Reason(), context.User.ToAkteur(), context.RequestAborted);
                    if (ergebnis.Antrag is not null)
                        fehler.Add($"{id}: {Texte.Of("Studio.Beantragt", ergebnis.Fassung.Name)}");
                    else
                        (ergebnis.WarSchon ? warSchon : veroeffentlicht).Add((JsonNode)id);
                }
                catch (NotFoundException)
                {
                    unbekannt.Add((JsonNode)id);
                }
                catch (DefinitionUngueltigException e)
                {
                    fehler.AddRange(e.Probleme.Select(p => $"{id}: {p}"));
                }
                catch (ConflictException)
                {
                    fehler.Add($"{id}: {Texte.Of("Studio.Gleichzeitig")}");
                }
            }

            return Antworten.Json(new JsonObject
            {
                ["published"] = veroeffentlicht,
                ["alreadyPublished"] = warSchon,
                ["notFound"] = unbekannt,
                ["updatedConsumers"] = new JsonArray(),
                ["errors"] = Messages(fehler),
            });
        });

        schreiben.MapPost("/bulk-actions/retract/workflow-definitions/by-definition-ids", async (Veroeffentlichungsdienst dienst, HttpContext context) =>
        {
            var (zurueckgezogen, warSchon, unbekannt, fehler) = (new JsonArray(), new JsonArray(), new JsonArray(), new List<string>());
            foreach (var id in (await context.BodyAsync()).Texts("definitionIds"))
            {
                try
                {
                    (await dienst.RetractAsync(id, context.Reason(), context.User.ToAkteur(), context.RequestAborted) ? zurueckgezogen : warSchon).Add((JsonNode)id);
                }
                catch (NotFoundException)
                {
                    unbekannt.Add((JsonNode)id);
                }
                catch (InvalidInputException e)
                {
                    fehler.Add($"{id}: {e.Message}");
                }
                catch (ConflictException)
                {
                    fehler.Add($"{id}: {Texte.Of("Studio.Gleichzeitig")}");
                }
            }

            return Antworten.Json(new JsonObject
            {
                ["retracted"] = zurueckgezogen,
                ["alreadyRetracted"] = warSchon,
                ["notFound"] = unbekannt,
                ["errors"] = Messages(fehler),
            });
        });

        schreiben.MapPost("/bulk-actions/delete/workflow-definitions/by-definition-id", (Entwurfsdienst dienst, HttpContext context) =>
            DeleteAsync(context, "definitionIds", id => dienst.DeleteAsync(id, context.User.ToAkteur(), context.RequestAborted)));

        schreiben.MapPost("/bulk-actions/delete/workflow-definitions/by-id", (Entwurfsdienst dienst, HttpContext context) =>
            DeleteAsync(context, "ids", id => dienst.DeleteVersionAsync(id, context.User.ToAkteur(), context.RequestAborted)));
    }

    private static async Task<IResult> PublishAsync(string definitionId, Veroeffentlichungsdienst dienst, Antworten antworten, HttpContext context)
    {
        var akteur = context.User.ToAkteur();
        var ergebnis = await dienst.PublishAsync(definitionId, null, context.Reason(), akteur, context.RequestAborted);
        // Studio takes every success for a publication, and shows the text of a refusal.
        return ergebnis.Antrag is null
            ? Antworten.Json(antworten.Saved(ergebnis.Fassung, ergebnis.WarSchon, akteur))
            : throw new InvalidInputException("generalErrors", Texte.Of("Studio.Beantragt", ergebnis.Fassung.Name));
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, string feld, Func<string, Task> loeschen)
    {
        var (geloescht, fehler) = (0, new List<string>());
        foreach (var id in (await context.BodyAsync()).Texts(feld))
        {
            try
            {
                await loeschen(id);
                geloescht++;
            }
            catch (NotFoundException)
            {
                // Somebody else was faster.
            }
            catch (InvalidInputException e)
            {
                fehler.Add(e.Message);
            }
        }

        return Antworten.Json(new JsonObject { ["deleted"] = geloescht, ["errors"] = Messages(fehler) });
    }

    /// <summary>What did not work; Studio does not look at it, our own page shows it.</summary>
    private static JsonArray Messages(IEnumerable<string> fehler) => [.. fehler.Select(f => (JsonNode)f)];
}
