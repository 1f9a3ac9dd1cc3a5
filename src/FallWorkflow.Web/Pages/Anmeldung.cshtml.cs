using FallWorkflow.Web.Anmeldung;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FallWorkflow.Web.Pages;

[AllowAnonymous]
internal sealed class AnmeldungModel(Anmeldedienst anmeldung) : PageModel
{
    public string Benutzer { get; private set; } = "";

    public string Ziel { get; private set; } = "";

    public bool Fehlgeschlagen { get; private set; }

    public void OnGet(string? ziel) => Ziel = Local(ziel);

    public async Task<IActionResult> OnPostAsync(string? benutzer, string? kennwort, string? ziel)
    {
        if (await anmeldung.SignInAsync(HttpContext, benutzer, kennwort))
            return LocalRedirect(Local(ziel) is { Length: > 0 } lokal ? lokal : User.ToAkteur().TraegerId is null ? "/" : "/traeger");
        Benutzer = benutzer ?? "";
        Ziel = Local(ziel);
        Fehlgeschlagen = true;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Addresses elsewhere are dropped: a sign-in must not be a way to send people to foreign pages.</summary>
    private string Local(string? ziel) => Url.IsLocalUrl(ziel) && ziel != "/" ? ziel : "";
}
