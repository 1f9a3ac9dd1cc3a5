using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Simulation.Laeufe;

/// <summary>One simulation in the background, with its result when it has ended. Kept in the memory of the node that ran it.</summary>
public sealed class Simulationslauf : IDisposable
{
    private readonly CancellationTokenSource _abbruch = new();
    private readonly List<Fassungsergebnis> _ergebnisse = [];
    private int _erledigt;
    private volatile Simulationsstand _stand;

    internal Simulationslauf(string definitionId, string akteurId, Simulationswunsch wunsch, Simulationsauftrag auftrag, int gesamt, string name)
    {
        (DefinitionId, AkteurId, Wunsch, Auftrag, Gesamt, Name) = (definitionId, akteurId, wunsch, auftrag, gesamt, name);
    }

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public string DefinitionId { get; }

    /// <summary>Name of the process.</summary>
    public string Name { get; }

    public Simulationswunsch Wunsch { get; }

    public Simulationsauftrag Auftrag { get; }

    /// <summary>Fälle to simulate, over all versions.</summary>
    public int Gesamt { get; }

    public int Erledigt => Volatile.Read(ref _erledigt);

    public Simulationsstand Stand => _stand;

    /// <summary>Why it failed; null otherwise.</summary>
    public string? Meldung { get; private set; }

    /// <summary>How long it took; zero while it runs.</summary>
    public TimeSpan Dauer { get; private set; }

    /// <summary>The published version first; empty until it has ended.</summary>
    public IReadOnlyList<Fassungsergebnis> Ergebnisse => Stand == Simulationsstand.Fertig ? _ergebnisse : [];

    /// <summary>What differs between the two versions, in sentences; null unless there are two.</summary>
    public IReadOnlyList<string>? Unterschiede => Ergebnisse.Count == 2 ? Simulationsvergleich.Of(Ergebnisse[0], Ergebnisse[1]) : null;

    internal string AkteurId { get; }

    public void Cancel() => _abbruch.Cancel();

    /// <summary>Ends what still runs; its memory goes with the object.</summary>
    public void Dispose()
    {
        _abbruch.Cancel();
        if (Stand != Simulationsstand.Laeuft)
            _abbruch.Dispose();
    }

    internal async Task RunAsync(IReadOnlyList<Simulationsprozess> fassungen, int arbeiter, TimeProvider uhr)
    {
        var beginn = uhr.GetTimestamp();
        var stand = Simulationsstand.Fertig;
        try
        {
            foreach (var fassung in fassungen)
            {
                var zahlen = await Sammelsimulation.RunAsync(
                    fassung.Katalog, fassung.Definition, Auftrag, () => Interlocked.Increment(ref _erledigt), arbeiter, _abbruch.Token);
                var kalender = Auftrag.Faelle > 1 ? null : await Simulator.RunAsync(fassung.Katalog, fassung.Definition, Auftrag.Of(0), bisZumKreis: true, _abbruch.Token);
                _ergebnisse.Add(new(fassung.Definition.Version, fassung.Entwurf, zahlen, kalender));
            }
        }
        catch (OperationCanceledException)
        {
            stand = Simulationsstand.Abgebrochen;
        }
        catch (FallWorkflowException e)
        {
            (stand, Meldung) = (Simulationsstand.Gescheitert, e.Message);
        }
        catch (Exception e)
        {
            // Nobody waits for this task, so the person who asked has to be told here.
            (stand, Meldung) = (Simulationsstand.Gescheitert, Texte.Of("SimulationUnerwartet", e.Message));
        }

        Dauer = uhr.GetElapsedTime(beginn);
        _stand = stand;
    }
}
