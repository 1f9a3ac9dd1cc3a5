using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>How a task ended.</summary>
/// <param name="Ergebnis">One of the task's results; without it the task is dropped, which needs a reason (R86).</param>
internal sealed record AufgabeAnfrage(string? Ergebnis = null, string? Begruendung = null);

/// <summary>The caller's tasks, and ending one.</summary>
internal static class AufgabenEndpunkte
{
    public static void MapAufgaben(this IEndpointRouteBuilder api)
    {
        var aufgaben = api.MapGroup("/aufgaben").WithTags("Aufgaben");

        aufgaben.MapGet("", async (IAbfragen abfragen, Lesezugriff lesen, TimeProvider uhr, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            await lesen.LogListAsync(akteur, "Aufgabenliste", context.RequestAborted);
            return await abfragen.MeineAufgabenAsync(akteur, Ortszeit.DateOf(uhr.GetUtcNow()), cancellation: context.RequestAborted);
        })
            .WithSummary(Texte.Of("Api.Aufgaben")).Produces<IReadOnlyList<Aufgabenzeile>>();

        aufgaben.MapGet("/{id:guid}", async (Guid id, IAbfragen abfragen, Lesezugriff lesen, TimeProvider uhr, HttpContext context) =>
        {
            var aufgabe = await abfragen.FindAufgabeAsync(id, Ortszeit.DateOf(uhr.GetUtcNow()), context.RequestAborted)
                ?? throw new NotFoundException(Application.Texte.Of("AufgabeUnbekannt"));
            await lesen.ReadAsync(aufgabe.FallId, context.User.ToAkteur(), "Aufgabe", context.RequestAborted);
            return aufgabe;
        }).WithSummary(Texte.Of("Api.Aufgabe")).Produces<Aufgabenzeile>();

        aufgaben.MapPost("/{id:guid}/ergebnis", async (Guid id, Anfrage<AufgabeAnfrage> anfrage, FallService faelle, HttpContext context) =>
        {
            var ergebnis = await faelle.CompleteAsync(
                new CompleteAufgabe(
                    id, anfrage.Wert.Ergebnis, anfrage.Wert.Begruendung, Idempotenz.KeyOf(context), Fallversion.FromIfMatch(context.Request)),
                context.User.ToAkteur(), context.RequestAborted);
            return Results.Ok(FallAntwort.Of(ergebnis, context));
        }).WithSummary(Texte.Of("Api.AufgabeErgebnis")).Produces<FallAntwort>();
    }
}
