using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Service.Api;

/// <summary>Every report as a file: <c>GET /api/statistik/{tabelle}.csv</c>, with <c>forschung=true</c> without small numbers.</summary>
internal static class StatistikTabellen
{
    public static void MapTabellen(this IEndpointRouteBuilder statistik)
    {
        foreach (var name in Tabellendienst.Namen)
        {
            statistik.MapGet($"/{name}.csv", async ([AsParameters] Statistikanfrage anfrage, bool? forschung, Tabellendienst tabellen, Auswertungsdienst auswertungen, Lesezugriff lesen, HttpContext context) =>
            {
                var bereich = await StatistikEndpunkte.ScopeAsync(anfrage, name, auswertungen, lesen, context);
                if (forschung is true)
                    RequireForschung(bereich);
                var tabelle = await tabellen.FindAsync(name, bereich, context.RequestAborted);
                if (forschung is true)
                {
                    tabelle = tabelle is { Forschung: true }
                        ? tabelle.Hide((await auswertungen.KonzeptAsync(bereich.BueroId, context.RequestAborted)).MindestzahlOrDefault)
                        : throw new NotFoundException(Application.Texte.Of("Statistik.ForschungNicht"));
                }

                return Results.File(Csv.Write(tabelle!), Csv.ContentType, $"{name}-{bereich.Von:yyyy-MM-dd}-{bereich.Bis:yyyy-MM-dd}.csv");
            }).WithSummary(Texte.Of("Api.Statistik.Csv", name)).Produces(StatusCodes.Status200OK, contentType: "text/csv");
        }
    }

    /// <summary>The whole office and whole quarters: two files that overlap would give away what each of them hides.</summary>
    private static void RequireForschung(Statistikbereich bereich)
    {
        if (bereich.TeamId is not null)
            throw new InvalidInputException("team", Application.Texte.Of("Statistik.ForschungTeam"));
        if (!IsFirstOfQuarter(bereich.Von) || !IsFirstOfQuarter(bereich.Bis.AddDays(1)))
            throw new InvalidInputException("von", Application.Texte.Of("Statistik.ForschungZeitraum"));
    }

    private static bool IsFirstOfQuarter(DateOnly tag) => tag is { Day: 1, Month: 1 or 4 or 7 or 10 };
}
