using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>Move running Fälle from one version of a process to another.</summary>
/// <param name="Nach">Number of the version to move to; without it the draft, which can only be looked at.</param>
/// <param name="Zuordnung">Old activity id to new one as JSON object; null gives a step up; <c>{"nach", "neuBeginnen"}</c> begins it anew.</param>
/// <param name="Faelle">Numbers of Fälle; without it all.</param>
/// <param name="FristenNeu">Dates of open steps follow the new version; otherwise they are kept.</param>
/// <param name="Grund">Why; needed for the move itself, not for the preview.</param>
internal sealed record VersionswechselAnfrage(
    int Von, int? Nach = null, IReadOnlyDictionary<string, JsonElement>? Zuordnung = null, IReadOnlyList<string>? Faelle = null, bool FristenNeu = false, string? Grund = null)
{
    public Wechselauftrag ToAuftrag(string definitionId) => new(
        definitionId, Von, Nach,
        Wechselauftrag.ReadZuordnung(Zuordnung is null ? null : JsonNode.Parse(JsonSerializer.Serialize(Zuordnung)) as JsonObject),
        Faelle ?? [], FristenNeu, Grund);
}

/// <summary>Looking at a move to another version, and doing it.</summary>
internal static class VersionswechselEndpunkte
{
    private const string Zweck = "Auswirkung eines Versionswechsels";

    public static void MapVersionswechsel(this IEndpointRouteBuilder api)
    {
        var wechsel = api.MapGroup("/prozesse/{id}/versionswechsel").RequireRolle(Rollen.Prozessgestalter).WithTags("Prozesse");

        wechsel.MapPost("/vorschau", async (string id, Anfrage<VersionswechselAnfrage> anfrage, Versionswechsel dienst, Lesezugriff lesen, HttpContext context) =>
        {
            await lesen.LogListAsync(context.User.ToAkteur(), Zweck, context.RequestAborted);
            return await ListAsync(dienst.PreviewAsync(anfrage.Wert.ToAuftrag(id), context.User.ToAkteur(), context.RequestAborted));
        })
            .WithSummary(Texte.Of("Api.WechselVorschau")).Produces<IReadOnlyList<Umzug>>();

        wechsel.MapPost("", async (string id, Anfrage<VersionswechselAnfrage> anfrage, Wechseldienst dienst, HttpContext context) =>
        {
            var auftrag = Guid.CreateVersion7();
            var umzuege = await ListAsync(dienst.ApplyAsync(auftrag, anfrage.Wert.ToAuftrag(id), context.User.ToAkteur(), context.RequestAborted));
            // There it can be watched, and taken back.
            if (umzuege.Count > 0)
                context.Response.Headers.Location = WechselauftraegeEndpunkte.Adresse(id, auftrag);
            return umzuege;
        })
            .WithSummary(Texte.Of("Api.Wechsel")).Produces<IReadOnlyList<Umzug>>();

        wechsel.MapPost("/auswirkung", async (string id, Anfrage<AuswirkungAnfrage> anfrage, Versionswechsel dienst, Lesezugriff lesen, HttpContext context) =>
        {
            await lesen.LogListAsync(context.User.ToAkteur(), Zweck, context.RequestAborted);
            return await dienst.PreviewAsync(
                anfrage.Wert.Wechsel.ToAuftrag(id), anfrage.Wert.ToFilter(), context.User.ToAkteur(), context.RequestAborted);
        })
            .WithSummary(Texte.Of("Api.WechselAuswirkung")).Produces<Auswirkung>();

        wechsel.MapWechselauftraege();
    }

    private static async Task<IReadOnlyList<Umzug>> ListAsync(IAsyncEnumerable<Umzug> umzuege)
    {
        List<Umzug> alle = [];
        await foreach (var umzug in umzuege)
            alle.Add(umzug);
        return alle;
    }
}
