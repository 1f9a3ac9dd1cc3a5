using System.Threading.Channels;
using Quartz;

namespace FallWorkflow.Jobs.Tests.Umgebung;

/// <summary>Tells a test when Quartz has finished a job; a job that threw fails the test.</summary>
internal sealed class Jobbeobachter : IJobListener
{
    private readonly Channel<(string Job, Exception? Fehler)> _beendet = Channel.CreateUnbounded<(string, Exception?)>();

    private readonly List<string> _ungewartet = [];

    public string Name => "Test";

    public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        _beendet.Writer.TryWrite((context.JobDetail.Key.Name, jobException));
        return ValueTask.CompletedTask;
    }

    /// <summary>Waits for the next run of a job that nobody has waited for yet; others may end before or after it.</summary>
    public async Task WaitForAsync(string job)
    {
        using var ende = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!_ungewartet.Remove(job))
        {
            var (name, fehler) = await ReadAsync(job, ende.Token);
            if (fehler is not null)
                throw new InvalidOperationException($"{name} failed.", fehler);
            _ungewartet.Add(name);
        }
    }

    private async Task<(string Job, Exception? Fehler)> ReadAsync(string job, CancellationToken ende)
    {
        try
        {
            return await _beendet.Reader.ReadAsync(ende);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{job} did not run; ended without being waited for: {string.Join(", ", _ungewartet)}.");
        }
    }
}
