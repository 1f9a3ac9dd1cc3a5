using FallWorkflow.Application.Auskunft;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Auskunft;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>An issued copy of everything stored about a person, in plain German, to be printed and handed over (R25).</summary>
[Authorize(Roles = $"{Rollen.Fallmanager},{Rollen.Teamleitung},{Rollen.Datenschutz}")]
internal sealed class AuskunftModel(Auskunftserteilung erteilung, Auskunftstext text, IZugriffsprotokoll protokoll) : Fachseite
{
    public Auskunftsansicht Ansicht { get; private set; } = null!;

    public Fallauskunft Auskunft => Ansicht.Auskunft;

    public async Task OnGetAsync(Guid id, Guid eintrag) => Ansicht = await ReadAsync(id, eintrag);

    /// <param name="anhang">With the rows as stored.</param>
    public async Task<IActionResult> OnGetPdfAsync(Guid id, Guid eintrag, bool anhang)
    {
        var kopie = await ReadAsync(id, eintrag);
        Response.Headers.CacheControl = "no-store";
        return File(Auskunftsdruck.Write(kopie, anhang), Auskunftsdruck.Medientyp, Auskunftsdruck.NameOf(kopie));
    }

    private async Task<Auskunftsansicht> ReadAsync(Guid id, Guid eintrag) =>
        await text.ViewAsync(await erteilung.ReadAsync(id, eintrag, Akteur, Abbruch), protokoll, Abbruch);
}
