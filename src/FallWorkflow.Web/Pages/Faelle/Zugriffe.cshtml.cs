using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Auskunft;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>Who has read a Fall, what was handed out and what left for a partner, with purpose and basis (R88).</summary>
[Authorize(Roles = Rollen.Datenschutz)]
internal sealed class ZugriffeModel(Lesezugriff lesen, IZugriffsprotokoll protokoll, Auskunftstext namen) : Fachseite
{
    private const int Hoechstens = 1000;

    public Guid Id { get; private set; }

    public IReadOnlyList<Zugriffsereignis> Zeilen { get; private set; } = [];

    private Dictionary<string, string> _namen = [];

    public string NameOf(string id) => _namen.GetValueOrDefault(id, id);

    public async Task OnGetAsync(Guid id)
    {
        Id = (await lesen.ReadAsync(id, Akteur, "Zugriffsprotokoll", Abbruch)).Id;
        Zeilen = await protokoll.OfFallAsync(id, Hoechstens, Abbruch);
        _namen = await namen.NamesAsync(Abbruch);
    }
}
