using FallWorkflow.Web.Anmeldung;
using FallWorkflow.Web.Formulare;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FallWorkflow.Web.Pages;

/// <summary>
/// Where a form arrives whose sign-in has expired: signs in and gives back what was typed, which is only carried through
/// the page and stored nowhere. The first post comes by redirect with the other form's token, so it is not checked; it
/// only shows a page. The sign-in itself is checked.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class AbgelaufenModel(Anmeldedienst anmeldung, IAntiforgery antiforgery) : PageModel
{
    /// <summary>Prefix of what is carried through the sign-in.</summary>
    public const string Mitgenommen = "mit:";

    private const string Token = "__RequestVerificationToken";

    public string Benutzer { get; private set; } = "";

    public string Ziel { get; private set; } = "/";

    public bool Angemeldet { get; private set; }

    public bool Fehlgeschlagen { get; private set; }

    public IReadOnlyList<(string Name, string Wert)> Eingaben { get; private set; } = [];

    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "ziel")] string? gekommenVon)
    {
        var form = Request.Form;
        var anmeldeversuch = gekommenVon is null;
        Ziel = (anmeldeversuch ? form["ziel"].ToString() : gekommenVon) is { } ziel && Url.IsLocalUrl(ziel) ? ziel : "/";
        Eingaben = [.. form
            .Where(f => f.Key != Token && (!anmeldeversuch || f.Key.StartsWith(Mitgenommen, StringComparison.Ordinal)))
            .SelectMany(f => f.Value.Select(w => (anmeldeversuch ? f.Key[Mitgenommen.Length..] : f.Key, w ?? "")))];
        if (!anmeldeversuch)
        {
            Angemeldet = User.Identity?.IsAuthenticated == true;
            return Page();
        }

        Benutzer = form["benutzer"].ToString();
        Angemeldet = await antiforgery.IsRequestValidAsync(HttpContext) && await anmeldung.SignInAsync(HttpContext, Benutzer, form["kennwort"]);
        Fehlgeschlagen = !Angemeldet;
        if (Fehlgeschlagen)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
