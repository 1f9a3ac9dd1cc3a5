using FallWorkflow.Application.Ports;

namespace FallWorkflow.Messaging;

/// <summary>Bell between command handlers and the relay of the same process. Many rings before a look count as one.</summary>
internal sealed class OutboxSignal : IOutboxSignal, IDisposable
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
            // Somebody rang already; the relay will see both.
        }
        catch (ObjectDisposedException)
        {
            // The process is going down; the next start finds the message in the outbox.
        }
    }

    /// <summary>Returns when somebody rings, at the latest after <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var bell = _bell.WaitAsync(waiting.Token);
        var delay = Task.Delay(atMost, time, waiting.Token);
        await Task.WhenAny(bell, delay);
        await waiting.CancelAsync();
        // A ring that arrived together with the cancellation has been consumed by this wait, which ends anyway.
        await ((Task)bell).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await delay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
    }

    public void Dispose() => _bell.Dispose();
}
