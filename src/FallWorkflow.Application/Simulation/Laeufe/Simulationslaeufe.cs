using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Application.Simulation.Laeufe;

/// <summary>
/// Simulations in the background of this node: one per person at a time and few together, so that the Fälle of the office
/// stay quick. Results belong to the person who asked and are kept until newer ones push them out or the node stops.
/// </summary>
/// <param name="heute">Clock of the office, for the day on which a course of one's own begins.</param>
/// <param name="echtzeit">Clock that measures how long a simulation takes.</param>
public sealed class Simulationslaeufe(
    IProzessentwuerfe entwuerfe, IProzessversionen versionen, IDefinitionCatalog katalog, ISzenarien szenarien, TimeProvider heute, TimeProvider echtzeit) : IDisposable
{
    /// <summary>Simulations that run on a node at the same time.</summary>
    public const int MaxGleichzeitig = 2;

    /// <summary>Results that a node keeps, and of one person.</summary>
    public const int MaxBehalten = 40;

    public const int MaxJePerson = 5;

    private readonly Lock _lock = new();
    private readonly List<Simulationslauf> _laeufe = [];

    /// <summary>The shipped scenarios.</summary>
    public IReadOnlyList<(string Id, Szenario Szenario)> Szenarien => szenarien.All();

    /// <summary>Null if there is none of this person here: gone, or on another node.</summary>
    public Simulationslauf? Find(string definitionId, string laufId, Akteur akteur)
    {
        lock (_lock)
            return _laeufe.Find(l => l.Id == laufId && l.DefinitionId == definitionId && l.AkteurId == akteur.Id);
    }

    /// <summary>The one of this person that runs; null if none does.</summary>
    public Simulationslauf? Running(Akteur akteur)
    {
        lock (_lock)
            return _laeufe.Find(l => l.AkteurId == akteur.Id && l.Stand == Simulationsstand.Laeuft);
    }

    /// <summary>Which versions there are, and the name of the process.</summary>
    /// <exception cref="NotFoundException">There is no such process.</exception>
    public async Task<(string Name, bool Entwurf, bool Veroeffentlicht)> DescribeAsync(string definitionId, CancellationToken cancellation)
    {
        var entwurf = await entwuerfe.FindAsync(definitionId, cancellation);
        var aktuell = await CurrentAsync(definitionId, cancellation);
        if (entwurf?.Json is null && aktuell is null)
            throw new NotFoundException(Texte.Of("SimulationProzessUnbekannt"));
        return (entwurf is { Json: not null } ? entwurf.Name : DefinitionReader.Read(aktuell!.Json).Name ?? definitionId, entwurf?.Json is not null, aktuell is not null);
    }

    /// <summary>Begins a simulation and returns at once.</summary>
    /// <exception cref="NotFoundException">There is no such process.</exception>
    /// <exception cref="InvalidInputException">The wish is out of range, or the draft cannot run yet.</exception>
    /// <exception cref="RuleBrokenException">The person has one running, or the node has enough to do.</exception>
    public async Task<Simulationslauf> StartAsync(string definitionId, Simulationswunsch wunsch, Akteur akteur, CancellationToken cancellation)
    {
        var (name, _, _) = await DescribeAsync(definitionId, cancellation);
        var auftrag = wunsch.ToAuftrag(szenarien.All(), Ortszeit.DateOf(heute.GetUtcNow()));
        var fassungen = await ProcessesAsync(definitionId, wunsch.Fassung, cancellation);
        var lauf = new Simulationslauf(definitionId, akteur.Id, wunsch, auftrag, auftrag.Faelle * fassungen.Count, name);
        lock (_lock)
        {
            var laufend = _laeufe.Where(l => l.Stand == Simulationsstand.Laeuft).ToList();
            if (laufend.Exists(l => l.AkteurId == akteur.Id))
                throw new RuleBrokenException(new EineSimulationJePerson());
            if (laufend.Count >= MaxGleichzeitig)
                throw new RuleBrokenException(new SimulationenDesKnotensSindBegrenzt());
            _laeufe.Insert(0, lauf);
            var zuViele = _laeufe.Where(l => l.Stand != Simulationsstand.Laeuft).ToList();
            foreach (var alt in zuViele.Where(l => l.AkteurId == akteur.Id).Skip(MaxJePerson - 1).Concat(zuViele.Skip(MaxBehalten - 1)).Distinct().ToList())
            {
                _laeufe.Remove(alt);
                alt.Dispose();
            }
        }

        // A core is left to the people at work.
        var arbeiter = Math.Max(1, Environment.ProcessorCount - 1);
        _ = Task.Run(() => lauf.RunAsync(fassungen, arbeiter, echtzeit), CancellationToken.None);
        return lauf;
    }

    public void Dispose()
    {
        lock (_lock)
            _laeufe.ForEach(l => l.Dispose());
    }

    private async Task<IReadOnlyList<Simulationsprozess>> ProcessesAsync(string definitionId, Simulationsfassung gewollt, CancellationToken cancellation)
    {
        var fassungen = new List<Simulationsprozess>();
        if (gewollt != Simulationsfassung.Entwurf && await CurrentAsync(definitionId, cancellation) is { } aktuell)
            fassungen.Add(Among(DefinitionReader.Read(aktuell.Json), entwurf: false));
        if (gewollt != Simulationsfassung.Veroeffentlicht && (await entwuerfe.FindAsync(definitionId, cancellation))?.Json is { } json)
        {
            if (Prozessmaschine.Validator().Validate(json, katalog.AllPublished).Select(p => $"{p.ActivityName ?? p.ActivityId}: {p.Message} {p.Remedy}").ToList() is { Count: > 0 } probleme)
                throw new InvalidInputException("fassung", Texte.Of("SimulationEntwurfUngueltig", string.Join(" ", probleme.Take(5))));
            fassungen.Add(Among(DefinitionReader.Read(json), entwurf: true));
        }

        return fassungen.Count > 0 ? fassungen
            : throw new InvalidInputException("fassung", Texte.Of(gewollt == Simulationsfassung.Entwurf ? "SimulationOhneEntwurf" : "SimulationUnveroeffentlicht"));
    }

    private Simulationsprozess Among(WorkflowDefinition definition, bool entwurf)
    {
        var alle = new InMemoryDefinitionCatalog();
        foreach (var andere in katalog.AllPublished.Where(d => d.DefinitionId != definition.DefinitionId))
            alle.Publish(andere);
        alle.Publish(definition);
        return new(alle, definition, entwurf);
    }

    private async Task<Prozessversion?> CurrentAsync(string definitionId, CancellationToken cancellation) =>
        (await versionen.VersionsOfAsync(definitionId, cancellation)).FirstOrDefault(v => v.IsCurrent);
}
