using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages;

/// <summary>Results over the Fälle of the office or a team (R76–R82), as tables. They are computed from the Akten, so they have a page of their own.</summary>
[Authorize(Roles = Rollen.Teamleitung)]
internal sealed class ErgebnisseModel(Auswertungsdienst auswertungen, Tabellendienst tabellen, Fallzugang zugang) : Fachseite
{
    private Statistikbereich _bereich = null!;

    public IReadOnlyList<Tabelle> Tabellen { get; private set; } = [];

    public IReadOnlyList<string> Teams { get; private set; } = [];

    public string? Team { get; private set; }

    public Zeitraum Zeitraum { get; private set; } = null!;

    public string CsvOf(string name) =>
        $"/api/statistik/{name}.csv?von={_bereich.Von:yyyy-MM-dd}&bis={_bereich.Bis:yyyy-MM-dd}{(Team is null ? "" : $"&team={Uri.EscapeDataString(Team)}")}";

    public async Task OnGetAsync(string? von, string? bis, string? team)
    {
        Zeitraum = Zeitraum.Of(von, bis, zugang.Heute);
        _bereich = await auswertungen.ScopeAsync(Akteur, null, team, Zeitraum.Von, Zeitraum.Bis, Abbruch);
        Team = _bereich.TeamId;
        await zugang.LogListAsync(Akteur, "Ergebnisse", Abbruch);
        Teams = await auswertungen.TeamsAsync(_bereich.BueroId, Abbruch);
        Tabellen =
        [
            .. await tabellen.EvaluateAsync(_bereich, Abbruch),
            (await tabellen.FindAsync("befragung", _bereich, Abbruch))!,
        ];
    }
}
