using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Service.Zeitgeber;

namespace FallWorkflow.Service.Api;

/// <summary>How far the clock moves: up to an instant, or by days of 24 hours. Exactly one of the two.</summary>
/// <param name="Tage">1 to 3660.</param>
internal sealed record TestuhrAnfrage(DateTimeOffset? Bis = null, int? Tage = null);

/// <param name="Jetzt">Process time (UTC).</param>
/// <param name="Ausgeloest">Timers that this call fired.</param>
internal sealed record TestuhrAntwort(DateTimeOffset Jetzt, int Ausgeloest);

/// <summary>The test clock; mapped only where the program runs on one, which needs a demo or test database.</summary>
internal static class TestuhrEndpunkte
{
    public static void MapTestuhr(this IEndpointRouteBuilder api)
    {
        api.MapGet("/testuhr", (Testuhrlauf lauf) => new TestuhrAntwort(lauf.Now, 0)).WithTags("Testuhr").WithSummary(Texte.Of("Api.Testuhr"));

        api.MapPost("/testuhr", async (Anfrage<TestuhrAnfrage> anfrage, Testuhrlauf lauf, HttpContext context) =>
        {
            var ziel = anfrage.Wert switch
            {
                { Bis: { } bis, Tage: null } => bis.ToUniversalTime(),
                { Bis: null, Tage: > 0 and <= 3660 } tage => lauf.Now.AddDays(tage.Tage.Value),
                _ => throw new InvalidInputException("bis", Texte.Of("Testuhr.Angabe")),
            };
            return new TestuhrAntwort(ziel, await lauf.AdvanceAsync(ziel, context.RequestAborted));
        }).WithTags("Testuhr").WithSummary(Texte.Of("Api.TestuhrStellen"));
    }
}
