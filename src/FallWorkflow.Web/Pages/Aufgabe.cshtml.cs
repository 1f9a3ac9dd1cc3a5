using FallWorkflow.Application;
using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Auskunft;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Auskunft;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages;

/// <summary>One task: the ways to do it, and to drop it with a reason (R86).</summary>
[Authorize(Roles = Rollengruppen.Jobcenter)]
[BringtEingabenZurueck]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class AufgabeModel(IAbfragen abfragen, Fallzugang zugang, FallService faelle, Auskunftstext namen) : Fachseite
{
    public Aufgabenzeile? Aufgabe { get; private set; }

    public Aufgabenansicht? Ansicht { get; private set; }

    /// <summary>The departure that the task decides on (R86); empty for other tasks.</summary>
    public IReadOnlyList<Klartextangabe> Beantragt { get; private set; } = [];

    public bool DarfErledigen { get; private set; }

    public bool KannErledigen => Aufgabe?.Status == Application.Aufgaben.Aufgabenstatus.Offen && DarfErledigen;

    public string Schluessel { get; private set; } = Guid.NewGuid().ToString("N");

    public string Begruendung { get; private set; } = "";

    public string? Meldung { get; private set; }

    public Task OnGetAsync(Guid id) => LoadAsync(id);

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id)
    {
        var eingaben = Eingaben.Of(Request.Form);
        Begruendung = eingaben["begruendung"] ?? "";
        Schluessel = eingaben[Rahmenfelder.Schluessel] ?? Schluessel;
        if (!eingaben.Has(BringtEingabenZurueckAttribute.Feld) && await CompleteAsync(id, eingaben["ergebnis"]))
            return LocalRedirect("/?erledigt=1");
        try
        {
            await LoadAsync(id);
        }
        catch (Exception e) when (e is StoreUnavailableException || (e is NotFoundException && Meldung is not null))
        {
            // The page still shows what was typed; the rest comes back with the database, or is not for this person any more.
        }

        return Page();
    }

    private async Task<bool> CompleteAsync(Guid id, string? ergebnis)
    {
        try
        {
            await faelle.CompleteAsync(new(id, ergebnis, Begruendung.Replace("\r\n", "\n", StringComparison.Ordinal), Schluessel), Akteur, Abbruch);
            return true;
        }
        catch (InvalidInputException e)
        {
            return Fail(StatusCodes.Status400BadRequest, e.Message);
        }
        catch (NotFoundException e)
        {
            return Fail(StatusCodes.Status404NotFound, e.Message);
        }
        catch (ZugriffVerweigertException e)
        {
            return Fail(StatusCodes.Status403Forbidden, e.Message);
        }
        catch (RuleBrokenException e)
        {
            return Fail(StatusCodes.Status409Conflict, e.Message);
        }
        catch (ConflictException)
        {
            return Fail(StatusCodes.Status409Conflict, Seitentexte.T("Formular.Konflikt"));
        }
        catch (StoreUnavailableException)
        {
            Response.Headers.RetryAfter = "5";
            return Fail(StatusCodes.Status503ServiceUnavailable, Seitentexte.T("Formular.Speicher"));
        }
    }

    private async Task LoadAsync(Guid id)
    {
        var gefunden = await abfragen.FindAufgabeAsync(id, zugang.Heute, Abbruch) ?? throw new NotFoundException(Texte.Of("AufgabeUnbekannt"));
        var fall = (await zugang.ReadAsync(gefunden.FallId, Akteur, "Aufgabe", Abbruch)).Fall;
        // Shown only after it was asked whether this person may see it.
        Aufgabe = gefunden;
        Ansicht = new([Aufgabe], Akteur, zugang.Heute, MitFall: true);
        DarfErledigen = Ansicht.MayDo(Aufgabe);
        if (gefunden.Bezug is { } bezug && fall.Antraege.TryGetValue(bezug, out var antrag))
            Beantragt = new Klartext(fall, (await namen.NamesAsync(Abbruch)).GetValueOrDefault, Schwaerzung.Keine).AngabenOf(antrag.Tatsache);
    }

    private bool Fail(int status, string meldung)
    {
        Response.StatusCode = status;
        Meldung = meldung;
        return false;
    }
}
