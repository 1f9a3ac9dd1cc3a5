using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FallWorkflow.Web.Pages;

/// <summary>Words for a bare status code.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class FehlerModel : PageModel
{
    public Fehleranzeige Anzeige { get; private set; } = Fehleranzeige.Of(500);

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Anzeige = Fehleranzeige.Of(status is >= 400 and < 600 ? status : 404);
        Response.StatusCode = Anzeige.Status;
    }
}
