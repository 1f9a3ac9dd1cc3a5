using FallWorkflow.Application.Termine;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>The letter of invitation to an appointment, to be printed and sent or handed over.</summary>
[Authorize(Roles = Terminleser.Rollen)]
internal sealed class EinladungModel(Terminleser leser) : Fachseite
{
    public Guid Id { get; private set; }

    public string TerminId { get; private set; } = "";

    public bool DarfFesthalten => TatsachenKatalog.Find(nameof(EinladungVersandt))!.Rollen.Contains(Akteur.Rolle);

    public Einladung Brief { get; private set; } = null!;

    public DateOnly Heute { get; private set; }

    public async Task OnGetAsync(Guid id, string termin)
    {
        (Id, TerminId) = (id, termin);
        (Brief, Heute) = await leser.InviteAsync(id, termin, Akteur, Abbruch);
    }
}
