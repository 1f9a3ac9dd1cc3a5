using FallWorkflow.Application.Zugriff;
using FallWorkflow.Web.Anmeldung;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FallWorkflow.Web.Rahmen;

/// <summary>What all pages of signed-in people have.</summary>
internal abstract class Fachseite : PageModel
{
    private Akteur? _akteur;

    public Akteur Akteur => _akteur ??= User.ToAkteur();

    protected CancellationToken Abbruch => HttpContext.RequestAborted;
}
