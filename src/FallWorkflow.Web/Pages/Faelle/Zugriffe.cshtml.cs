using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>Who has read a Fall, what was handed out and what left for a partner, with purpose and basis (R88).</summary>
[Authorize(Roles = Rollen.Datenschutz)]
internal sealed class ZugriffeModel(Lesezugriff lesen, IZugriffsprotokoll protokoll) : Fachseite
{
    private const int Hoechstens = 1000;

    public Guid Id { get; private set; }

    public IReadOnlyList<Zugriffsereignis> Zeilen { get; private set; } = [];

    public async Task OnGetAsync(Guid id)
    {
        Id = (await lesen.ReadAsync(id, Akteur, "Zugriffsprotokoll", Abbruch)).Id;
        Zeilen = await protokoll.OfFallAsync(id, Hoechstens, Abbruch);
    }
}
