using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Web.Anmeldung;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace FallWorkflow.Service.Api;

internal sealed class Anmeldedienst(IStammdaten stammdaten, IPasswordHasher<Benutzer> hasher)
{
    public async Task<bool> SignInAsync(HttpContext http, string? name, string? kennwort)
    {
        var benutzer = await stammdaten.FindBenutzerAsync((name ?? "").Trim().ToLowerInvariant());
        if (benutzer?.KennwortHash is null || hasher.VerifyHashedPassword(benutzer, benutzer.KennwortHash, kennwort ?? "") == PasswordVerificationResult.Failed)
            return false;
        http.User = AkteurClaims.ToPrincipal(benutzer, CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, http.User);
        return true;
    }
}
