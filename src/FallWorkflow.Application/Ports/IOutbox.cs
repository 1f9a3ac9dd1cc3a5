using FallWorkflow.Application.Nachrichten;

namespace FallWorkflow.Application.Ports;

/// <summary>Messages that have been committed and not yet been published, claimed by lease in order per Fall.</summary>
public interface IOutbox
{
    Task<IReadOnlyList<Nachricht>> ClaimAsync(DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default);

    /// <summary>Marks as sent; false if another relay took over meanwhile (the message was then sent twice with the same id).</summary>
    Task<bool> MarkSentAsync(Nachricht nachricht, DateTimeOffset sentAt, CancellationToken cancellation = default);

    /// <summary>Counts a failed attempt. After ten a message is parked: it stays visible, holds up only its own Fall and is not claimed again.</summary>
    Task MarkFailedAsync(Nachricht nachricht, string error, DateTimeOffset notBefore, CancellationToken cancellation = default);

    /// <summary>
    /// Gives a claimed message back without counting an attempt: it was not the message's fault (the broker is away, or an earlier
    /// message of its Fall has to leave first).
    /// </summary>
    Task ReleaseAsync(Nachricht nachricht, DateTimeOffset notBefore, CancellationToken cancellation = default);

    /// <summary>Messages not yet sent, parked ones included.</summary>
    Task<int> CountUnsentAsync(CancellationToken cancellation = default);

    /// <summary>Lets a parked message be tried again; false if it is not parked.</summary>
    Task<bool> UnparkAsync(Guid id, CancellationToken cancellation = default);
}
