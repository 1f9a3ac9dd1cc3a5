namespace FallWorkflow.Application.Ports;

/// <summary>House-keeping of the inbox; entries are made by <see cref="IUnitOfWork.TryEnterInboxAsync"/>.</summary>
public interface IInbox
{
    /// <summary>Removes entries made before an instant (retention: 30 days) and tells how many.</summary>
    Task<int> CleanInboxAsync(DateTimeOffset before, CancellationToken cancellation = default);
}
