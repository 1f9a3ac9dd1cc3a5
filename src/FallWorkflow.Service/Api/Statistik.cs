using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Application.Befragungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>A report on an office or team and a period; both days count.</summary>
internal sealed record StatistikAntwort<T>(string BueroId, string? TeamId, DateOnly Von, DateOnly Bis, T Ergebnis);

/// <param name="Von">First day; default: twelve months before <paramref name="Bis"/>.</param>
/// <param name="Bis">Last day; default: today.</param>
/// <param name="Buero">Office; default: the caller's own, and no other is theirs.</param>
/// <param name="Team">Fälle whose Fallmanager belongs to this team; default: the whole office.</param>
internal sealed record Statistikanfrage(DateOnly? Von, DateOnly? Bis, string? Buero, string? Team);

/// <summary>Reports for the team lead, as JSON and as tables (<see cref="StatistikTabellen"/>), and the open tasks of the office.</summary>
internal static class StatistikEndpunkte
{
    public static void MapStatistik(this IEndpointRouteBuilder api)
    {
        var statistik = api.MapGroup("/statistik").RequireRolle(Rollen.Teamleitung).WithTags("Statistik");
        statistik.MapTabellen();

        Map<IReadOnlyList<Kontaktanteil>>("kontaktformen", (d, b, a) => d.GetRequiredService<IAbfragen>().KontaktformenAsync(b.BueroId, b.Von, b.Bis, b.TeamId, a));
        Map<Erreichungsgrad>("zugang", (d, b, a) => d.GetRequiredService<IAbfragen>().ErreichungsgradAsync(b.BueroId, b.Von, b.Bis, b.TeamId, a));
        Map<Umwegzahl>("umwege", (d, b, a) => d.GetRequiredService<IAbfragen>().UmwegeAsync(b.BueroId, b.Von, b.Bis, b.TeamId, a));
        Map<IReadOnlyList<Wechselzahl>>("ansprechpersonen", (d, b, a) => d.GetRequiredService<IAbfragen>().WechselAsync(b.BueroId, b.Von, b.Bis, b.TeamId, a));
        Map<IReadOnlyList<Angebotsluecke>>("angebotsluecken", (d, b, a) => d.GetRequiredService<IAbfragen>().AngebotslueckenAsync(b.BueroId, b.Von, b.Bis, b.TeamId, a));
        Map<Fallzahlbericht>("fallzahlen", (d, b, a) => d.GetRequiredService<Auswertungsdienst>().FallzahlenAsync(b, a));
        Map<Ergebnissummen>("wirkung", async (d, b, a) => (await d.GetRequiredService<Auswertungsdienst>().EvaluateAsync(b, a)).Ergebnisse);
        Map<Zielsummen>("ziele", async (d, b, a) => (await d.GetRequiredService<Auswertungsdienst>().EvaluateAsync(b, a)).Ziele);
        Map<IReadOnlyList<Leistungswirkung>>("leistungen", async (d, b, a) => (await d.GetRequiredService<Auswertungsdienst>().EvaluateAsync(b, a)).Leistungen);
        Map<Fallkennzahlen>("kennzahlen", async (d, b, a) => (await d.GetRequiredService<Auswertungsdienst>().EvaluateAsync(b, a)).Kennzahlen);
        Map<Kontakttreue>("kontakttreue", async (d, b, a) => (await d.GetRequiredService<Auswertungsdienst>().EvaluateAsync(b, a)).Kontakttreue);
        Map<IReadOnlyList<Fallbogen>>("boegen", async (d, b, a) => await d.GetRequiredService<Auswertungsdienst>().BoegenAsync(b, a).ToListAsync(a));
        Map<Befragungssumme>("befragung", (d, b, a) => d.GetRequiredService<Befragungsdienst>().SumAsync(b.BueroId, b.Von, b.Bis, a));

        api.MapGet("/team/aufgaben", async (bool? ueberfaellig, IAbfragen abfragen, Lesezugriff lesen, TimeProvider uhr, HttpContext context) =>
        {
            var akteur = context.User.ToAkteur();
            await lesen.LogListAsync(akteur, "Teamübersicht", context.RequestAborted);
            var buero = akteur.BueroId ?? throw new ZugriffVerweigertException(Texte.Of("Statistik.OhneBuero"));
            var alle = await abfragen.AufgabenDesBuerosAsync(buero, Ortszeit.DateOf(uhr.GetUtcNow()), cancellation: context.RequestAborted);
            return alle.Where(a => ueberfaellig is not true || (a.IstUeberfaellig && !a.Ruht));
        }).RequireRolle(Rollen.Teamleitung).WithTags("Aufgaben").WithSummary(Texte.Of("Api.TeamAufgaben")).Produces<IReadOnlyList<Aufgabenzeile>>();

        void Map<T>(string name, Func<IServiceProvider, Statistikbereich, CancellationToken, Task<T>> read) =>
            statistik.MapGet($"/{name}", async ([AsParameters] Statistikanfrage anfrage, Auswertungsdienst auswertungen, Lesezugriff lesen, HttpContext context) =>
            {
                var bereich = await ScopeAsync(anfrage, name, auswertungen, lesen, context);
                return new StatistikAntwort<T>(
                    bereich.BueroId, bereich.TeamId, bereich.Von, bereich.Bis, await read(context.RequestServices, bereich, context.RequestAborted));
            }).WithSummary(Texte.Of($"Api.Statistik.{name}"));
    }

    /// <summary>What is asked for; that it was is logged, since some tables name single Fälle.</summary>
    internal static async Task<Statistikbereich> ScopeAsync(
        Statistikanfrage anfrage, string name, Auswertungsdienst auswertungen, Lesezugriff lesen, HttpContext context)
    {
        var akteur = context.User.ToAkteur();
        var bereich = await auswertungen.ScopeAsync(akteur, anfrage.Buero, anfrage.Team, anfrage.Von, anfrage.Bis, context.RequestAborted);
        await lesen.LogListAsync(akteur, $"Statistik {name}", context.RequestAborted);
        return bereich;
    }
}
