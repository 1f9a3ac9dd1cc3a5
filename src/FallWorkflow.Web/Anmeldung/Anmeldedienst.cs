using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace FallWorkflow.Web.Anmeldung;

/// <summary>Signs people in by name and password. A failure says nothing about which of the two was wrong, in words and in time.</summary>
internal sealed class Anmeldedienst(IStammdaten stammdaten, IPasswordHasher<Benutzer> hasher)
{
    /// <summary>A password longer than this is not even hashed.</summary>
    private const int MaxKennwort = 256;

    private static readonly Benutzer Niemand = new() { Id = "", Name = "", Rolle = "" };

    private static string? _hashOfNobody;

    public async Task<bool> SignInAsync(HttpContext http, string? name, string? kennwort)
    {
        if (await FindAsync(name, kennwort) is not { } benutzer)
            return false;
        var principal = AkteurClaims.ToPrincipal(benutzer, CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal);
        // Forms in this very answer belong to the person who has just signed in.
        http.User = principal;
        return true;
    }

    private async Task<Benutzer?> FindAsync(string? name, string? kennwort)
    {
        if (kennwort is null || kennwort.Length > MaxKennwort)
            return null;
        var id = (name ?? "").Trim().ToLowerInvariant();
        var benutzer = id.Length is 0 or > 200 ? null : await stammdaten.FindBenutzerAsync(id);
        // An unknown name costs one hash too, so that the time does not tell whether it exists.
        var hash = benutzer?.KennwortHash ?? (_hashOfNobody ??= hasher.HashPassword(Niemand, Guid.NewGuid().ToString()));
        var stimmt = hasher.VerifyHashedPassword(benutzer ?? Niemand, hash, kennwort) != PasswordVerificationResult.Failed;
        return stimmt && benutzer?.KennwortHash is not null ? benutzer : null;
    }
}
