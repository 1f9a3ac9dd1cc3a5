using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Demo;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Web.Pages.Demo;

/// <summary>Moves the demo's clock; does not exist elsewhere.</summary>
[Authorize(Roles = Rollengruppen.Alle)]
internal sealed class UhrModel(IServiceProvider services) : Fachseite
{
    private readonly IDemosteuerung? _demo = services.GetService<IDemosteuerung>();

    public string Ziel { get; private set; } = "/";

    public string Bis { get; private set; } = "";

    public string? Meldung { get; private set; }

    public IActionResult OnGet() => _demo is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string? tage, string? bis, string? ziel)
    {
        if (_demo is null)
            return NotFound();
        Ziel = Url.IsLocalUrl(ziel) ? ziel! : "/";
        Bis = bis ?? "";
        var heute = Ortszeit.DateOf(_demo.Jetzt);
        DateOnly tag;
        if (int.TryParse(tage, out var anzahl) && anzahl is > 0 and <= 366)
            tag = heute.AddDays(anzahl);
        else if (!Formularleser.TryReadDate(bis, out tag))
            return Fail(Formulartexte.Of("Fehler.Datum"));
        try
        {
            await _demo.AdvanceToAsync(tag, Abbruch);
            return LocalRedirect(Ziel);
        }
        catch (InvalidInputException e)
        {
            return Fail(e.Message);
        }
    }

    private PageResult Fail(string meldung)
    {
        Meldung = meldung;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
