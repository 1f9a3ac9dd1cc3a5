using FallWorkflow.Application.Prozesse;

namespace FallWorkflow.Application.Ports;

/// <summary>Drafts of process definitions with everything that happened to them.</summary>
public interface IProzessentwuerfe
{
    /// <summary>The latest row of every definition that has a draft.</summary>
    Task<IReadOnlyList<Entwurfsstand>> OpenAsync(CancellationToken cancellation = default);

    /// <summary>The latest row of a definition; null if it never had a draft.</summary>
    Task<Entwurfsstand?> FindAsync(string definitionId, CancellationToken cancellation = default);

    /// <summary>One row; null if there is none.</summary>
    Task<Entwurfsstand?> FindAsync(string definitionId, int nr, CancellationToken cancellation = default);

    /// <summary>Rows without their content, latest first.</summary>
    /// <param name="vorNr">Only rows before this number; null: from the latest on.</param>
    Task<IReadOnlyList<Entwurfszeile>> RowsAsync(string definitionId, int? vorNr, int max, CancellationToken cancellation = default);

    /// <summary>What tells where the versions of a definition came from, latest first: what was published, asked for or imported.</summary>
    Task<IReadOnlyList<Entwurfszeile>> PublicationsAsync(string definitionId, CancellationToken cancellation = default);

    /// <summary>Requests to publish that nobody has decided, of all definitions, the oldest first; those that lapsed too.</summary>
    Task<IReadOnlyList<Veroeffentlichungsantrag>> RequestsAsync(CancellationToken cancellation = default);

    /// <summary>Latest first.</summary>
    Task<IReadOnlyList<Entwurfsstand>> HistoryAsync(string definitionId, int max, CancellationToken cancellation = default);

    /// <exception cref="ConflictException">Somebody else has added this number meanwhile.</exception>
    Task AppendAsync(Entwurfsstand stand, CancellationToken cancellation = default);
}
