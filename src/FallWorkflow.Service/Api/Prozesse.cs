using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.Service.Studio;
using FallWorkflow.Web.Anmeldung;
using FallWorkflow.Web.Prozesse;

namespace FallWorkflow.Service.Api;

/// <summary>A published version of a process.</summary>
/// <param name="Aktuell">New instances start with this version.</param>
internal sealed record ProzessAntwort(string Id, string DefinitionId, int Version, string Name, DateTimeOffset VeroeffentlichtAm, bool Aktuell)
{
    public static ProzessAntwort Of(Prozessversion version) => new(
        version.Id, version.DefinitionId, version.Version,
        JsonNode.Parse(version.Json)?["name"]?.ToString() ?? version.DefinitionId, version.PublishedAt, version.IsCurrent);
}

/// <summary>Where the instances of a version wait at the moment.</summary>
internal sealed record BelegungAntwort(int Version, int Instanzen, IReadOnlyList<SchrittbelegungAntwort> Schritte)
{
    public static BelegungAntwort Of(Belegung belegung) => new(
        belegung.Version.Version, belegung.Instanzen,
        [.. belegung.Schritte.Select(s => new SchrittbelegungAntwort(s.Id, s.Name, s.Anzahl, s.Median, s.Laengste, s.Wartende))]);
}

/// <param name="Median">How long they have been waiting, in the middle.</param>
internal sealed record SchrittbelegungAntwort(string Id, string Name, int Anzahl, TimeSpan Median, TimeSpan Laengste, IReadOnlyList<Wartestelle> Wartende);

/// <summary>Publishing and reading process definitions in Elsa 3's JSON form.</summary>
internal static class ProzesseEndpunkte
{
    public static void MapProzesse(this IEndpointRouteBuilder api)
    {
        var prozesse = api.MapGroup("/prozesse").RequireRolle(Rollen.Prozessgestalter, Rollen.Teamleitung, Rollen.Datenschutz).WithTags("Prozesse");

        prozesse.MapGet("", async (Prozessverzeichnis verzeichnis, HttpContext context) =>
            (await verzeichnis.CurrentAsync(context.RequestAborted)).Select(ProzessAntwort.Of))
            .WithSummary(Texte.Of("Api.Prozesse"));

        prozesse.MapGet("/{id}/{version:int}", async (string id, int version, Prozessverzeichnis verzeichnis, HttpContext context) =>
        {
            var gesucht = (await verzeichnis.VersionsOfAsync(id, context.RequestAborted)).FirstOrDefault(v => v.Version == version)
                ?? throw new NotFoundException(Texte.Of("Prozess.Unbekannt"));
            return Results.Content(gesucht.Json, "application/json", Encoding.UTF8);
        }).WithSummary(Texte.Of("Api.Prozess")).Produces<JsonElement>();

        prozesse.MapGet("/{id}/{version:int}/belegung", async (string id, int version, Belegungsdienst dienst, Lesezugriff lesen, HttpContext context) =>
        {
            await lesen.LogListAsync(context.User.ToAkteur(), "Belegung", context.RequestAborted);
            return BelegungAntwort.Of(await dienst.OfAsync(id, version, context.User.ToAkteur(), context.RequestAborted));
        })
            .RequireRolle(Rollen.Prozessgestalter)
            .WithSummary(Texte.Of("Api.Belegung"));

        prozesse.MapGet("/{id}/pruefung", (string id, IProzessberichte berichte, HttpContext context) => berichte.CheckAsync(id, context.RequestAborted))
            .WithSummary(Texte.Of("Api.ProzessPruefung"));

        prozesse.MapGet("/{id}/vergleich", (string id, string? von, string? nach, IProzessberichte berichte, HttpContext context) =>
            berichte.CompareAsync(id, von, nach, context.RequestAborted))
            .WithSummary(Texte.Of("Api.ProzessVergleich"));

        prozesse.MapPost("", async (HttpContext context, Veroeffentlichungsdienst dienst) =>
        {
            using var leser = new StreamReader(context.Request.Body, Encoding.UTF8);
            var akteur = context.User.ToAkteur();
            var eingang = Idempotenz.KeyOf(context) is { } schluessel ? $"{akteur.Id}\n{schluessel}" : null;
            var (version, antrag) = await dienst.PublishAsync(
                await leser.ReadToEndAsync(context.RequestAborted), Entwurfsart.AusProgramm, eingang, context.Reason(), akteur, context.RequestAborted);
            return antrag is null
                ? Results.Created($"/api/prozesse/{version!.DefinitionId}/{version.Version}", ProzessAntwort.Of(version))
                : Results.Accepted(
                    $"/api/prozesse/{Uri.EscapeDataString(antrag.DefinitionId)}/veroeffentlichung", new AntragAntwort(antrag.DefinitionId, antrag.Nr, antrag.Version, Texte.Of("Studio.Beantragt", antrag.Name)));
        })
        .RequireRolle(Rollen.Prozessgestalter)
        .Accepts<JsonElement>("application/json")
        .WithSummary(Texte.Of("Api.ProzessVeroeffentlichen")).Produces<ProzessAntwort>(StatusCodes.Status201Created).Produces<AntragAntwort>(StatusCodes.Status202Accepted);

        prozesse.MapVeroeffentlichungen();
    }
}
