using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Application.Ports;

/// <summary>Running processes by the version they are pinned to.</summary>
public interface IProzessinstanzen
{
    /// <summary>Running and stopped instances of a version, by id, from behind <paramref name="nachId"/> on.</summary>
    Task<IReadOnlyList<Prozessinstanz>> OfVersionAsync(string versionId, string? nachId, int max, CancellationToken cancellation = default);

    /// <summary>The whole journal of an instance, in order; empty if there is none.</summary>
    Task<IReadOnlyList<JournalEntry>> JournalAsync(string instanzId, CancellationToken cancellation = default);
}

/// <param name="FallId">Null if the process belongs to no Fall.</param>
public sealed record Prozessinstanz(string InstanzId, Guid? FallId, string? FallNummer);
