using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Application.Ports;

/// <summary>Reads all instances and timers page by page, for their comparison; holds one page in memory, however many there are.</summary>
public interface IZeitgeberbestand
{
    /// <summary>The next instances that run, or can go on after an incident, with their timers, and the Fälle that their rules need, in order of instance ids.</summary>
    /// <param name="nach">Id of the last instance of the page before; null: from the beginning.</param>
    Task<Bestandsseite> InstanzenAsync(string? nach, int max, CancellationToken cancellation = default);

    /// <summary>The next timers whose instance has ended or does not exist, in order of their ids.</summary>
    /// <param name="nach">Id of the last timer of the page before; null: from the beginning.</param>
    Task<IReadOnlyList<WorkflowTimer>> OhneInstanzAsync(string? nach, int max, CancellationToken cancellation = default);

    /// <summary>All triggers of processes that start by themselves; as many as published definitions name.</summary>
    Task<IReadOnlyList<ScheduleTrigger>> AusloeserAsync(CancellationToken cancellation = default);

    /// <summary>The next requests that are parked, whose instance has ended or does not exist, or that wait since before <paramref name="seit"/>; in order of their ids.</summary>
    /// <param name="nach">Id of the last request of the page before; null: from the beginning.</param>
    Task<IReadOnlyList<Aufrufbestand>> AuffaelligeAufrufeAsync(DateTimeOffset seit, string? nach, int max, CancellationToken cancellation = default);

    /// <summary>What the journal of an execution says about its timers, in order.</summary>
    Task<IReadOnlyList<Engine.Journal.JournalEntry>> ZeitgeberjournalAsync(string instanceId, string executionId, CancellationToken cancellation = default);
}

/// <param name="Zeitgeber">By instance id.</param>
/// <param name="Faelle">By correlation id; only those whose rules are needed.</param>
public sealed record Bestandsseite(
    IReadOnlyList<WorkflowInstance> Instanzen, ILookup<string, WorkflowTimer> Zeitgeber, IReadOnlyDictionary<string, Fall> Faelle);

/// <param name="OhneInstanz">Nobody waits for the answer.</param>
public sealed record Aufrufbestand(
    string Id, string InstanceId, string ExecutionId, string? CorrelationId, DateTimeOffset CreatedAt, DateTimeOffset? ParkedAt, int Attempts, string? LastError,
    bool OhneInstanz);
