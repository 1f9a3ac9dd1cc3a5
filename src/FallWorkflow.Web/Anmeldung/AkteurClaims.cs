using System.Security.Claims;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Zugriff;

namespace FallWorkflow.Web.Anmeldung;

/// <summary>Carries the <see cref="Akteur"/> in the sign-in cookie; pages and API read it back here only.</summary>
public static class AkteurClaims
{
    private const string Buero = "fallworkflow:buero";
    private const string Team = "fallworkflow:team";
    private const string Traeger = "fallworkflow:traeger";

    public static ClaimsPrincipal ToPrincipal(Benutzer benutzer, string scheme)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, benutzer.Id),
            new(ClaimTypes.Name, benutzer.Name),
            new(ClaimTypes.Role, benutzer.Rolle),
        };
        Add(claims, Buero, benutzer.BueroId);
        Add(claims, Team, benutzer.TeamId);
        Add(claims, Traeger, benutzer.TraegerId);
        return new(new ClaimsIdentity(claims, scheme));
    }

    /// <exception cref="InvalidOperationException">Nobody is signed in; endpoints are reached only by signed-in people.</exception>
    public static Akteur ToAkteur(this ClaimsPrincipal principal) => new(
        principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in."),
        principal.FindFirstValue(ClaimTypes.Name) ?? "",
        principal.FindFirstValue(ClaimTypes.Role) ?? "",
        principal.FindFirstValue(Buero),
        principal.FindFirstValue(Team),
        principal.FindFirstValue(Traeger));

    private static void Add(List<Claim> claims, string type, string? value)
    {
        if (value is not null)
            claims.Add(new(type, value));
    }
}
