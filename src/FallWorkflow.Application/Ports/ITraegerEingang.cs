namespace FallWorkflow.Application.Ports;

/// <summary>Where partner messages enter.</summary>
public interface ITraegerEingang
{
    /// <exception cref="NotFoundException">The referral is unknown, withdrawn or another partner's.</exception>
    Task ReceiveAsync(TraegerNachricht nachricht, CancellationToken cancellation = default);
}
