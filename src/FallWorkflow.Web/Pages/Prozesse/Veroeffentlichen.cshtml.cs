using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Prozesse;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>Publishing a draft, agreeing to that or declining it, and what was published before.</summary>
[Authorize(Roles = Rollengruppen.Prozesskundige)]
[BringtEingabenZurueck]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class VeroeffentlichenModel(IVeroeffentlichungen dienst) : Fachseite
{
    public Veroeffentlichungsstand Stand { get; private set; } = null!;

    public Eingaben Eingaben { get; private set; } = new();

    public string? Meldung { get; private set; }

    /// <summary>What has just been done; null if nothing.</summary>
    public string? Getan { get; private set; }

    public bool DarfGestalten => Akteur.Rolle == Rollen.Prozessgestalter;

    /// <summary>There is an open request of this person.</summary>
    public bool IstEigenerAntrag => Stand.Antrag?.VonId == Akteur.Id;

    public string Basis => "/prozesse/" + Uri.EscapeDataString(Stand.DefinitionId);

    public async Task OnGetAsync(string id, string? getan)
    {
        Stand = await dienst.FindAsync(id, Abbruch);
        Getan = getan is "veroeffentlicht" or "beantragt" or "zugestimmt" or "abgelehnt" ? getan : null;
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id)
    {
        if (!DarfGestalten)
            return NotFound();
        Eingaben = Eingaben.Of(Request.Form);
        var getan = Eingaben.Has(BringtEingabenZurueckAttribute.Feld) ? null : await RunAsync(id);
        if (getan is not null)
            return LocalRedirect($"/prozesse/{Uri.EscapeDataString(id)}/veroeffentlichen?getan={getan}");
        Stand = await dienst.FindAsync(id, Abbruch);
        return Page();
    }

    private async Task<string?> RunAsync(string id)
    {
        var grund = (Eingaben["grund"] ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        var nr = int.TryParse(Eingaben["nr"], out var genannt) ? genannt : 0;
        try
        {
            switch (Eingaben["tun"])
            {
                case "veroeffentlichen":
                    return await dienst.PublishAsync(id, nr, grund, Akteur, Abbruch) ? "veroeffentlicht" : "beantragt";
                case "zustimmen":
                    await dienst.ApproveAsync(id, nr, grund, Akteur, Abbruch);
                    return "zugestimmt";
                case "ablehnen":
                    await dienst.DeclineAsync(id, nr, grund, Akteur, Abbruch);
                    return "abgelehnt";
                case "datei":
                    return await dienst.TakeFileAsync(id, grund, Akteur, Abbruch) ? "veroeffentlicht" : "beantragt";
                default:
                    return null;
            }
        }
        catch (Exception e) when (Describe(e) is { } gesagt)
        {
            (Response.StatusCode, Meldung) = gesagt;
            return null;
        }
    }

    private static (int Status, string Meldung)? Describe(Exception e) => e switch
    {
        InvalidInputException => (StatusCodes.Status400BadRequest, e.Message),
        RuleBrokenException => (StatusCodes.Status409Conflict, e.Message),
        ConflictException => (StatusCodes.Status409Conflict, Seitentexte.T("Veroeffentlichen.Gleichzeitig")),
        StoreUnavailableException => (StatusCodes.Status503ServiceUnavailable, Seitentexte.T("Formular.Speicher")),
        // What publishing would refuse; the page Prüfen names every step.
        FallWorkflowException and not NotFoundException => (StatusCodes.Status400BadRequest, e.Message),
        _ => null,
    };
}
