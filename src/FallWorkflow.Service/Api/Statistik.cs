using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>A report on an office and a period; both days count.</summary>
internal sealed record StatistikAntwort<T>(string? BueroId, DateOnly Von, DateOnly Bis, T Ergebnis);

/// <summary>Reports for the team lead (no client is named), and the open tasks of the office.</summary>
internal static class StatistikEndpunkte
{
    public static void MapStatistik(this IEndpointRouteBuilder api)
    {
        var statistik = api.MapGroup("/statistik").RequireRolle(Rollen.Teamleitung).WithTags("Statistik");

        statistik.MapGet("/kontaktformen", async (DateOnly? von, DateOnly? bis, IAbfragen abfragen, TimeProvider uhr, HttpContext context) =>
        {
            var (buero, beginn, ende) = ScopeOf(context.User.ToAkteur(), von, bis, uhr);
            return new StatistikAntwort<IReadOnlyList<Kontaktanteil>>(
                buero, beginn, ende, await abfragen.KontaktformenAsync(buero, beginn, ende, context.RequestAborted));
        }).WithSummary(Texte.Of("Api.Kontaktformen"));

        statistik.MapGet("/zugang", async (DateOnly? von, DateOnly? bis, IAbfragen abfragen, TimeProvider uhr, HttpContext context) =>
        {
            var (buero, beginn, ende) = ScopeOf(context.User.ToAkteur(), von, bis, uhr);
            return new StatistikAntwort<Erreichungsgrad>(
                buero, beginn, ende, await abfragen.ErreichungsgradAsync(buero, beginn, ende, context.RequestAborted));
        }).WithSummary(Texte.Of("Api.Zugang"));

        statistik.MapGet("/umwege", async (DateOnly? von, DateOnly? bis, IAbfragen abfragen, TimeProvider uhr, HttpContext context) =>
        {
            var (buero, beginn, ende) = ScopeOf(context.User.ToAkteur(), von, bis, uhr);
            return new StatistikAntwort<Umwegzahl>(buero, beginn, ende, await abfragen.UmwegeAsync(buero, beginn, ende, context.RequestAborted));
        }).WithSummary(Texte.Of("Api.Umwege"));

        statistik.MapGet("/ansprechpersonen", async (DateOnly? von, DateOnly? bis, IAbfragen abfragen, TimeProvider uhr, HttpContext context) =>
        {
            var (buero, beginn, ende) = ScopeOf(context.User.ToAkteur(), von, bis, uhr);
            return new StatistikAntwort<IReadOnlyList<Wechselzahl>>(buero, beginn, ende, await abfragen.WechselAsync(buero, beginn, ende, context.RequestAborted));
        }).WithSummary(Texte.Of("Api.Ansprechpersonen"));

        statistik.MapGet("/angebotsluecken", async (DateOnly? von, DateOnly? bis, IAbfragen abfragen, TimeProvider uhr, HttpContext context) =>
        {
            var (buero, beginn, ende) = ScopeOf(context.User.ToAkteur(), von, bis, uhr);
            return new StatistikAntwort<IReadOnlyList<Angebotsluecke>>(
                buero, beginn, ende, await abfragen.AngebotslueckenAsync(buero, beginn, ende, context.RequestAborted));
        }).WithSummary(Texte.Of("Api.Angebotsluecken"));

        statistik.MapGet("/fallzahlen", (IStammdaten stammdaten, IAbfragen abfragen, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            return Fallzahlen.OfAsync(BueroOf(akteur), akteur, stammdaten, abfragen, context.RequestAborted);
        }).WithSummary(Texte.Of("Api.Fallzahlen"));

        api.MapGet("/team/aufgaben", async (bool? ueberfaellig, IAbfragen abfragen, Lesezugriff lesen, TimeProvider uhr, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            await lesen.LogListAsync(akteur, "Teamübersicht", context.RequestAborted);
            var alle = await abfragen.AufgabenDesBuerosAsync(BueroOf(akteur), Ortszeit.DateOf(uhr.GetUtcNow()), cancellation: context.RequestAborted);
            return alle.Where(a => ueberfaellig is not true || (a.IstUeberfaellig && !a.Ruht));
        }).RequireRolle(Rollen.Teamleitung).WithTags("Aufgaben").WithSummary(Texte.Of("Api.TeamAufgaben")).Produces<IReadOnlyList<Aufgabenzeile>>();
    }

    private static string BueroOf(Akteur akteur) => akteur.BueroId ?? throw new ZugriffVerweigertException(Texte.Of("Statistik.OhneBuero"));

    /// <summary>The caller's own office; without a period the twelve months up to today.</summary>
    private static (string Buero, DateOnly Von, DateOnly Bis) ScopeOf(Akteur akteur, DateOnly? von, DateOnly? bis, TimeProvider uhr)
    {
        var ende = bis ?? Ortszeit.DateOf(uhr.GetUtcNow());
        var beginn = von ?? ende.AddYears(-1).AddDays(1);
        return beginn > ende
            ? throw new InvalidInputException("von", Texte.Of("Statistik.Zeitraum"))
            : (BueroOf(akteur), beginn, ende);
    }
}
