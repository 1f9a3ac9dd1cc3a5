using FallWorkflow.Application.Abfragen;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Application.Ports;

/// <summary>Running processes by the version they are pinned to.</summary>
public interface IProzessinstanzen
{
    /// <summary>Running and stopped instances of a version, by id, from behind <paramref name="nachId"/> on.</summary>
    Task<IReadOnlyList<Prozessinstanz>> OfVersionAsync(string versionId, string? nachId, int max, CancellationToken cancellation = default);

    /// <summary>Fälle with running or stopped instances of a version, by number, from behind <paramref name="nachNummer"/> on.</summary>
    /// <param name="bueroId">Only of this office; null: of all.</param>
    Task<IReadOnlyList<Prozessfall>> FaelleOfVersionAsync(
        string versionId, string? bueroId, string? nachNummer, int max, CancellationToken cancellation = default);

    /// <summary>How many Fälle have running or stopped instances of a version.</summary>
    Task<int> CountFaelleAsync(string versionId, string? bueroId, CancellationToken cancellation = default);

    /// <summary>Fälle of this status that never had a process of this definition.</summary>
    Task<IReadOnlyList<Guid>> FaelleOhneAsync(Fallstatus status, string definitionId, CancellationToken cancellation = default);

    /// <summary>Where the running instances of a version wait, and since when.</summary>
    Task<IReadOnlyList<Wartestelle>> WartendeAsync(string versionId, CancellationToken cancellation = default);

    /// <summary>Instances as a list shows them, the latest first.</summary>
    /// <param name="bueroId">Only of Fälle of this office; null: of all offices, and those of no Fall.</param>
    Task<Ergebnisseite<Prozesslauf>> ListAsync(Lauffilter filter, string? bueroId, CancellationToken cancellation = default);

    /// <summary>Null if there is none of this id.</summary>
    Task<Prozesslauf?> FindAsync(string instanzId, CancellationToken cancellation = default);

    /// <summary>The whole journal of an instance, in order; empty if there is none.</summary>
    Task<IReadOnlyList<JournalEntry>> JournalAsync(string instanzId, CancellationToken cancellation = default);
}

/// <param name="FallId">Null if the process belongs to no Fall.</param>
public sealed record Prozessinstanz(string InstanzId, Guid? FallId, string? FallNummer);

/// <summary>A Fall with its instances of a version.</summary>
public sealed record Prozessfall(Guid FallId, string FallNummer, string BueroId, IReadOnlyList<string> InstanzIds);

/// <summary>An instance that waits at a step.</summary>
/// <param name="Seit">When it got there (process time, UTC).</param>
public sealed record Wartestelle(string InstanzId, string? FallNummer, string SchrittId, DateTimeOffset Seit);

/// <summary>A process instance with the Fall that it belongs to.</summary>
/// <param name="FallId">Null if it belongs to no Fall.</param>
public sealed record Prozesslauf(WorkflowInstance Instanz, Guid? FallId, string? FallNummer, string? BueroId);

/// <summary>Which instances are asked for; what is null or empty does not restrict.</summary>
/// <param name="Suche">Part of the number of the Fall, or the id of the instance.</param>
/// <param name="Seite">From 1.</param>
/// <param name="Groesse">Rows per page, at most 200.</param>
public sealed record Lauffilter(
    IReadOnlyList<string> DefinitionIds, IReadOnlyList<WorkflowStatus> Status, IReadOnlyList<WorkflowSubStatus> SubStatus, int? Version, string? Suche, int Seite,
    int Groesse);
