using FallWorkflow.Application.Prozesse;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Application.Ports;

/// <summary>Published versions of process definitions. A published version never changes.</summary>
public interface IProzessversionen
{
    /// <summary>The current version of every definition, and every older one that a running instance is pinned to.</summary>
    Task<IReadOnlyList<Prozessversion>> LoadAsync(CancellationToken cancellation = default);

    Task<Prozessversion?> FindAsync(string id, CancellationToken cancellation = default);

    /// <summary>All versions of a definition, newest first.</summary>
    Task<IReadOnlyList<Prozessversion>> VersionsOfAsync(string definitionId, CancellationToken cancellation = default);

    /// <summary>The newest version of every definition, whether new instances may start with it or not.</summary>
    Task<IReadOnlyList<Prozessversion>> NewestAsync(CancellationToken cancellation = default);

    /// <summary>No new instances start from now on, by themselves or otherwise; all versions stay. Nothing happens if there is no current one.</summary>
    /// <param name="vermerk">Row about it that is added in the same transaction.</param>
    /// <exception cref="ConflictException">Somebody else has added the row's number meanwhile; nothing was retracted.</exception>
    Task RetractAsync(string definitionId, Entwurfsstand? vermerk = null, CancellationToken cancellation = default);

    /// <summary>Makes a new version the current one of its definition, in one transaction.</summary>
    /// <param name="triggers">The instants at which it starts by itself, see <see cref="IZeitausloeser.ReplaceAsync"/>.</param>
    /// <param name="eingang">Key that goes into the inbox in the same transaction, so that a repetition publishes nothing.</param>
    /// <param name="vermerk">Who published it and why; the row is added in the same transaction.</param>
    /// <returns>False if the key was there already; nothing was published.</returns>
    /// <exception cref="ConflictException">
    /// Id or number exists already, the key came in at the same time, or the row's number exists: somebody else has published or
    /// saved meanwhile, and nothing was published.
    /// </exception>
    Task<bool> PublishAsync(
        Prozessversion version, IReadOnlyList<ScheduleTrigger> triggers, Eingangsschluessel? eingang = null, Entwurfsstand? vermerk = null,
        CancellationToken cancellation = default);
}

/// <summary>One published version of a definition.</summary>
public sealed class Prozessversion
{
    /// <summary>Id of the version (the definition's <c>id</c>), to which instances are pinned.</summary>
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>Running number within the definition, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The definition as Elsa 3 JSON.</summary>
    public required string Json { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Whether new instances start with this version. Set by the store.</summary>
    public bool IsCurrent { get; set; }
}
