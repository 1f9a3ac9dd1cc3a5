using FallWorkflow.Application.Befragungen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Befragung;

/// <summary>The survey on the side of the office (R80): one-time links to hand out, and answers from paper.</summary>
[Authorize(Roles = Rollengruppen.Vernetzende)]
internal sealed class AusgabeModel(Befragungsdienst befragungen) : Fachseite
{
    private const string Vorgabe = "10";

    public Linkbogen? Links { get; private set; }

    public string Anzahl { get; private set; } = Vorgabe;

    public string? AnzahlFehler { get; private set; }

    public Fragebogenansicht Ansicht { get; private set; } = Fragebogenansicht.Leer;

    public bool Eingetragen { get; private set; }

    /// <summary>Paper goes past the Fallmanager, who might know the hand.</summary>
    public bool DarfEintragen => Akteur.Rolle == Rollen.Teamleitung;

    public string UrlOf(string geheimnis) => $"{Request.Scheme}://{Request.Host}/befragung/{geheimnis}";

    public void OnGet(bool eingetragen = false) => Eingetragen = eingetragen;

    public async Task OnPostLinksAsync(string? anzahl)
    {
        Anzahl = anzahl ?? "";
        try
        {
            Links = await befragungen.MakeLinksAsync(int.TryParse(anzahl, out var zahl) ? zahl : 0, Akteur, Abbruch);
        }
        catch (InvalidInputException e)
        {
            AnzahlFehler = e.Fehler[0].Meldung;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    public async Task<IActionResult> OnPostPapierAsync()
    {
        if (!DarfEintragen)
            return Forbid();
        Ansicht = Fragebogenansicht.Of(Request.Form);
        try
        {
            await befragungen.EnterAsync(Ansicht.ToFragebogen(), Akteur, Abbruch);
            return Redirect("/befragungen?eingetragen=true#meldung");
        }
        catch (InvalidInputException e)
        {
            Ansicht = Ansicht with { Fehler = e.Fehler };
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
    }
}
