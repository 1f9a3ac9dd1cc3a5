using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Stoerungen;
using FallWorkflow.Application.Zeitgeber;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Prozesse;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>Where the instances of a process wait and for how long, what stands still, and whether its timers are right.</summary>
[Authorize(Roles = Rollen.Prozessgestalter)]
internal sealed class BelegungModel(
    Belegungsdienst dienst, IProzessversionen versionen, IProzessinstanzen instanzen, Stoerungsdienst stoerungen, Zeitgeberpruefung pruefung, Fallzugang zugang)
    : Fachseite
{
    /// <summary>Instances that are named at each step.</summary>
    public const int MaxGenannt = 50;

    public string Id { get; private set; } = "";

    public IReadOnlyList<Prozessversion> Versionen { get; private set; } = [];

    public Belegung Belegung { get; private set; } = null!;

    /// <summary>The canvas; the fuller a step, the warmer its colour.</summary>
    public Prozessbild Bild { get; private set; } = null!;

    public IReadOnlyList<Stoerungszeile> Stoerungen { get; private set; } = [];

    /// <summary>Differences of this process; null: not looked for, since that reads all timers.</summary>
    public IReadOnlyList<Zeitgeberabweichung>? Abweichungen { get; private set; }

    public async Task OnGetAsync(string id, int? version, string? zeitgeber)
    {
        Id = id;
        Versionen = await versionen.VersionsOfAsync(id, Abbruch);
        if (Versionen.Count == 0)
            throw new NotFoundException(Seitentexte.T("Belegung.OhneVersion"));
        await zugang.LogListAsync(Akteur, "Belegung", Abbruch);
        Belegung = await dienst.OfAsync(id, version ?? Versionen[0].Version, Akteur, Abbruch);
        var schritte = Belegung.Schritte.ToDictionary(s => s.Id, StringComparer.Ordinal);
        Bild = Prozessbild.Of(JsonNode.Parse(Belegung.Version.Json)!.AsObject()).Mark(s => schritte.TryGetValue(s.Id, out var da)
            ? new($"warten{Waerme(da)}", $"{da.Anzahl}", Seitentexte.T("Belegung.Marke", Dauer(da.Median)))
            : null);
        Stoerungen = [.. (await stoerungen.ListAsync(Akteur, Abbruch)).Where(s => s.DefinitionId == id)];
        if (zeitgeber == "pruefen")
            Abweichungen = await CheckAsync();
    }

    /// <summary>How long, in the unit that people would use.</summary>
    public static string Dauer(TimeSpan dauer) => dauer.TotalDays >= 2 ? Seitentexte.T("Belegung.Tage", (int)dauer.TotalDays)
        : dauer.TotalHours >= 2 ? Seitentexte.T("Belegung.Stunden", (int)dauer.TotalHours)
        : Seitentexte.T("Belegung.Minuten", (int)dauer.TotalMinutes);

    /// <summary>1 to 3, by the share of all that wait.</summary>
    private int Waerme(Schrittbelegung schritt) => Math.Clamp(1 + (int)(3.0 * schritt.Anzahl / Belegung.Schritte.Sum(s => s.Anzahl)), 1, 3);

    private async Task<List<Zeitgeberabweichung>> CheckAsync()
    {
        List<Zeitgeberabweichung> eigene = [];
        await foreach (var abweichung in pruefung.RunAsync(beheben: false, Zeitgeberpruefung.Ueberfaellig, new Pruefzaehler(), Abbruch))
        {
            if (abweichung.InstanceId == Id || await instanzen.FindAsync(abweichung.InstanceId, Abbruch) is { } lauf && lauf.Instanz.DefinitionId == Id)
                eigene.Add(abweichung);
        }

        return eigene;
    }
}
