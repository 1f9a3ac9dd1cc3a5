using FallWorkflow.Application.Loeschungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Web.Auskunft;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages;

/// <summary>For the data protection officer: what left the house (R88), and what was deleted (R90).</summary>
[Authorize(Roles = Rollen.Datenschutz)]
internal sealed class DatenschutzModel(IZugriffsprotokoll protokoll, ILoeschungen loeschungen, Fallzugang zugang, Auskunftstext namen) : Fachseite
{
    private const int Hoechstens = 1000;

    public DateOnly Von { get; private set; }

    public DateOnly Bis { get; private set; }

    public IReadOnlyList<Zugriffsereignis> Weitergaben { get; private set; } = [];

    public IReadOnlyList<Loeschung> Loeschungen { get; private set; } = [];

    private Dictionary<string, string> _namen = [];

    public string NameOf(string id) => _namen.GetValueOrDefault(id, id);

    public async Task OnGetAsync(DateOnly? von, DateOnly? bis)
    {
        await zugang.LogListAsync(Akteur, "Weitergaben", Abbruch);
        Bis = bis ?? zugang.Heute;
        Von = von ?? Bis.AddMonths(-3);
        Weitergaben = await protokoll.WeitergabenAsync(Ortszeit.At(Von, TimeOnly.MinValue), Ortszeit.EndOfDay(Bis), Hoechstens, Abbruch);
        _namen = await namen.NamesAsync(Abbruch);
        Loeschungen = await loeschungen.ListAsync(Hoechstens, Abbruch);
    }
}
