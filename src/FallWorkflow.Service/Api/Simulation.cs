using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Simulation.Laeufe;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <summary>A simulation in the background.</summary>
/// <param name="Erledigt">Fälle that are done, of <paramref name="Gesamt"/> over all versions.</param>
/// <param name="Sekunden">How long it took; 0 while it runs.</param>
/// <param name="Meldung">Why it failed.</param>
/// <param name="Seed">With it the same result comes out again.</param>
/// <param name="Ergebnisse">The published version first; empty until it has ended.</param>
/// <param name="Unterschiede">What differs between the two, in sentences; null unless there are two.</param>
internal sealed record SimulationAntwort(
    string Id, string DefinitionId, Simulationsstand Stand, int Erledigt, int Gesamt, double Sekunden, string? Meldung, int Seed,
    IReadOnlyList<Fassungsergebnis> Ergebnisse, IReadOnlyList<string>? Unterschiede)
{
    public static SimulationAntwort Of(Simulationslauf lauf) => new(
        lauf.Id, lauf.DefinitionId, lauf.Stand, lauf.Erledigt, lauf.Gesamt, Math.Round(lauf.Dauer.TotalSeconds, 2), lauf.Meldung, lauf.Auftrag.Szenario.Seed,
        lauf.Ergebnisse, lauf.Unterschiede);
}

/// <summary>Simulating a process before it is published.</summary>
internal static class SimulationEndpunkte
{
    public static void MapSimulation(this IEndpointRouteBuilder api)
    {
        var simulation = api.MapGroup("/prozesse/{id}/simulation").RequireRolle(Rollen.Prozessgestalter).WithTags("Prozesse");

        simulation.MapPost("", async (string id, Anfrage<Simulationswunsch> anfrage, Simulationslaeufe laeufe, HttpContext context) =>
        {
            var lauf = await laeufe.StartAsync(id, anfrage.Wert, context.User.ToAkteur(), context.RequestAborted);
            return Results.Accepted($"/api/prozesse/{Uri.EscapeDataString(id)}/simulation/{lauf.Id}", SimulationAntwort.Of(lauf));
        }).WithSummary(Texte.Of("Api.Simulation")).Produces<SimulationAntwort>(StatusCodes.Status202Accepted);

        simulation.MapGet("/{lauf}", (string id, string lauf, Simulationslaeufe laeufe, HttpContext context) =>
            SimulationAntwort.Of(Require(laeufe, id, lauf, context)))
            .WithSummary(Texte.Of("Api.SimulationStand")).Produces<SimulationAntwort>();

        simulation.MapPost("/{lauf}/abbruch", (string id, string lauf, Simulationslaeufe laeufe, HttpContext context) =>
        {
            Require(laeufe, id, lauf, context).Cancel();
            return Results.NoContent();
        }).WithSummary(Texte.Of("Api.SimulationAbbrechen")).Produces(StatusCodes.Status204NoContent);
    }

    private static Simulationslauf Require(Simulationslaeufe laeufe, string id, string lauf, HttpContext context) =>
        laeufe.Find(id, lauf, context.User.ToAkteur()) ?? throw new NotFoundException(Texte.Of("Simulation.Unbekannt"));
}
