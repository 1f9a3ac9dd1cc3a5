using System.Collections.Concurrent;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Trials;

namespace FallWorkflow.Service.Studio;

/// <summary>
/// Trial runs from the editor: in memory and virtual time, no Fall, no database, nothing sent. Each belongs to the person who
/// started it and is kept by this node until newer ones push it out.
/// </summary>
internal sealed class Probelaeufe(IDefinitionCatalog prozesse, TimeProvider uhr)
{
    public const string Vorsatz = "probelauf-";

    private const int MaxLaeufe = 50;

    private static readonly EngineOptions Regeln = new() { KeepsEarlyStimuli = true, StuckIsIncident = false };

    private readonly ConcurrentDictionary<string, (string AkteurId, long Nr, Lauf Lauf)> _laeufe = new(StringComparer.Ordinal);
    private long _nr;

    public Lauf? Find(string id, Akteur akteur) => _laeufe.TryGetValue(id, out var gefunden) && gefunden.AkteurId == akteur.Id ? gefunden.Lauf : null;

    /// <summary>The steps that only work in a Fall; they keep a definition from being tried.</summary>
    public static IReadOnlyList<string> StepsOfAFall(ActivityDefinition schritt) =>
    [
        .. schritt.Activities.SelectMany(StepsOfAFall).Concat(
            schritt.Type.StartsWith("FallWorkflow.", StringComparison.Ordinal) ? [schritt.DisplayText.Length > 0 ? schritt.DisplayText : schritt.Id] : []),
    ];

    /// <exception cref="InvalidInputException">A step of it needs a Fall.</exception>
    public async Task<string> RunAsync(Fassung fassung, Akteur akteur, CancellationToken cancellation)
    {
        var definition = DefinitionReader.Import(fassung.Json);
        RequireNoFall(definition.Root);
        var (versuch, ergebnis) = await PlayAsync(definition, cancellation);
        var jetzt = uhr.GetUtcNow();
        var id = Vorsatz + Guid.CreateVersion7(jetzt).ToString("N");
        var beendet = ergebnis.AfterStart.Status == WorkflowStatus.Finished;
        var instanz = new WorkflowInstance
        {
            Id = id,
            DefinitionId = fassung.DefinitionId,
            DefinitionVersionId = fassung.Id,
            Version = fassung.Version,
            Name = ergebnis.AfterStart.Name ?? Texte.Of("Studio.Probelauf", fassung.Name),
            Status = ergebnis.AfterStart.Status ?? WorkflowStatus.Finished,
            SubStatus = ergebnis.AfterStart.SubStatus ?? WorkflowSubStatus.Faulted,
            CreatedAt = jetzt,
            UpdatedAt = jetzt,
            FinishedAt = beendet ? jetzt : null,
        };
        var journal = versuch.Journal.Where(j => j.InstanceId == versuch.Journal[0].InstanceId).ToList();
        _laeufe[id] = (akteur.Id, Interlocked.Increment(ref _nr), new(new Prozesslauf(instanz, null, null, null), journal, IstProbe: true));
        foreach (var alt in _laeufe.OrderByDescending(l => l.Value.Nr).Skip(MaxLaeufe).ToList())
            _laeufe.TryRemove(alt.Key, out _);
        return id;
    }

    /// <summary>Tries one step by itself, with the variables of its process.</summary>
    /// <exception cref="InvalidInputException">The step needs a Fall.</exception>
    public Task<(Trial Versuch, TrialResult Ergebnis)> TryStepAsync(WorkflowDefinition definition, ActivityDefinition schritt, CancellationToken cancellation)
    {
        RequireNoFall(schritt);
        var quelle = definition.Source.DeepClone().AsObject();
        quelle["root"] = new System.Text.Json.Nodes.JsonObject
        {
            ["id"] = "Versuch",
            ["type"] = "Elsa.Flowchart",
            ["name"] = "Versuch",
            ["activities"] = new System.Text.Json.Nodes.JsonArray(schritt.Source.DeepClone()),
            ["connections"] = new System.Text.Json.Nodes.JsonArray(),
        };
        return PlayAsync(DefinitionReader.Import(quelle.ToJsonString()), cancellation);
    }

    private static void RequireNoFall(ActivityDefinition schritt)
    {
        if (StepsOfAFall(schritt) is { Count: > 0 } schritte)
            throw new InvalidInputException("generalErrors", Texte.Of("Studio.BrauchtFall", string.Join(", ", schritte.Take(5))));
    }

    private async Task<(Trial Versuch, TrialResult Ergebnis)> PlayAsync(WorkflowDefinition definition, CancellationToken cancellation)
    {
        var andere = prozesse.AllPublished.Where(p => p.DefinitionId != definition.DefinitionId);
        var versuch = new Trial([.. andere, definition], Editorform.Schritte, uhr.GetUtcNow(), Regeln);
        return (versuch, await versuch.PlayAsync(new TrialCase(), cancellation));
    }
}
