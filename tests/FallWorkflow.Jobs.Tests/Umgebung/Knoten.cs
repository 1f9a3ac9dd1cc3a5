using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace FallWorkflow.Jobs.Tests.Umgebung;

/// <summary>One node of the service: its own container over the shared database, with or without a running Quartz.</summary>
internal sealed class Knoten : IAsyncDisposable
{
    private readonly IHost _host;

    private Knoten(IHost host) => _host = host;

    public Jobbeobachter Jobs { get; private init; } = new();

    public ErinnerungsLauf Lauf => Get<ErinnerungsLauf>();

    public IErinnerungen Erinnerungen => Get<IErinnerungen>();

    public static Knoten Create(
        Testdatenbank datenbank, TimeProvider prozessuhr, IMailer? mailer, TimeProvider? echtzeit = null, Uri? basisUrl = null, bool quartz = false)
    {
        var options = new JobsOptions
        {
            Provider = datenbank.Provider,
            ConnectionString = datenbank.ConnectionString,
            Echtzeit = echtzeit ?? TimeProvider.System,
            BasisUrl = basisUrl,
        };
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var jobs = new Jobbeobachter();
        builder.Services.AddSingleton(prozessuhr);
        builder.Services.AddFallWorkflowPersistence(datenbank.Dialect, datenbank.ConnectionString);
        if (mailer is not null)
            builder.Services.AddSingleton(mailer);
        if (quartz)
            builder.Services.AddFallWorkflowJobs(options).ConfigureAllQuartzSchedulers(q => q.AddJobListener(jobs));
        else
            builder.Services.AddErinnerungsLauf(options);
        return new(builder.Build()) { Jobs = jobs };
    }

    public static async Task<Knoten> StartAsync(Testdatenbank datenbank, TimeProvider prozessuhr, IMailer mailer, TimeProvider? echtzeit = null)
    {
        var knoten = Create(datenbank, prozessuhr, mailer, echtzeit, quartz: true);
        await knoten._host.StartAsync();
        return knoten;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public ValueTask<IScheduler> SchedulerAsync() => _host.Services.GetRequiredKeyedService<ISchedulerFactory>(JobsServiceCollectionExtensions.SchedulerName).GetScheduler();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
