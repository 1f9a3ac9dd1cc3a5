using System.Text.Json.Nodes;
using FallWorkflow.Application.Stoerungen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>Run the failed step again.</summary>
/// <param name="Begruendung">Why; goes into the journal.</param>
/// <param name="Ausfuehrung">One failed step of several; without it all of them.</param>
internal sealed record WiederholenAnfrage(string Begruendung, string? Ausfuehrung = null);

/// <summary>Leave the failed step by an outcome.</summary>
/// <param name="Ausgang">One of the step's outcomes.</param>
/// <param name="Begruendung">Why; goes into the journal.</param>
/// <param name="Ausfuehrung">The failed step, if there are several.</param>
/// <param name="Werte">Values the step would have given the process, by name.</param>
internal sealed record UeberspringenAnfrage(
    string Ausgang, string Begruendung, string? Ausfuehrung = null, IReadOnlyDictionary<string, string>? Werte = null);

/// <summary>End the stopped process.</summary>
internal sealed record AbbrechenAnfrage(string Begruendung);

/// <summary>What a repair led to.</summary>
/// <param name="Wiederholt">The same key was used before; nothing happened again.</param>
/// <param name="Stoerung">The incident as it is now; null if the process goes on or has ended.</param>
internal sealed record BehebungAntwort(bool Wiederholt, Stoerungszeile? Stoerung);

/// <summary>Processes that an incident has stopped: what happened, and having them go on.</summary>
internal static class StoerungenEndpunkte
{
    public static void MapStoerungen(this IEndpointRouteBuilder api)
    {
        var stoerungen = api.MapGroup("/stoerungen").RequireRolle(Rollen.Teamleitung, Rollen.Prozessgestalter).WithTags("Stoerungen");

        stoerungen.MapGet("", async (Stoerungsdienst dienst, Lesezugriff lesen, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            await lesen.LogListAsync(akteur, "Störungen", context.RequestAborted);
            return await dienst.ListAsync(akteur, context.RequestAborted);
        }).WithSummary(Texte.Of("Api.Stoerungen")).Produces<IReadOnlyList<Stoerungszeile>>();

        stoerungen.MapGet("/wiederholungen", async (Stoerungsdienst dienst, Lesezugriff lesen, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            await lesen.LogListAsync(akteur, "Wiederholungen", context.RequestAborted);
            return await dienst.WaitingAsync(akteur, context.RequestAborted);
        }).WithSummary(Texte.Of("Api.Wiederholungen")).Produces<IReadOnlyList<Wiederholungszeile>>();

        stoerungen.MapGet("/{id}", (string id, Stoerungsdienst dienst, HttpContext context) =>
            dienst.FindAsync(id, context.User.ToAkteur(), context.RequestAborted))
            .WithSummary(Texte.Of("Api.Stoerung")).Produces<Stoerungszeile>();

        stoerungen.MapPost("/{id}/wiederholen", (string id, Anfrage<WiederholenAnfrage> anfrage, Stoerungsdienst dienst, HttpContext context) =>
            RunAsync(new(id, Behebung.Wiederholen, anfrage.Wert.Begruendung, anfrage.Wert.Ausfuehrung), dienst, context))
            .WithSummary(Texte.Of("Api.StoerungWiederholen")).Produces<BehebungAntwort>();

        stoerungen.MapPost("/{id}/ueberspringen", (string id, Anfrage<UeberspringenAnfrage> anfrage, Stoerungsdienst dienst, HttpContext context) =>
            RunAsync(
                new(id, Behebung.Ueberspringen, anfrage.Wert.Begruendung, anfrage.Wert.Ausfuehrung, anfrage.Wert.Ausgang, ToJson(anfrage.Wert.Werte)),
                dienst, context))
            .WithSummary(Texte.Of("Api.StoerungUeberspringen")).Produces<BehebungAntwort>();

        stoerungen.MapPost("/{id}/abbrechen", (string id, Anfrage<AbbrechenAnfrage> anfrage, Stoerungsdienst dienst, HttpContext context) =>
            RunAsync(new(id, Behebung.Abbrechen, anfrage.Wert.Begruendung), dienst, context))
            .WithSummary(Texte.Of("Api.StoerungAbbrechen")).Produces<BehebungAntwort>();
    }

    private static async Task<IResult> RunAsync(BehebeStoerung befehl, Stoerungsdienst dienst, HttpContext context)
    {
        var akteur = context.User.ToAkteur();
        var ergebnis = await dienst.RunAsync(befehl with { Schluessel = Idempotenz.KeyOf(context) }, akteur, context.RequestAborted);
        var offen = (await dienst.ListAsync(akteur, context.RequestAborted)).FirstOrDefault(s => s.InstanzId == befehl.InstanzId);
        return Results.Ok(new BehebungAntwort(ergebnis.Wiederholt, offen));
    }

    private static JsonObject? ToJson(IReadOnlyDictionary<string, string>? werte) => werte is null
        ? null
        : new JsonObject(werte.Select(w => KeyValuePair.Create(w.Key, (JsonNode?)w.Value)));
}
