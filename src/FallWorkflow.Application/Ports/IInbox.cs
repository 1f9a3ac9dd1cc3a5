namespace FallWorkflow.Application.Ports;

/// <summary>House-keeping of the inbox; entries are made by <see cref="IUnitOfWork.TryEnterInboxAsync"/>.</summary>
public interface IInbox
{
    /// <summary>Removes entries made before an instant (retention: <c>Inbox:RetentionDays</c>, 30 days by default) and tells how many.</summary>
    Task<int> CleanInboxAsync(DateTimeOffset before, CancellationToken cancellation = default);
}
