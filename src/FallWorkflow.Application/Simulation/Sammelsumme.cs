using FallWorkflow.Domain.Akte;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Application.Simulation;

/// <summary>
/// Adds up Fälle in whole numbers, so that the sum does not depend on the order in which they come and memory does not grow with
/// them.
/// </summary>
internal sealed class Sammelsumme
{
    /// <summary>Different incidents that are told apart; more would help nobody.</summary>
    private const int MaxVorfaelle = 200;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (long Sum, int Least, int Most, int Cases)> _arten = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Art, string Rolle), (string Titel, long Anzahl, long Erledigt, long Laufend, long Verspaetet, long Tage, int FaelleVerspaetet)> _aufgaben = [];
    private readonly Dictionary<(string, string?), (long Anzahl, int Faelle)> _stoerungen = [];
    private readonly Dictionary<(string, string?), (long Anzahl, int Faelle)> _abgelehnt = [];
    private readonly List<Haeufigkeit> _wochen = [];
    private readonly Haeufigkeit _laufend = new();
    private DateOnly _von = DateOnly.MaxValue;
    private DateOnly _bis = DateOnly.MinValue;
    private int _faelle;
    private long _starts;
    private long _nachrichten;

    public void Add(Fallbilanz fall)
    {
        lock (_lock)
        {
            _faelle++;
            _starts += fall.Starts;
            _nachrichten += fall.Nachrichten;
            _von = fall.Von < _von ? fall.Von : _von;
            _bis = fall.Bis > _bis ? fall.Bis : _bis;
            foreach (var (art, n) in fall.Ereignisse)
            {
                _arten[art] = _arten.TryGetValue(art, out var bisher)
                    ? (bisher.Sum + n, Math.Min(bisher.Least, n), Math.Max(bisher.Most, n), bisher.Cases + 1)
                    : (n, n, n, 1);
            }

            for (var woche = 0; woche < fall.Wochen.Length; woche++)
            {
                if (woche == _wochen.Count)
                    _wochen.Add(new());
                _wochen[woche].Add(fall.Wochen[woche]);
                if (woche < fall.LaufendeWochen)
                    _laufend.Add(fall.WochenFallmanager[woche]);
            }

            foreach (var a in fall.Aufgaben)
            {
                var bisher = _aufgaben.GetValueOrDefault((a.Art, a.Rolle));
                _aufgaben[(a.Art, a.Rolle)] = (
                    bisher.Titel is null || string.CompareOrdinal(a.Titel, bisher.Titel) < 0 ? a.Titel : bisher.Titel,
                    bisher.Anzahl + a.Anzahl, bisher.Erledigt + a.Erledigt, bisher.Laufend + a.ErledigtLaufend, bisher.Verspaetet + a.Verspaetet, bisher.Tage + a.TageVerspaetet,
                    bisher.FaelleVerspaetet + (a.Verspaetet > 0 ? 1 : 0));
            }

            Count(_stoerungen, fall.Stoerungen);
            Count(_abgelehnt, fall.Abgelehnt);
        }
    }

    public Sammelergebnis Result(WorkflowDefinition gefragt, Simulationsauftrag auftrag)
    {
        var aufgaben = _aufgaben.Select(a => new Aufgabenwert(
            a.Key.Art, a.Value.Titel, a.Key.Rolle, Mean(a.Value.Anzahl), Mean(a.Value.Verspaetet), Math.Round(100.0 * a.Value.FaelleVerspaetet / _faelle, 1),
            a.Value.Verspaetet == 0 ? 0 : Math.Round((double)a.Value.Tage / a.Value.Verspaetet, 1),
            auftrag.MinutenOf(a.Key.Art), Math.Round(a.Value.Erledigt * auftrag.MinutenOf(a.Key.Art) / 60.0 / _faelle, 2))).ToList();
        return new(
            gefragt.DefinitionId, gefragt.Version, _faelle, _von, _bis, _arten.Values.Sum(a => a.Sum),
            new SortedDictionary<string, long>(_arten.ToDictionary(a => a.Key, a => a.Value.Sum), StringComparer.Ordinal),
            new SortedDictionary<string, Spanne>(
                _arten.ToDictionary(
                    a => a.Key,
                    a => new Spanne(a.Value.Cases < _faelle ? 0 : a.Value.Least, Mean(a.Value.Sum), a.Value.Most)),
                StringComparer.Ordinal),
            Mean(_starts), [.. _wochen.Select((w, i) => new Wochenwert(i, Math.Round(w.Mean, 3), w.Percentile(10), w.Percentile(90)))],
            Load(auftrag), aufgaben, Mean(_nachrichten), Order(_stoerungen), Order(_abgelehnt));
    }

    private Fallmanagerlast Load(Simulationsauftrag auftrag)
    {
        var woche = _laufend.Times(auftrag.Schluessel);
        var minuten = _aufgaben.Where(a => a.Key.Rolle == Rollen.Fallmanager).Sum(a => a.Value.Laufend * auftrag.MinutenOf(a.Key.Art));
        var stunden = _laufend.Anzahl == 0 ? 0 : minuten / 60.0 / _laufend.Anzahl * auftrag.Schluessel;
        return new(auftrag.Schluessel, Math.Round(_laufend.Mean * auftrag.Schluessel, 1), woche.P10, woche.P90, Math.Round(stunden, 1));
    }

    private double Mean(long summe) => Math.Round((double)summe / _faelle, 2);

    private static void Count(Dictionary<(string, string?), (long Anzahl, int Faelle)> zahlen, IReadOnlyList<(string Text, string? Detail)> neu)
    {
        foreach (var (vorfall, n) in neu.CountBy(v => v))
        {
            // Beyond the limit only the sum is kept; which ones those are may depend on the order, and only there.
            var schluessel = zahlen.Count < MaxVorfaelle || zahlen.ContainsKey(vorfall) ? vorfall : (Texte.Of("SimulationWeitere"), null);
            var bisher = zahlen.GetValueOrDefault(schluessel);
            zahlen[schluessel] = (bisher.Anzahl + n, bisher.Faelle + 1);
        }
    }

    private static List<Vorfall> Order(Dictionary<(string Text, string? Detail), (long Anzahl, int Faelle)> zahlen) =>
    [
        .. zahlen.Select(z => new Vorfall(z.Key.Text, z.Key.Detail, z.Value.Anzahl, z.Value.Faelle))
            .OrderByDescending(v => v.Times).ThenBy(v => v.Text, StringComparer.Ordinal).ThenBy(v => v.Detail, StringComparer.Ordinal),
    ];
}
