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

/// <summary>Everything that was saved of a process; an earlier state can become the draft, and the draft can be dropped.</summary>
[Authorize(Roles = Rollengruppen.Prozesskundige)]
[BringtEingabenZurueck]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class VerlaufModel(IEntwurfsverlauf dienst) : Fachseite
{
    public Entwurfsverlauf Verlauf { get; private set; } = null!;

    public Eingaben Eingaben { get; private set; } = new();

    public string? Meldung { get; private set; }

    public string? Getan { get; private set; }

    public bool DarfGestalten => Akteur.Rolle == Rollen.Prozessgestalter;

    public string Basis => "/prozesse/" + Uri.EscapeDataString(Verlauf.DefinitionId);

    public async Task OnGetAsync(string id, int? vor, string? getan)
    {
        Verlauf = await dienst.ListAsync(id, vor, Abbruch);
        Getan = getan is "wiederhergestellt" or "verworfen" ? getan : null;
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id)
    {
        if (!DarfGestalten)
            return NotFound();
        Eingaben = Eingaben.Of(Request.Form);
        if (!Eingaben.Has(BringtEingabenZurueckAttribute.Feld) && await RunAsync(id) is { } getan)
            return LocalRedirect($"/prozesse/{Uri.EscapeDataString(id)}/verlauf?getan={getan}");
        Verlauf = await dienst.ListAsync(id, null, Abbruch);
        return Page();
    }

    private async Task<string?> RunAsync(string id)
    {
        try
        {
            if (int.TryParse(Eingaben["wiederherstellen"], out var nr))
            {
                await dienst.RestoreAsync(id, nr, Akteur, Abbruch);
                return "wiederhergestellt";
            }

            if (!Eingaben.Has("verwerfen"))
                return null;
            if (!Eingaben.IsChecked("sicher"))
                return Fail(StatusCodes.Status400BadRequest, Seitentexte.T("Verlauf.NichtBestaetigt"));
            await dienst.DropAsync(id, Eingaben["grund"]?.Replace("\r\n", "\n", StringComparison.Ordinal), Akteur, Abbruch);
            return "verworfen";
        }
        catch (InvalidInputException e)
        {
            return Fail(StatusCodes.Status400BadRequest, e.Message);
        }
        catch (ConflictException)
        {
            return Fail(StatusCodes.Status409Conflict, Seitentexte.T("Veroeffentlichen.Gleichzeitig"));
        }
        catch (StoreUnavailableException)
        {
            Response.Headers.RetryAfter = "5";
            return Fail(StatusCodes.Status503ServiceUnavailable, Seitentexte.T("Formular.Speicher"));
        }
    }

    private string? Fail(int status, string meldung)
    {
        Response.StatusCode = status;
        Meldung = meldung;
        return null;
    }
}
