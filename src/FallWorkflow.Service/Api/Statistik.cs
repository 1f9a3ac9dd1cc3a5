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

/// <summary>Reports for the team lead: numbers only, nobody is named.</summary>
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
    }

    /// <summary>The caller's own office; without a period the twelve months up to today.</summary>
    private static (string Buero, DateOnly Von, DateOnly Bis) ScopeOf(Akteur akteur, DateOnly? von, DateOnly? bis, TimeProvider uhr)
    {
        var ende = bis ?? Ortszeit.DateOf(uhr.GetUtcNow());
        var beginn = von ?? ende.AddYears(-1).AddDays(1);
        return beginn > ende
            ? throw new InvalidInputException("von", Texte.Of("Statistik.Zeitraum"))
            : (akteur.BueroId ?? throw new ZugriffVerweigertException(Texte.Of("Statistik.OhneBuero")), beginn, ende);
    }
}
