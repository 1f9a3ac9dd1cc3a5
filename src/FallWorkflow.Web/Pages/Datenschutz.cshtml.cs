using FallWorkflow.Application.Loeschungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Web.Auskunft;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages;

/// <summary>For the data protection officer: what left the house (R88), and what was deleted (R90).</summary>
[Authorize(Roles = Rollen.Datenschutz)]
internal sealed class DatenschutzModel(IZugriffsprotokoll protokoll, ILoeschungen loeschungen, IStammdaten stammdaten, Fallzugang zugang, Auskunftstext namen) : Fachseite
{
    public const int Hoechstens = 1000;

    public Zeitraum Zeitraum { get; private set; } = null!;

    public IReadOnlyList<Zugriffsereignis> Weitergaben { get; private set; } = [];

    public IReadOnlyList<Loeschung> Loeschungen { get; private set; } = [];

    private Dictionary<string, string> _namen = [];

    private Dictionary<string, string> _bueros = [];

    public string BueroOf(string id) => _bueros.GetValueOrDefault(id, id);

    public string NameOf(string id) => _namen.GetValueOrDefault(id, id);

    public async Task OnGetAsync(string? von, string? bis)
    {
        await zugang.LogListAsync(Akteur, "Weitergaben", Abbruch);
        Zeitraum = Zeitraum.Of(von, bis, zugang.Heute);
        Weitergaben = await protokoll.WeitergabenAsync(Ortszeit.StartOfDay(Zeitraum.Von), Ortszeit.EndOfDay(Zeitraum.Bis), Hoechstens, Abbruch);
        _namen = await namen.NamesAsync(Abbruch);
        _bueros = (await stammdaten.BuerosAsync(Abbruch)).ToDictionary(b => b.Id, b => b.Name);
        Loeschungen = await loeschungen.ListAsync(Hoechstens, Abbruch);
    }
}
