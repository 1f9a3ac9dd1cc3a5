using FallWorkflow.Application.Faelle;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>A contact outside the Jobcenter with somebody of whom there is no Akte yet (R17).</summary>
[Authorize(Roles = Rollen.Fallmanager)]
[BringtEingabenZurueck]
[RequestSizeLimit(Formularablauf.MaxBytes)]
internal sealed class VorkontaktModel(Fallzugang zugang, FallService faelle) : Fachseite
{
    private static readonly TatsachenArt Art = TatsachenKatalog.Find("VorkontaktGehalten")!;

    public Formularansicht Ansicht { get; private set; } = null!;

    public void OnGet() => Ansicht = Formularablauf.Begin(Form(), zugang.Heute);

    public async Task<IActionResult> OnPostAsync()
    {
        Ansicht = new(Form(), Eingaben.Of(Request.Form));
        if (Formularablauf.OnlyShows(Ansicht))
            return Page();
        var ergebnis = await Formularablauf.SubmitAsync(Ansicht, Response, (tatsache, rahmen) => faelle.OpenVorkontaktAsync(
            new(Akteur.BueroId ?? "", (VorkontaktGehalten)tatsache, rahmen.WirksamAm, rahmen.Schluessel, rahmen.Bestaetigt), Akteur, Abbruch));
        return ergebnis is null ? Page() : Redirect($"/faelle/{ergebnis.FallId}?festgehalten={Art.Name}#meldung");
    }

    private Formular Form() => Formularbauer.Build(Art, Formularkontext.Leer(Akteur));
}
