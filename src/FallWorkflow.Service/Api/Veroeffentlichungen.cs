using FallWorkflow.Application.Prozesse;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;
using FallWorkflow.Web.Prozesse;

namespace FallWorkflow.Service.Api;

/// <summary>A second person has to agree before a process is published.</summary>
/// <param name="Nr">Names the request.</param>
/// <param name="Version">Number that it gets.</param>
/// <param name="Hinweis">What happens next, in German.</param>
internal sealed record AntragAntwort(string DefinitionId, int Nr, int Version, string Hinweis);

/// <param name="Nr">Number of the saved state that is meant, as <c>GET …/veroeffentlichung</c> says it; another one is not published.</param>
/// <param name="Grund">Why; kept with the version. At most 2,000 characters.</param>
internal sealed record VeroeffentlichungAnfrage(int Nr, string Grund);

/// <param name="Grund">Why; kept. At most 2,000 characters.</param>
internal sealed record GrundAnfrage(string? Grund);

/// <param name="Version">Null while a second person has to agree.</param>
internal sealed record VeroeffentlichungAntwort(string DefinitionId, int? Version, bool WartetAufZustimmung);

/// <summary>A saved state of a draft with its definition.</summary>
internal sealed record EntwurfsstandAntwort(Entwurfsangabe Stand, System.Text.Json.Nodes.JsonObject Definition);

/// <summary>Drafts by their history, and publishing them with or without a second person.</summary>
internal static class VeroeffentlichungenEndpunkte
{
    public static void MapVeroeffentlichungen(this IEndpointRouteBuilder prozesse)
    {
        prozesse.MapGet("/antraege", (IVeroeffentlichungen dienst, HttpContext context) => dienst.RequestsAsync(context.RequestAborted))
            .WithSummary(Texte.Of("Api.ProzessAntraege"));

        prozesse.MapGet("/konflikte", (IVeroeffentlichungen dienst, HttpContext context) => dienst.ConflictsAsync(context.RequestAborted))
            .WithSummary(Texte.Of("Api.ProzessKonflikte"));

        prozesse.MapGet("/{id}/veroeffentlichung", (string id, IVeroeffentlichungen dienst, HttpContext context) => dienst.FindAsync(id, context.RequestAborted))
            .WithSummary(Texte.Of("Api.ProzessVeroeffentlichung"));

        prozesse.MapGet("/{id}/verlauf", (string id, int? vor, IEntwurfsverlauf verlauf, HttpContext context) => verlauf.ListAsync(id, vor, context.RequestAborted))
            .WithSummary(Texte.Of("Api.ProzessVerlauf"));

        prozesse.MapGet("/{id}/verlauf/{nr:int}", async (string id, int nr, IEntwurfsverlauf verlauf, HttpContext context) =>
        {
            var (angabe, definition) = await verlauf.FindAsync(id, nr, context.RequestAborted);
            return new EntwurfsstandAntwort(angabe, definition);
        }).WithSummary(Texte.Of("Api.ProzessStand"));

        var schreiben = prozesse.MapGroup("").RequireRolle(Rollen.Prozessgestalter);
        schreiben.MapPost("/{id}/veroeffentlichung", async (string id, Anfrage<VeroeffentlichungAnfrage> anfrage, IVeroeffentlichungen dienst, HttpContext context) =>
            await AnswerAsync(id, await dienst.PublishAsync(id, anfrage.Wert.Nr, anfrage.Wert.Grund, context.User.ToAkteur(), context.RequestAborted), dienst, context))
            .WithSummary(Texte.Of("Api.EntwurfVeroeffentlichen")).Produces<VeroeffentlichungAntwort>().Produces<VeroeffentlichungAntwort>(StatusCodes.Status202Accepted);

        schreiben.MapPost("/{id}/antraege/{nr:int}/zustimmung", async (string id, int nr, Anfrage<GrundAnfrage> anfrage, IVeroeffentlichungen dienst, HttpContext context) =>
            new VeroeffentlichungAntwort(id, await dienst.ApproveAsync(id, nr, anfrage.Wert.Grund, context.User.ToAkteur(), context.RequestAborted), false))
            .WithSummary(Texte.Of("Api.AntragZustimmen"));

        schreiben.MapPost("/{id}/antraege/{nr:int}/ablehnung", async (string id, int nr, Anfrage<GrundAnfrage> anfrage, IVeroeffentlichungen dienst, HttpContext context) =>
        {
            await dienst.DeclineAsync(id, nr, anfrage.Wert.Grund, context.User.ToAkteur(), context.RequestAborted);
            return Results.NoContent();
        }).WithSummary(Texte.Of("Api.AntragAblehnen")).Produces(StatusCodes.Status204NoContent);

        schreiben.MapPost("/{id}/datei-uebernehmen", async (string id, Anfrage<GrundAnfrage> anfrage, IVeroeffentlichungen dienst, HttpContext context) =>
            await AnswerAsync(id, await dienst.TakeFileAsync(id, anfrage.Wert.Grund, context.User.ToAkteur(), context.RequestAborted), dienst, context))
            .WithSummary(Texte.Of("Api.DateiUebernehmen")).Produces<VeroeffentlichungAntwort>().Produces<VeroeffentlichungAntwort>(StatusCodes.Status202Accepted);

        schreiben.MapPost("/{id}/verlauf/{nr:int}/wiederherstellen", async (string id, int nr, IEntwurfsverlauf verlauf, HttpContext context) =>
        {
            await verlauf.RestoreAsync(id, nr, context.User.ToAkteur(), context.RequestAborted);
            return Results.NoContent();
        }).WithSummary(Texte.Of("Api.StandWiederherstellen")).Produces(StatusCodes.Status204NoContent);

        schreiben.MapPost("/{id}/entwurf/verwerfen", async (string id, Anfrage<GrundAnfrage> anfrage, IEntwurfsverlauf verlauf, HttpContext context) =>
        {
            await verlauf.DropAsync(id, anfrage.Wert.Grund, context.User.ToAkteur(), context.RequestAborted);
            return Results.NoContent();
        }).WithSummary(Texte.Of("Api.EntwurfVerwerfen")).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> AnswerAsync(string id, bool veroeffentlicht, IVeroeffentlichungen dienst, HttpContext context) => veroeffentlicht
        ? Results.Ok(new VeroeffentlichungAntwort(id, (await dienst.FindAsync(id, context.RequestAborted)).Versionen.FirstOrDefault(v => v.IstAktuell)?.Version, false))
        : Results.Accepted($"/api/prozesse/{Uri.EscapeDataString(id)}/veroeffentlichung", new VeroeffentlichungAntwort(id, null, true));
}
