using FallWorkflow.Application.Prozesse;

namespace FallWorkflow.Application.Ports;

/// <summary>Drafts of process definitions with everything that happened to them.</summary>
public interface IProzessentwuerfe
{
    /// <summary>The latest row of every definition that has a draft.</summary>
    Task<IReadOnlyList<Entwurfsstand>> OpenAsync(CancellationToken cancellation = default);

    /// <summary>The latest row of a definition; null if it never had a draft.</summary>
    Task<Entwurfsstand?> FindAsync(string definitionId, CancellationToken cancellation = default);

    /// <summary>Latest first.</summary>
    Task<IReadOnlyList<Entwurfsstand>> HistoryAsync(string definitionId, int max, CancellationToken cancellation = default);

    /// <exception cref="ConflictException">Somebody else has added this number meanwhile.</exception>
    Task AppendAsync(Entwurfsstand stand, CancellationToken cancellation = default);
}
