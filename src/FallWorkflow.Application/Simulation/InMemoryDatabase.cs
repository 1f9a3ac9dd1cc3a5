using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Application.Simulation;

/// <summary>Everything the stores hold, in memory: the simulation's database, also exported into the demo's real one.</summary>
/// <param name="keepsJournal">Whether the journal of the processes is kept; who only counts events needs none.</param>
public sealed class InMemoryDatabase(bool keepsJournal = true) : IUnitOfWorkFactory
{
    private readonly Dictionary<int, int> _nummern = [];

    public InMemoryEngineStore Engine { get; } = new() { KeepsJournal = keepsJournal };

    public Dictionary<Guid, Fall> Faelle { get; } = [];

    public Dictionary<Guid, Aufgabe> Aufgaben { get; } = [];

    public List<Nachricht> Nachrichten { get; } = [];

    public List<Erinnerung> Erinnerungen { get; } = [];

    public List<Verlaufsereignis> Verlauf { get; } = [];

    public List<Zugriffsereignis> Zugriffe { get; } = [];

    public Dictionary<string, Buero> Bueros { get; } = [];

    public Dictionary<string, Traeger> Traeger { get; } = [];

    public List<Fachkonzept> Fachkonzepte { get; } = [];

    public HashSet<string> Eingang { get; } = [];

    /// <summary>Gives the running number of a Fall within a year; the demo shares one over many databases.</summary>
    public Func<int, int>? Nummernkreis { get; init; }

    public IUnitOfWork Begin() => new InMemoryUnitOfWork(this);

    internal int NextNummer(int jahr)
    {
        if (Nummernkreis is not null)
            return Nummernkreis(jahr);
        return _nummern[jahr] = _nummern.GetValueOrDefault(jahr) + 1;
    }
}
