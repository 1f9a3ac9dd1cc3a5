using FallWorkflow.Application.Auskunft;
using FallWorkflow.Domain;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>The copies that were issued, and the way to a new one (R25).</summary>
[Authorize(Roles = $"{Rollen.Fallmanager},{Rollen.Teamleitung},{Rollen.Datenschutz}")]
internal sealed class AuskuenfteModel(Auskunftserteilung erteilung) : Fachseite
{
    public Fall Fall { get; private set; } = null!;

    public IReadOnlyList<(Guid Id, string Text)> Erteilungen { get; private set; } = [];

    public async Task OnGetAsync(Guid id)
    {
        (Fall, var eintraege) = await erteilung.ListAsync(id, Akteur, Abbruch);
        Erteilungen = [.. eintraege.Select(e => (e.Id, TextOf(e, (AuskunftErteilt)e.Tatsache)))];
    }

    private static string TextOf(Eintrag eintrag, AuskunftErteilt erteilt) =>
        Seitentexte.T("Auskuenfte.Zeile", Seitentexte.Datum(eintrag.WirksamAm), Begriffe.Of(erteilt.Form), erteilt.An);
}
