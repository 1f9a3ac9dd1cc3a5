using System.Threading.Channels;
using FallWorkflow.Application.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace FallWorkflow.Jobs.Planung;

/// <summary>Sets triggers for reminders that were just committed, apart from the request that committed them.</summary>
internal sealed partial class Erinnerungssignal(
    [FromKeyedServices(JobsServiceCollectionExtensions.SchedulerName)] ISchedulerFactory schedulers, Triggerplan plan, ILogger<Erinnerungssignal> log)
    : BackgroundService, IErinnerungssignal
{
    // However often it rings while a comparison runs, one more afterwards sees everything.
    private readonly Channel<bool> _rufe = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rufe.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in _rufe.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                var scheduler = await schedulers.GetScheduler(stoppingToken);
                // Before its start there is nothing to wake; the comparison at the start sees these rows.
                if (scheduler.Status == SchedulerStatus.Running)
                    await plan.ReconcileAsync(scheduler, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogLater(e);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "New reminders have no triggers yet; the next comparison sets them.")]
    private partial void LogLater(Exception exception);
}
