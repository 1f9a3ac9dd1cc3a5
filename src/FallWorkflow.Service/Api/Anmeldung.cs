using FallWorkflow.Domain.Akte;
using FallWorkflow.Service.Api.Anfragen;
using FallWorkflow.Service.Api.Probleme;
using FallWorkflow.Web.Anmeldung;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FallWorkflow.Service.Api;

/// <param name="Benutzer">Sign-in name.</param>
internal sealed record AnmeldungAnfrage(string Benutzer, string Kennwort);

/// <summary>Who is signed in.</summary>
/// <param name="Rolle">One of Fallmanager, Integrationsfachkraft, Teamleitung, Prozessgestalter, Traeger, Datenschutz.</param>
internal sealed record IchAntwort(string Id, string Name, string Rolle, string? BueroId, string? TeamId, string? TraegerId);

/// <summary>Sign-in by cookie, for programs and tests; people use the page.</summary>
internal static class AnmeldungEndpunkte
{
    public static void MapAnmeldung(this IEndpointRouteBuilder api)
    {
        api.MapPost("/anmeldung", async (Anfrage<AnmeldungAnfrage> anfrage, Anmeldedienst dienst, HttpContext context) =>
        {
            if (await dienst.SignInAsync(context, anfrage.Wert.Benutzer, anfrage.Wert.Kennwort))
                return Results.Ok(Of(context));
            await Problem.WriteAsync(context, StatusCodes.Status401Unauthorized, Problemarten.AnmeldungFalsch);
            return Results.Empty;
        }).AllowAnonymous().WithMetadata(new OhneIdempotenz()).WithTags("Anmeldung").WithSummary(Texte.Of("Api.Anmeldung")).Produces<IchAntwort>();

        api.MapPost("/abmeldung", async (HttpContext context) =>
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.NoContent();
        }).WithMetadata(new OhneIdempotenz()).WithTags("Anmeldung").WithSummary(Texte.Of("Api.Abmeldung"));

        api.MapGet("/ich", (HttpContext context) => Of(context)).WithTags("Anmeldung").WithSummary(Texte.Of("Api.Ich"));
    }

    private static IchAntwort Of(HttpContext context)
    {
        var akteur = context.User.ToAkteur();
        return new(akteur.Id, akteur.Name, akteur.Rolle, akteur.BueroId, akteur.TeamId, akteur.TraegerId);
    }
}
