using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Auskunft;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>A Fall without names, for advice among colleagues (R83).</summary>
[Authorize(Roles = $"{Rollen.Fallmanager},{Rollen.Teamleitung},{Rollen.Datenschutz}")]
internal sealed class BeratungModel(Beratungssicht sicht) : Fachseite
{
    public Beratungsfall Fall { get; private set; } = null!;

    public Guid Id { get; private set; }

    public async Task OnGetAsync(Guid id)
    {
        Id = id;
        Fall = await sicht.ReadAsync(id, Akteur, Abbruch);
    }
}
