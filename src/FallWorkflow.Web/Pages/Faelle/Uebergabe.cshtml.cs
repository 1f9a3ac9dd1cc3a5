using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>Handing a person over: the beginning of every Akte (R06).</summary>
[Authorize(Roles = Rollengruppen.Uebergebende)]
[BringtEingabenZurueck]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class UebergabeModel(Fallzugang zugang, Formularablauf ablauf, FallService faelle) : Fachseite
{
    private static readonly TatsachenArt Art = TatsachenKatalog.Find("Uebergeben")!;

    public Formularansicht Ansicht { get; private set; } = null!;

    public async Task OnGetAsync() => Ansicht = Formularablauf.Begin(await FormAsync(mayBeAway: false), zugang.Heute);

    public async Task<IActionResult> OnPostAsync()
    {
        Ansicht = new(await FormAsync(mayBeAway: true), Eingaben.Of(Request.Form));
        if (Formularablauf.OnlyShows(Ansicht))
            return Page();
        var ergebnis = await Formularablauf.SubmitAsync(Ansicht, Response, (tatsache, rahmen) => faelle.OpenAsync(
            new(Akteur.BueroId ?? "", (Uebergeben)tatsache, rahmen.WirksamAm, rahmen.Schluessel, rahmen.Bestaetigt), Akteur, Abbruch));
        return ergebnis is null ? Page() : Redirect($"/faelle/{ergebnis.FallId}?festgehalten={Art.Name}#meldung");
    }

    private async Task<Formular> FormAsync(bool mayBeAway)
    {
        try
        {
            return Formularbauer.Build(Art, await ablauf.ContextAsync(Akteur, null, await zugang.ZielgruppenAsync(Akteur, Abbruch), Abbruch));
        }
        catch (StoreUnavailableException) when (mayBeAway)
        {
            return Formularbauer.Build(Art, Formularkontext.Leer(Akteur));
        }
    }
}
