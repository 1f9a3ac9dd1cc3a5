using FallWorkflow.Application.Befragungen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Api;

/// <param name="Anzahl">How many, 1 to 40.</param>
internal sealed record BefragungslinksAnfrage(int Anzahl) : IPruefbar
{
    public IEnumerable<Eingabefehler> Validate()
    {
        if (Anzahl is < 1 or > Befragungsdienst.MaxLinks)
            yield return new("anzahl", Application.Texte.Of("Befragung.Anzahl", Befragungsdienst.MaxLinks));
    }
}

/// <summary>Answers from paper. Nobody is named, and the office is the caller's own.</summary>
internal sealed record BefragungsantwortAnfrage(Fragebogen Antwort) : IPruefbar
{
    public IEnumerable<Eingabefehler> Validate() => Antwort.Validate().Select(f => f with { Feld = $"antwort.{f.Feld}" });
}

/// <summary>The satisfaction survey on the side of the office (R80); people answer on the page behind a link, without a sign-in.</summary>
internal static class BefragungenEndpunkte
{
    public static void MapBefragungen(this IEndpointRouteBuilder api)
    {
        var befragung = api.MapGroup("/befragung").WithTags("Befragung");

        befragung.MapPost("/links", (Anfrage<BefragungslinksAnfrage> anfrage, Befragungsdienst befragungen, HttpContext context) =>
            anfrage.Wert.Validate().ToList() is { Count: > 0 } fehler
                ? throw new InvalidInputException(fehler)
                : befragungen.MakeLinksAsync(anfrage.Wert.Anzahl, context.User.ToAkteur(), context.RequestAborted))
            .RequireRolle(Rollen.Fallmanager, Rollen.Teamleitung).WithSummary(Texte.Of("Api.BefragungLinks")).Produces<Linkbogen>();

        befragung.MapPost("/antworten", async (Anfrage<BefragungsantwortAnfrage> anfrage, Befragungsdienst befragungen, HttpContext context) =>
        {
            if (anfrage.Wert.Validate().ToList() is { Count: > 0 } fehler)
                throw new InvalidInputException(fehler);
            await befragungen.EnterAsync(anfrage.Wert.Antwort, context.User.ToAkteur(), context.RequestAborted);
            return Results.NoContent();
        }).RequireRolle(Rollen.Teamleitung).WithSummary(Texte.Of("Api.BefragungAntworten")).Produces(StatusCodes.Status204NoContent);
    }
}
