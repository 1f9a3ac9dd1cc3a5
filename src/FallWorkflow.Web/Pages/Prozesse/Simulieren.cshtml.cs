using FallWorkflow.Application.Simulation;
using FallWorkflow.Application.Simulation.Laeufe;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Prozesse;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>Simulates a process before it is published (R42, R48, R54): one Fall as a calendar, or many as figures.</summary>
[Authorize(Roles = Rollen.Prozessgestalter)]
[BringtEingabenZurueck]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class SimulierenModel(Simulationslaeufe laeufe) : Fachseite
{
    /// <summary>Seconds after which the page of a running simulation loads itself anew.</summary>
    private const string Takt = "2";

    public string ProzessId { get; private set; } = "";

    public string Name { get; private set; } = "";

    public bool HatEntwurf { get; private set; }

    public bool IstVeroeffentlicht { get; private set; }

    public Simulationsformular Formular { get; private set; } = Simulationsformular.Empty();

    /// <summary>The simulation that is asked for; null if there is none here.</summary>
    public Simulationslauf? Lauf { get; private set; }

    /// <summary>One was asked for that is not here any more.</summary>
    public bool IstWeg { get; private set; }

    /// <summary>One of this person that runs, for this or another process.</summary>
    public Simulationslauf? Laufend => laeufe.Running(Akteur);

    public bool LaedtVonSelbst { get; private set; }

    public IReadOnlyList<(string Id, Szenario Szenario)> Szenarien => laeufe.Szenarien;

    public string? Meldung { get; private set; }

    public async Task OnGetAsync(string id, string? lauf, string? angaben, string? neuladen)
    {
        await LoadAsync(id);
        Lauf = lauf is null ? null : laeufe.Find(id, lauf, Akteur);
        IstWeg = lauf is not null && Lauf is null;
        if (angaben is not null && laeufe.Find(id, angaben, Akteur) is { } vorlage)
            Formular = Simulationsformular.Of(vorlage.Wunsch);
        LaedtVonSelbst = Lauf?.Stand == Simulationsstand.Laeuft && neuladen != "nein";
        if (LaedtVonSelbst)
            Response.Headers["Refresh"] = Takt;
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id)
    {
        await LoadAsync(id);
        var eingaben = Eingaben.Of(Request.Form);
        if (eingaben["abbrechen"] is { Length: > 0 } laufId)
        {
            laeufe.Find(id, laufId, Akteur)?.Cancel();
            return LocalRedirect(AddressOf(laufId));
        }

        Formular = Simulationsformular.Of(eingaben);
        if (eingaben.Has(BringtEingabenZurueckAttribute.Feld))
            return Page();
        if (Formular.Read() is { } wunsch)
        {
            try
            {
                return LocalRedirect(AddressOf((await laeufe.StartAsync(id, wunsch, Akteur, Abbruch)).Id));
            }
            catch (InvalidInputException e)
            {
                Formular.Add(e.Fehler, wunsch);
            }
            catch (RuleBrokenException e)
            {
                Response.StatusCode = StatusCodes.Status409Conflict;
                Meldung = e.Message;
                return Page();
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public string AddressOf(string laufId) => $"/prozesse/{Uri.EscapeDataString(ProzessId)}/simulieren?lauf={laufId}";

    /// <summary>The label of a field, for the list of errors; null if the form has no such field.</summary>
    public static string? LabelOf(string feld)
    {
        if (feld.StartsWith("ereignis.", StringComparison.Ordinal))
            return Application.Texte.Of($"Tatsache.{feld.Split('.')[1]}");
        if (feld.StartsWith("minuten.", StringComparison.Ordinal))
            return MinuteLabelOf(feld["minuten.".Length..]);
        return feld is "fassung" or "szenario" or "land" or "von" or "monate" or "faelle" or "seed" or "schluessel" || feld.StartsWith("verhalten.", StringComparison.Ordinal)
            ? Seitentexte.T($"Simulieren.Feld.{feld}") : null;
    }

    public static string MinuteLabelOf(string art) => Seitentexte.T($"Simulieren.Minuten.{(art == "*" ? "andere" : art)}");

    private async Task LoadAsync(string id)
    {
        ProzessId = id;
        (Name, HatEntwurf, IstVeroeffentlicht) = await laeufe.DescribeAsync(id, Abbruch);
    }
}
