using FallWorkflow.Application.Loeschungen;

namespace FallWorkflow.Application.Ports;

/// <summary>Carries out confirmed deletions, and knows those that were carried out (R90).</summary>
public interface ILoeschungen
{
    /// <summary>Deletes everything that belongs to the Fall of this order, all in one transaction; false if it was done before, or if the Fall runs again, which ends the order.</summary>
    /// <exception cref="ConflictException">Somebody wrote to the Fall at the same time; nothing was deleted, and the order stays.</exception>
    Task<bool> ExecuteAsync(Guid loeschungId, DateTimeOffset jetzt, CancellationToken cancellation = default);

    /// <summary>Removes delivered daily overviews and kept mails of before an instant, which name Fälle without belonging to one, and rows of Fälle that are gone; tells how many.</summary>
    Task<int> CleanAsync(DateTimeOffset before, CancellationToken cancellation = default);

    /// <summary>Orders that are not carried out yet, oldest first.</summary>
    Task<IReadOnlyList<Guid>> OffeneAsync(CancellationToken cancellation = default);

    /// <summary>Deletions, newest first.</summary>
    Task<IReadOnlyList<Loeschung>> ListAsync(int max, CancellationToken cancellation = default);
}
