using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FallWorkflow.Messaging;

/// <summary>
/// Carries committed messages from the outbox to the broker: at least once, in order per Fall, each time with the same id.
/// Claims, back-off and leases run on real time, whatever clock the processes have.
/// </summary>
internal sealed partial class OutboxRelay(
    IServiceScopeFactory scopes,
    ITraegerVersand versand,
    OutboxSignal signal,
    IFaultPoints faults,
    MessagingOptions options,
    TimeProvider realTime,
    ILogger<OutboxRelay> logger) : BackgroundService
{
    /// <summary>Fälle served at the same time; the order within one Fall is kept.</summary>
    private const int Lanes = 8;

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private int _brokerFailures;
    private int _roundFailures;

    /// <summary>What one round came to.</summary>
    internal enum Runde
    {
        /// <summary>Nothing was due.</summary>
        Leer,

        /// <summary>Something was sent or failed; the next message of the same Fälle may be free now.</summary>
        MehrDa,

        /// <summary>The broker is away; what was claimed has been given back.</summary>
        BrokerWeg,
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PauseAsync(await RunOnceAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The store is away, or something unforeseen: the relay must outlive it. What was claimed is free again after the lease.
                if (_roundFailures++ == 0)
                    LogRoundFailed(logger, e);
                await Task.Delay(BackOff.After(_roundFailures, options.BackOffFrom, options.BackOffCap), realTime, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Claims one batch and sends it.</summary>
    internal async Task<Runde> RunOnceAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        var claimedAt = realTime.GetUtcNow();
        var claimed = await outbox.ClaimAsync(claimedAt, _owner, options.Lease, options.BatchSize, cancellation);
        if (_roundFailures > 0)
        {
            _roundFailures = 0;
            LogRoundsAgain(logger);
        }

        if (claimed.Count == 0)
            return Runde.Leer;

        // The outbox may share one database connection: marks are made one after the other, only sending overlaps.
        using var marks = new SemaphoreSlim(1);
        var batch = new Batch(outbox, marks, claimedAt + options.Lease - options.SendTimeout);
        await Parallel.ForEachAsync(
            claimed.GroupBy(n => n.FallId),
            new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellation },
            async (fall, c) => await SendFallAsync(batch, [.. fall.OrderBy(n => n.Nr)], c));
        NoteBroker(batch.BrokerAway);
        return batch.BrokerAway is not null ? Runde.BrokerWeg : Runde.MehrDa;
    }

    private async Task SendFallAsync(Batch batch, IReadOnlyList<Nachricht> nachrichten, CancellationToken cancellation)
    {
        DateTimeOffset? notBefore = null;
        foreach (var nachricht in nachrichten)
        {
            if (realTime.GetUtcNow() > batch.SendUntil)
                return; // Too late in the lease to be sure it stays ours; it is claimed again when the lease ends.

            if (notBefore is null && batch.BrokerAway is null)
            {
                try
                {
                    await versand.SendAsync(
                        new(nachricht.Id, nachricht.Art, nachricht.TraegerId, nachricht.Inhalt, MakeQueue: true), cancellation);
                }
                catch (BrokerUnavailableException e)
                {
                    batch.BrokerAway = e;
                }
                catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
                {
                    // This message only: the rest of its Fall waits for it, the other Fälle go on.
                    LogMessageFailed(logger, nachricht.Id, nachricht.Art, nachricht.Versuche + 1, e);
                    notBefore = realTime.GetUtcNow() + BackOff.After(nachricht.Versuche + 1, options.BackOffFrom, options.BackOffCap);
                    await batch.MarkAsync(o => o.MarkFailedAsync(nachricht, Fehlertext.Of(e), notBefore.Value, cancellation), cancellation);
                    continue;
                }
            }

            if (batch.BrokerAway is not null)
            {
                await batch.MarkAsync(o => o.ReleaseAsync(nachricht, realTime.GetUtcNow(), cancellation), cancellation);
                continue;
            }

            if (notBefore is not null)
            {
                await batch.MarkAsync(o => o.ReleaseAsync(nachricht, notBefore.Value, cancellation), cancellation);
                continue;
            }

            faults.Reached(FaultPoints.AfterPublish);
            if (!await batch.MarkAsync(o => o.MarkSentAsync(nachricht, realTime.GetUtcNow(), cancellation), cancellation))
                LogSentTwice(logger, nachricht.Id);
        }
    }

    private void NoteBroker(BrokerUnavailableException? away)
    {
        if (away is not null)
        {
            if (_brokerFailures++ == 0)
                LogBrokerAway(logger, away.InnerException!.GetType().Name);
        }
        else if (_brokerFailures > 0)
        {
            _brokerFailures = 0;
            LogBrokerBack(logger);
        }
    }

    private Task PauseAsync(Runde runde, CancellationToken cancellation) => runde switch
    {
        Runde.MehrDa => Task.CompletedTask,
        // A ring must not shorten this pause: a busy office would hammer a broker that is just getting up.
        Runde.BrokerWeg => Task.Delay(BackOff.After(_brokerFailures, options.BackOffFrom, options.BackOffCap), realTime, cancellation),
        _ => signal.WaitAsync(options.PollInterval, realTime, cancellation),
    };

    /// <summary>What the lanes of one round share.</summary>
    private sealed class Batch(IOutbox outbox, SemaphoreSlim marks, DateTimeOffset sendUntil)
    {
        public DateTimeOffset SendUntil => sendUntil;

        public BrokerUnavailableException? BrokerAway { get; set; }

        public Task<bool> MarkAsync(Func<IOutbox, Task> mark, CancellationToken cancellation) =>
            MarkAsync(
                async o =>
                {
                    await mark(o);
                    return true;
                },
                cancellation);

        public async Task<bool> MarkAsync(Func<IOutbox, Task<bool>> mark, CancellationToken cancellation)
        {
            await marks.WaitAsync(cancellation);
            try
            {
                return await mark(outbox);
            }
            finally
            {
                marks.Release();
            }
        }
    }
}
