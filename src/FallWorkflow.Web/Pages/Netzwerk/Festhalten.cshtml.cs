using FallWorkflow.Application.Netzwerke;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Netzwerke;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Netzwerk;

/// <summary>The form of one fact about the office's network.</summary>
[Authorize(Roles = Rollengruppen.Vernetzende)]
[BringtEingabenZurueck]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class FesthaltenModel(Fallzugang zugang, Formularablauf ablauf, Netzwerkdienst netzwerk) : Fachseite
{
    public Formularansicht Ansicht { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] string art)
    {
        if (FindArt(art) is not { } tatsachenart)
            return NotFound();
        Ansicht = Formularablauf.Begin(await FormAsync(tatsachenart, mayBeAway: false), zugang.Heute);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string art)
    {
        if (FindArt(art) is not { } tatsachenart)
            return NotFound();
        Ansicht = new(await FormAsync(tatsachenart, mayBeAway: true), Eingaben.Of(Request.Form));
        if (Formularablauf.OnlyShows(Ansicht))
            return Page();
        var ergebnis = await Formularablauf.SubmitAsync<Netzwerktatsache, TatsachenArt>(Ansicht, Response, async (tatsache, rahmen) =>
        {
            await netzwerk.RecordAsync(tatsache, rahmen.WirksamAm, Akteur, rahmen.Schluessel, Abbruch);
            return tatsachenart;
        });
        return ergebnis is null ? Page() : Redirect($"/netzwerk?festgehalten={ergebnis.Name}#meldung");
    }

    private TatsachenArt? FindArt(string art) =>
        Netzwerkkatalog.Find(art) is { } gefunden && gefunden.Rollen.Contains(Akteur.Rolle) ? gefunden : null;

    private async Task<Formular> FormAsync(TatsachenArt art, bool mayBeAway)
    {
        try
        {
            return Formularbauer.Build(art, await ablauf.ContextAsync(Akteur, null, [], Abbruch) with { Netzwerk = await netzwerk.ReadAsync(Akteur, Abbruch) });
        }
        catch (StoreUnavailableException) when (mayBeAway)
        {
            return Formularbauer.Build(art, Formularkontext.Leer(Akteur));
        }
    }
}
