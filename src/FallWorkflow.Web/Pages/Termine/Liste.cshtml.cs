using System.Globalization;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Termine;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Termine;

/// <summary>The appointments of a day or week: a Fallmanager's own, for the team lead those of the office.</summary>
[Authorize(Roles = $"{Rollen.Fallmanager},{Rollen.Teamleitung}")]
internal sealed class ListeModel(Terminkalender termine, IStammdaten stammdaten, TimeProvider clock) : Fachseite
{
    private Dictionary<string, string> _namen = [];

    public DateOnly Heute { get; private set; }

    public DateOnly Von { get; private set; }

    public DateOnly Bis => Von.AddDays(Tage - 1);

    /// <summary>1 or 7.</summary>
    public int Tage { get; private set; }

    public bool IstTeam => Akteur.Rolle == Rollen.Teamleitung;

    public IReadOnlyList<IGrouping<DateOnly, Terminblick>> Termintage { get; private set; } = [];

    public string Andere => Tage == 1 ? Path(Von, "woche") : Path(Von, "tag");

    public string NameOf(string? id) => id is null ? "–" : _namen.GetValueOrDefault(id, id);

    public string Weg(DateOnly ab) => Path(ab, Tage == 1 ? "tag" : "woche");

    public async Task OnGetAsync(string? ab, string? ansicht)
    {
        Heute = Ortszeit.DateOf(clock.GetUtcNow());
        Tage = ansicht == "tag" ? 1 : 7;
        var tag = DateOnly.TryParseExact(ab, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var gewaehlt) && gewaehlt.Year is > 1900 and < 2150
            ? gewaehlt
            : Heute;
        Von = Tage == 1 ? tag : tag.AddDays(-((int)tag.DayOfWeek + 6) % 7);
        Termintage = [.. (await termine.ReadAsync(Akteur, Von, Bis, Abbruch)).GroupBy(t => Ortszeit.DateOf(t.Termin.Beginn))];
        if (IstTeam)
            _namen = (await stammdaten.BenutzerAsync(Akteur.BueroId, Rollen.Fallmanager, Abbruch)).ToDictionary(b => b.Id, b => b.Name);
    }

    private static string Path(DateOnly ab, string ansicht) => string.Create(CultureInfo.InvariantCulture, $"/termine?ab={ab:yyyy-MM-dd}&ansicht={ansicht}");
}
