using System.Text.Json;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>Reading Fälle; each reading is logged.</summary>
internal static class FaelleEndpunkte
{
    private static readonly string[] Leser =
        [Rollen.Fallmanager, Rollen.Teamleitung, Rollen.Integrationsfachkraft, Rollen.Datenschutz];

    public static void MapFaelle(this IEndpointRouteBuilder api)
    {
        var faelle = api.MapGroup("/faelle").RequireRolle(Leser).WithTags("Fälle");

        faelle.MapGet("", Fallsuche.ReadAsync).WithSummary(Texte.Of("Api.Faelle")).Produces<FalllisteAntwort>();

        faelle.MapGet("/{id:guid}", async (Guid id, Fallansicht ansicht, HttpContext context) =>
        {
            var antwort = await ansicht.ReadAsync(id, context.User.ToAkteur(), context.RequestAborted);
            context.Response.Headers.ETag = Fallversion.ToETag(antwort.Version);
            return antwort;
        }).WithSummary(Texte.Of("Api.Fall"));

        faelle.MapGet("/{id:guid}/verlauf", async (Guid id, Lesezugriff lesen, IAbfragen abfragen, HttpContext context) =>
        {
            await lesen.ReadAsync(id, context.User.ToAkteur(), "Verlauf", context.RequestAborted);
            return await abfragen.VerlaufAsync(id, context.RequestAborted);
        }).WithSummary(Texte.Of("Api.Verlauf"));

        faelle.MapGet("/{id:guid}/akte", async (Guid id, Lesezugriff lesen, HttpContext context) =>
        {
            var fall = await lesen.ReadAsync(id, context.User.ToAkteur(), "Akte", context.RequestAborted);
            context.Response.Headers.ETag = Fallversion.ToETag(fall.Version);
            return fall.Akte.Select(e => EintragAntwort.Of(fall, e)).ToList();
        }).WithSummary(Texte.Of("Api.Akte"));

        faelle.MapGet("/{id:guid}/journal", async (Guid id, Lesezugriff lesen, IAbfragen abfragen, HttpContext context) =>
        {
            await lesen.ReadAsync(id, context.User.ToAkteur(), "Journal", context.RequestAborted);
            return await abfragen.JournalAsync(id, context.RequestAborted);
        }).WithSummary(Texte.Of("Api.Journal"));
    }
}

/// <summary>An entry of the Akte, complete.</summary>
/// <param name="Ersetzt">A later entry corrects this one.</param>
/// <param name="Besprechung">Whether it is final and was discussed with the client (R24).</param>
/// <param name="BesprochenAm">Null as long as it was not.</param>
internal sealed record EintragAntwort(
    Guid Id, long Nr, string Art, string Bezeichnung, DateOnly WirksamAm, DateTimeOffset ErfasstAm, string ErfasstVon,
    JsonElement Daten, Guid? Berichtigt, string? Begruendung, bool Ersetzt,
    Besprechungsstand Besprechung, DateOnly? BesprochenAm)
{
    public static EintragAntwort Of(Fall fall, Eintrag eintrag)
    {
        var art = TatsachenKatalog.ArtOf(eintrag.Tatsache).Name;
        var (stand, am) = fall.BesprechungOf(eintrag);
        return new(
            eintrag.Id, eintrag.Nr, art, Application.Texte.Of($"Tatsache.{art}"), eintrag.WirksamAm, eintrag.ErfasstAm, eintrag.ErfasstVon,
            JsonSerializer.SerializeToElement(eintrag.Tatsache, eintrag.Tatsache.GetType(), TatsachenKatalog.Json),
            eintrag.Berichtigt, eintrag.Begruendung, fall.IsSuperseded(eintrag), stand, am);
    }
}
