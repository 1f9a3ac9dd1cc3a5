using System.Collections.Concurrent;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Application.Simulation;

/// <summary>
/// Simulates many Faelle and keeps only counts of them, so that memory does not grow with their number. All cores work, each
/// on a Fall of its own.
/// </summary>
public static class Sammelsimulation
{
    /// <param name="szenarien">The course of each Fall; read as they are simulated.</param>
    public static async Task<Sammelergebnis> RunAsync(
        IDefinitionCatalog prozesse, WorkflowDefinition gefragt, IEnumerable<Szenario> szenarien, CancellationToken cancellation = default)
    {
        var summe = new Summe();
        var maschinen = new ConcurrentBag<Simulationsmaschine>();
        await Parallel.ForEachAsync(
            szenarien,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            async (szenario, abbruch) =>
            {
                var maschine = maschinen.TryTake(out var frei) ? frei : new Simulationsmaschine(prozesse);
                var bis = szenario.Von.AddMonths(szenario.Monate);
                var simulation = Simulator.Prepare(maschine, szenario, keepsJournal: false);
                await simulation.RunUntilAsync(Ortszeit.EndOfDay(bis), abbruch);
                summe.Add(szenario.Von, bis, Simulator.EventsOf(simulation).Where(e => e.Date <= bis).Select(e => e.Kind));
                maschinen.Add(maschine);
            });
        return summe.Result(gefragt);
    }

    private sealed class Summe
    {
        private readonly Lock _lock = new();
        private readonly SortedDictionary<string, (long Sum, int Least, int Most, int Cases)> _arten = new(StringComparer.Ordinal);
        private DateOnly _von = DateOnly.MaxValue;
        private DateOnly _bis = DateOnly.MinValue;
        private int _faelle;

        public void Add(DateOnly von, DateOnly bis, IEnumerable<string> arten)
        {
            var gezaehlt = arten.CountBy(a => a).ToList();
            lock (_lock)
            {
                _faelle++;
                _von = von < _von ? von : _von;
                _bis = bis > _bis ? bis : _bis;
                foreach (var (art, n) in gezaehlt)
                {
                    _arten[art] = _arten.TryGetValue(art, out var bisher)
                        ? (bisher.Sum + n, Math.Min(bisher.Least, n), Math.Max(bisher.Most, n), bisher.Cases + 1)
                        : (n, n, n, 1);
                }
            }
        }

        public Sammelergebnis Result(WorkflowDefinition gefragt) => new(
            gefragt.DefinitionId, gefragt.Version, _faelle, _von, _bis, _arten.Values.Sum(a => a.Sum),
            new SortedDictionary<string, long>(_arten.ToDictionary(a => a.Key, a => a.Value.Sum), StringComparer.Ordinal),
            new SortedDictionary<string, Spanne>(
                _arten.ToDictionary(
                    a => a.Key,
                    a => new Spanne(a.Value.Cases < _faelle ? 0 : a.Value.Least, Math.Round((double)a.Value.Sum / _faelle, 2), a.Value.Most)),
                StringComparer.Ordinal));
    }
}
