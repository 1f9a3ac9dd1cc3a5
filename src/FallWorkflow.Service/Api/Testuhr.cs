using System.Globalization;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Service.Zeitgeber;
using FallWorkflow.Service.Zusammenbau;
using FallWorkflow.Web.Anmeldung;

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

        api.MapPost("/testuhr", async (Anfrage<TestuhrAnfrage> anfrage, Testuhrlauf lauf, Testuhrziele ziele, HttpContext context) =>
        {
            var ziel = await ziele.FixAsync(anfrage.Wert, lauf.Now, context);
            return new TestuhrAntwort(ziel, await lauf.AdvanceAsync(ziel, context.RequestAborted));
        }).RequireRolle(Rollen.Teamleitung, Rollen.Prozessgestalter).WithTags("Testuhr").WithSummary(Texte.Of("Api.TestuhrStellen"));
    }
}

/// <summary>
/// Where a request moves the clock to. With an idempotency key the instant is kept before the clock moves: "seven days on" that
/// is repeated after a crash ends where the first one was to end.
/// </summary>
internal sealed class Testuhrziele(IIdempotenz vorhaben, [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit)
{
    /// <exception cref="InvalidInputException">Neither or both of instant and days are given.</exception>
    public async Task<DateTimeOffset> FixAsync(TestuhrAnfrage anfrage, DateTimeOffset jetzt, HttpContext context)
    {
        var ziel = anfrage switch
        {
            { Bis: { } bis, Tage: null } => bis.ToUniversalTime(),
            { Bis: null, Tage: > 0 and <= 3660 } tage => jetzt.AddDays(tage.Tage.Value),
            _ => throw new InvalidInputException("bis", Texte.Of("Testuhr.Angabe")),
        };
        if (Idempotenz.KeyOf(context) is not { } schluessel)
            return ziel;

        // Under a name of its own: the answer is kept under the key itself once there is one.
        var (name, akteur) = ($"testuhr:{anfrage.Bis:O}:{anfrage.Tage}:{schluessel}", context.User.ToAkteur().Id);
        var neu = new IdempotenteAntwort
        {
            Key = name,
            AkteurId = akteur,
            Status = StatusCodes.Status202Accepted,
            ResponseJson = ziel.ToString("O", CultureInfo.InvariantCulture),
            At = echtzeit.GetUtcNow(),
        };
        if (await vorhaben.SaveAsync(neu, context.RequestAborted))
            return ziel;
        var frueher = DateTimeOffset.Parse((await vorhaben.FindAsync(name, akteur, context.RequestAborted))!.ResponseJson!, CultureInfo.InvariantCulture);

        // The clock may have gone on since; it does not go back for a repetition.
        return frueher > jetzt ? frueher : jetzt;
    }
}
