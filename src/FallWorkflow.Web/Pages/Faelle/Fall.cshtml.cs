using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stoerungen;
using FallWorkflow.Application.Termine;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Web.Faelle;
using FallWorkflow.Web.Formulare;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Faelle;

/// <summary>A Fall on one page: where it stands, what is to do, what was agreed, what happened, and what can be recorded.</summary>
[Authorize(Roles = Rollengruppen.Jobcenter)]
internal sealed class FallModel(IAbfragen abfragen, Fallzugang zugang, Formularablauf ablauf, IStammdaten stammdaten, Stoerungsdienst stoerungen, Terminkalender terminkalender, TimeProvider clock) : Fachseite
{
    /// <summary>Items of the timeline shown at first.</summary>
    private const int Anfang = 60;

    private Dictionary<string, string> _namen = [];

    public Fallblick Blick { get; private set; } = null!;

    public Fall Fall => Blick.Fall;

    public Kopfdaten Kopf { get; private set; } = null!;

    public Terminansicht Termine { get; private set; } = null!;

    public Aufgabenansicht Aufgaben { get; private set; } = null!;

    public IReadOnlyList<Zeitpunkt> Zeitleiste { get; private set; } = [];

    public int Verborgen { get; private set; }

    public string Zeige { get; private set; } = "alles";

    public string? Festgehalten { get; private set; }

    public IReadOnlyList<(string Gruppe, IReadOnlyList<(TatsachenArt Art, string? Hindernis)> Arten)> Formulare { get; private set; } = [];

    public IReadOnlyList<string> Warnungen { get; private set; } = [];

    /// <summary>Processes of this Fall that stand still; their dates do not come.</summary>
    public IReadOnlyList<Stoerungszeile> Stoerungen { get; private set; } = [];

    public bool DarfReparieren => Zugriffspolitik.MayRepair(Akteur, Fall.BueroId);

    /// <summary>Whether a job was found; null while the Fall is not closed. Shown apart from the change in the life areas (R77).</summary>
    public bool? ArbeitGefunden { get; private set; }

    public async Task OnGetAsync(Guid id, string? zeige, string? festgehalten, bool ganz)
    {
        Blick = await zugang.ReadAsync(id, Akteur, "Fallakte", Abbruch);
        Zeige = FilterOf(zeige);
        Festgehalten = festgehalten is not null && TatsachenKatalog.Find(festgehalten) is not null ? Formulartexte.Titel(festgehalten) : null;
        Kopf = Kopfdaten.Of(Blick);
        var kontext = (await ablauf.ContextAsync(Akteur, Blick, [], Abbruch)) with { NeueKennung = () => "" };
        _namen = (await stammdaten.BenutzerAsync(cancellation: Abbruch)).ToDictionary(b => b.Id, b => b.Name);
        foreach (var traeger in kontext.Traeger)
            _namen[$"traeger:{traeger.Id}"] = _namen[traeger.Id] = traeger.Name;
        var aufgaben = await abfragen.AufgabenDesFallsAsync(id, Blick.Heute, Abbruch);
        Aufgaben = new([.. aufgaben.Where(a => a.Status == Application.Aufgaben.Aufgabenstatus.Offen).OrderBy(a => a.FaelligAm ?? DateOnly.MaxValue)], Akteur, Blick.Heute, MitFall: false);
        var alles = Web.Faelle.Zeitleiste.Build(Fall, await abfragen.VerlaufAsync(id, Abbruch), kontext, NameOf)
            .Where(z => Zeige == "alles" || z.Art == Zeige).ToList();
        Zeitleiste = ganz ? alles : [.. alles.Take(Anfang)];
        Verborgen = alles.Count - Zeitleiste.Count;
        Formulare = [.. Formularordnung.For(Akteur.Rolle).Select(g => (g.Gruppe, (IReadOnlyList<(TatsachenArt, string?)>)[.. g.Arten.Select(a => (a, Verfuegbarkeit.Warum(Formularbauer.Build(a, kontext), Fall, Blick.Heute)))]))];
        ArbeitGefunden = Gueltig<FallAbgeschlossen>()?.ArbeitGefunden;
        Warnungen = [.. Warn(aufgaben)];
        Termine = new(Fall, await terminkalender.OfFallAsync(Fall, Blick.Kalender, Abbruch), Akteur, clock.GetUtcNow(), Blick.Heute);
        Stoerungen = await stoerungen.OfFallAsync(id, Akteur, Abbruch);
    }

    public string NameOf(string? id) => id is null ? "–" : id == "system" ? Seitentexte.T("Fall.System") : _namen.GetValueOrDefault(id, id);

    public string NameOfZiel(string? id) => id is not null && Fall.Ziele.TryGetValue(id, out var ziel) ? ziel.Bezeichnung : "–";

    private static string FilterOf(string? zeige) => zeige is not null && Web.Faelle.Zeitleiste.Filter.Contains(zeige) ? zeige : "alles";

    private T? Gueltig<T>()
        where T : Tatsache => Fall.Akte.LastOrDefault(e => e.Tatsache is T && !Fall.IsSuperseded(e))?.Tatsache as T;

    private IEnumerable<string> Warn(IReadOnlyList<Aufgabenzeile> aufgaben)
    {
        if (aufgaben.Count(a => a.IstUeberfaellig && !a.Ruht && a.Status == Application.Aufgaben.Aufgabenstatus.Offen) is > 0 and var anzahl)
            yield return Seitentexte.T("Fall.WarnungUeberfaellig", anzahl);
        if (Kopf.DauerWarnung <= Blick.Heute)
            yield return Seitentexte.T("Fall.WarnungDauer", Seitentexte.Tag(Kopf.DauerEnde));
        foreach (var antrag in Fall.Antraege.Values.Select(a => a.Tatsache).OfType<AbweichungBeantragt>())
            yield return Seitentexte.T("Fall.WarnungFreigabe", Formulartexte.Of($"Abweichung.{antrag.Abweichung}"));
        if (Fall.RueckspracheOffen)
            yield return Seitentexte.T("Fall.WarnungRuecksprache");
        if (Fall.Pausen.FirstOrDefault(p => p.Von <= Blick.Heute && Blick.Heute <= p.Bis) is { } pause)
            yield return Seitentexte.T("Fall.WarnungPause", Seitentexte.Tag(pause.Bis));
    }
}
