using FallWorkflow.Application.Ports;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// Rung after every commit of this process: wakes the timer worker, which may now have a nearer timer to wait for, and
/// passes the ring on to the outbox relay.
/// </summary>
internal sealed class Zeitsignal(IOutboxSignal? weiter) : IOutboxSignal, IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);

    public void Ring()
    {
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody rang already; the worker will see both.
        }
        catch (ObjectDisposedException)
        {
            // The process is going down; the timers are rows.
        }

        weiter?.Ring();
    }

    /// <summary>Returns when somebody rings, at the latest after <paramref name="atMost"/> of real time.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _bell.WaitAsync(atMost, cancellation);

    public void Dispose() => _bell.Dispose();
}
