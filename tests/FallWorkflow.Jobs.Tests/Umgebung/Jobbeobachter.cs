using System.Threading.Channels;
using Quartz;

namespace FallWorkflow.Jobs.Tests.Umgebung;

/// <summary>Tells a test when Quartz has finished a job; a job that threw fails the test.</summary>
internal sealed class Jobbeobachter : IJobListener
{
    private readonly Channel<(string Job, Exception? Fehler)> _beendet = Channel.CreateUnbounded<(string, Exception?)>();

    public string Name => "Test";

    public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        _beendet.Writer.TryWrite((context.JobDetail.Key.Name, jobException));
        return ValueTask.CompletedTask;
    }

    public async Task WaitForAsync(string job)
    {
        using var ende = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var (name, fehler) = await _beendet.Reader.ReadAsync(ende.Token);
            if (fehler is not null)
                throw new InvalidOperationException($"{name} failed.", fehler);
            if (name == job)
                return;
        }
    }
}
