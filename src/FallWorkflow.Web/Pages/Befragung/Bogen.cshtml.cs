using FallWorkflow.Application.Befragungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FallWorkflow.Web.Pages.Befragung;

/// <summary>The satisfaction survey behind a one-time link (R80): no sign-in, no cookie, and nobody is named.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(16 * 1024)]
internal sealed class BogenModel(Befragungsdienst befragungen) : PageModel
{
    public Fragebogenansicht Ansicht { get; private set; } = Fragebogenansicht.Leer;

    /// <summary>Whether the link can still be used.</summary>
    public bool Offen { get; private set; }

    public bool Danke { get; private set; }

    public async Task OnGetAsync([FromRoute] string geheimnis)
    {
        Offen = await befragungen.IsOpenAsync(geheimnis, HttpContext.RequestAborted);
        if (!Offen)
            Response.StatusCode = StatusCodes.Status410Gone;
    }

    public async Task OnPostAsync([FromRoute] string geheimnis)
    {
        Ansicht = Fragebogenansicht.Of(Request.Form);
        try
        {
            await befragungen.AnswerAsync(geheimnis, Ansicht.ToFragebogen(), HttpContext.RequestAborted);
            Danke = true;
        }
        catch (InvalidInputException e)
        {
            (Offen, Ansicht) = (true, Ansicht with { Fehler = e.Fehler });
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (NotFoundException)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }
    }
}
