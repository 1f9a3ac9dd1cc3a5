using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Versionen;

namespace FallWorkflow.Application.Ports;

/// <summary>Ordered moves to other versions with their Fälle; workers of all nodes take them by lease and fence.</summary>
public interface IWechselauftraege
{
    /// <summary>Adds an order with its Fälle, in one transaction. False if an order of this id exists: the request was repeated.</summary>
    Task<bool> AddAsync(Wechsel wechsel, IReadOnlyList<Wechselfall> faelle, CancellationToken cancellation = default);

    Task<Wechsel?> FindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>The latest orders of a definition, latest first.</summary>
    Task<IReadOnlyList<Wechsel>> OfDefinitionAsync(string definitionId, int max, CancellationToken cancellation = default);

    /// <summary>How many Fälle are in which state.</summary>
    Task<IReadOnlyDictionary<Wechselstand, int>> CountAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>One Fall of an order, without the way back; null if it has none of this id.</summary>
    Task<Wechselfall?> FindFallAsync(Guid id, Guid fallId, CancellationToken cancellation = default);

    /// <summary>Fälle of an order, in its order, without the way back.</summary>
    /// <param name="seite">From 1.</param>
    Task<Ergebnisseite<Wechselfall>> FaelleAsync(Guid id, Wechselstand? stand, int seite, int groesse, CancellationToken cancellation = default);

    /// <summary>Takes an order in which something is left for a while; null if there is none that nobody has.</summary>
    Task<ClaimedWechsel?> ClaimAsync(DateTimeOffset now, string owner, TimeSpan lease, CancellationToken cancellation = default);

    /// <summary>Keeps it. False if it was stopped, or is somebody else's by now.</summary>
    Task<bool> RenewAsync(ClaimedWechsel claimed, DateTimeOffset until, CancellationToken cancellation = default);

    /// <summary>The next Fälle of an order that wait to be moved or moved back, in its order, without result and way back.</summary>
    Task<IReadOnlyList<Wechselfall>> NextAsync(Guid id, int nachNr, int max, CancellationToken cancellation = default);

    /// <summary>Counts that a Fall is begun, so that one that ends the process is not begun for ever.</summary>
    Task BeginAsync(Wechselfall fall, CancellationToken cancellation = default);

    /// <summary>The Fall was begun and stays as it was, without harm to the process; what was counted is forgotten.</summary>
    Task PutBackAsync(Wechselfall fall, CancellationToken cancellation = default);

    /// <summary>Gives it back; if nothing is left, it is done, and not stopped either. Nothing happens if it is somebody else's by now.</summary>
    Task ReleaseAsync(ClaimedWechsel claimed, CancellationToken cancellation = default);

    /// <summary>Notes that a Fall could not be moved, or not be moved back; false if it has gone on since it was read.</summary>
    Task<bool> FailAsync(Wechselfall fall, string hinweis, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Stops it (with an instant), or has it go on (without); false if that was so already.</summary>
    Task<bool> StopAsync(Guid id, DateTimeOffset? am, string akteurId, CancellationToken cancellation = default);

    /// <summary>Orders the undo of what has moved; how many Fälle that is.</summary>
    /// <param name="faelle">Only these; null: all.</param>
    Task<int> UndoAsync(
        Guid id, IReadOnlyCollection<Guid>? faelle, string grund, string akteurId, DateTimeOffset at, CancellationToken cancellation = default);
}

/// <param name="Fence">Of this claim.</param>
public sealed record ClaimedWechsel(Guid Id, long Fence);
