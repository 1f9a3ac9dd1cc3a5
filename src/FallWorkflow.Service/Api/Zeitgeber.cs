using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Service.Zeitgeber;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>Timers, triggers and requests that were given up after too many failures, and the way to have them tried again.</summary>
internal static class ZeitgeberEndpunkte
{
    public static void MapZeitgeber(this IEndpointRouteBuilder api)
    {
        var zeitgeber = api.MapGroup("/zeitgeber").RequireRolle(Rollen.Teamleitung, Rollen.Prozessgestalter).WithTags("Zeitgeber");

        zeitgeber.MapGet("/geparkt", (ITimerQueue timers, HttpContext context) => timers.ParkedAsync(BueroOf(context), cancellation: context.RequestAborted))
            .WithSummary(Texte.Of("Api.ZeitgeberGeparkt"));

        zeitgeber.MapPost("/{id}/wiederholen", async (string id, ITimerQueue timers, Zeitsignal signal, HttpContext context) =>
        {
            var geparkt = await timers.ParkedAsync(BueroOf(context), int.MaxValue, context.RequestAborted);
            if (!geparkt.Any(t => t.Id == id) || !await timers.UnparkAsync(id, context.RequestAborted))
                throw new NotFoundException(Texte.Of("Zeitgeber.Unbekannt"));
            signal.Ring();
            return Results.NoContent();
        }).WithSummary(Texte.Of("Api.ZeitgeberWiederholen")).Produces(StatusCodes.Status204NoContent);

        // What starts by itself belongs to no Fall.
        var ausloeser = api.MapGroup("/ausloeser").RequireRolle(Rollen.Prozessgestalter).WithTags("Zeitgeber");

        ausloeser.MapGet("/geparkt", (IZeitausloeser starts, HttpContext context) => starts.ParkedAsync(context.RequestAborted))
            .WithSummary(Texte.Of("Api.AusloeserGeparkt"));

        ausloeser.MapPost("/{prozess}/{aktivitaet}/wiederholen", async (string prozess, string aktivitaet, IZeitausloeser starts, HttpContext context) =>
            await starts.UnparkAsync(prozess, aktivitaet, context.RequestAborted)
                ? Results.NoContent()
                : throw new NotFoundException(Texte.Of("Ausloeser.NichtGeparkt")))
            .WithSummary(Texte.Of("Api.AusloeserWiederholen")).Produces(StatusCodes.Status204NoContent);

        var aufrufe = api.MapGroup("/aufrufe").RequireRolle(Rollen.Teamleitung, Rollen.Prozessgestalter).WithTags("Zeitgeber");

        aufrufe.MapGet("/geparkt", (IHttpAufrufe calls, HttpContext context) => calls.ParkedAsync(BueroOf(context), cancellation: context.RequestAborted))
            .WithSummary(Texte.Of("Api.AufrufeGeparkt"));

        aufrufe.MapPost("/{id}/wiederholen", async (string id, IHttpAufrufe calls, Zeitsignal signal, HttpContext context) =>
        {
            var geparkt = await calls.ParkedAsync(BueroOf(context), int.MaxValue, context.RequestAborted);
            if (!geparkt.Any(c => c.Id == id) || !await calls.UnparkAsync(id, context.RequestAborted))
                throw new NotFoundException(Texte.Of("Aufruf.NichtGeparkt"));
            signal.Ring();
            return Results.NoContent();
        }).WithSummary(Texte.Of("Api.AufrufWiederholen")).Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>A team lead sees the own office; a process designer all, and those of no Fall.</summary>
    private static string? BueroOf(HttpContext context) =>
        context.User.ToAkteur() is { Rolle: Rollen.Teamleitung } leitung ? leitung.BueroId ?? "" : null;
}
