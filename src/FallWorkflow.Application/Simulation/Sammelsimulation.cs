using System.Collections.Concurrent;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Application.Simulation;

/// <summary>
/// Simulates many Faelle and keeps only counts of them, so that memory does not grow with their number. All cores work, each
/// on a Fall of its own; the result does not depend on how many there are.
/// </summary>
public static class Sammelsimulation
{
    /// <param name="erledigt">Called after each Fall, from several threads.</param>
    /// <param name="arbeiter">Fälle at the same time; null: as many as there are cores.</param>
    public static async Task<Sammelergebnis> RunAsync(
        IDefinitionCatalog prozesse, WorkflowDefinition gefragt, Simulationsauftrag auftrag, Action? erledigt = null, int? arbeiter = null,
        CancellationToken cancellation = default)
    {
        var summe = new Sammelsumme();
        var maschinen = new ConcurrentBag<Simulationsmaschine>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, auftrag.Faelle),
            new ParallelOptions { MaxDegreeOfParallelism = arbeiter ?? Environment.ProcessorCount, CancellationToken = cancellation },
            async (nr, abbruch) =>
            {
                var maschine = maschinen.TryTake(out var frei) ? frei : new Simulationsmaschine(prozesse);
                var szenario = auftrag.Of(nr);
                var bis = szenario.Von.AddMonths(szenario.Monate);
                var simulation = Simulator.Prepare(maschine, szenario, keepsJournal: false, nr);
                string? fehler = null;
                try
                {
                    await simulation.RunUntilAsync(Ortszeit.EndOfDay(bis), abbruch);
                }
                catch (ProzessfehlerException e)
                {
                    // One Fall that runs in a circle is a finding about the process, not the end of the others.
                    fehler = e.Message;
                }

                abbruch.ThrowIfCancellationRequested();
                summe.Add(Fallbilanz.Of(simulation, szenario, bis, gefragt.DefinitionId, fehler));
                maschinen.Add(maschine);
                erledigt?.Invoke();
            });
        return summe.Result(gefragt, auftrag);
    }
}
