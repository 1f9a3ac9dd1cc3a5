using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Netzwerke;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Termine;
using FallWorkflow.Jobs.Planung;
using FallWorkflow.Jobs.Post;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace FallWorkflow.Jobs;

/// <summary>Registers the jobs.</summary>
public static class JobsServiceCollectionExtensions
{
    /// <summary>Name of the scheduler, and key of its <c>ISchedulerFactory</c> in the container.</summary>
    public const string SchedulerName = "FallWorkflow";

    /// <summary>
    /// Adds <see cref="ErinnerungsLauf"/>, the mailer, and the scheduler that wakes it. Needs the persistence; the registered
    /// <see cref="TimeProvider"/> is the process clock.
    /// </summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static IServiceCollection AddFallWorkflowJobs(this IServiceCollection services, JobsOptions options)
    {
        services.AddErinnerungsLauf(options);
        // Twice the way to the next comparison: one may come late without a reminder coming late.
        services.AddSingleton(p => new Triggerplan(
            p.GetRequiredService<IErinnerungen>(), p.GetRequiredService<TimeProvider>(), options.Echtzeit, 2 * options.Abgleich));
        services.AddSingleton<Erinnerungssignal>();
        services.AddSingleton<IErinnerungssignal>(p => p.GetRequiredService<Erinnerungssignal>());
        // Named, so that what Quartz registers stays its own: an unnamed scheduler's clock would become everybody's TimeProvider.
        services.AddQuartz(SchedulerName, quartz => Configure(quartz, options));
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<Erinnerungssignal>());
        return services;
    }

    /// <summary>Adds <see cref="ErinnerungsLauf"/> and the mailer only, for programs that run it themselves and need no scheduler.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static IServiceCollection AddErinnerungsLauf(this IServiceCollection services, JobsOptions options)
    {
        options.Validate();
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new Erinnerungsoptionen(options.BasisUrl));
        if (options.Smtp is { } smtp)
            services.TryAddSingleton<IMailer>(new SmtpMailer(smtp, options.Echtzeit));
        else
            services.TryAddSingleton<IMailer, PostausgangMailer>();
        services.AddSingleton<Zustellung>();
        services.AddSingleton<Tagesuebersicht>();
        services.AddSingleton<Netzwerkerinnerung>();
        services.AddSingleton<Terminerinnerung>();
        services.AddSingleton<Terminpost>();
        services.AddSingleton(p => new ErinnerungsLauf(
            p.GetRequiredService<IErinnerungen>(), p.GetRequiredService<Zustellung>(), p.GetRequiredService<Tagesuebersicht>(), p.GetRequiredService<Netzwerkerinnerung>(),
            p.GetRequiredService<Terminerinnerung>(), p.GetRequiredService<TimeProvider>(), options.Echtzeit));
        return services;
    }

    private static void Configure(IQuartzBuilder quartz, JobsOptions options)
    {
        // Otherwise Quartz would take the process clock from the container, which may stand still or jump by weeks.
        quartz.UseTimeProvider(options.Echtzeit);
        quartz.UseDefaultThreadPool(4);
        quartz.UsePersistentStore(store =>
        {
            UseDatabase(store, options);
            if (options.CreateSchema)
                store.ProvisionSchema();
        });

        quartz.AddJob<ErinnerungZustellen>(job => job.WithIdentity(ErinnerungZustellen.Key).StoreDurably());
        AddDaily<TagesuebersichtSchreiben>(quartz, TagesuebersichtSchreiben.Key, TagesuebersichtSchreiben.Cron, CronTriggerMisfireInstruction.FireAndProceed);
        AddDaily<Konzeptbeginn>(quartz, Konzeptbeginn.Key, Konzeptbeginn.Cron, CronTriggerMisfireInstruction.FireAndProceed);
        AddDaily<Aufraeumen>(quartz, Aufraeumen.Key, Aufraeumen.Cron, CronTriggerMisfireInstruction.FireAndProceed);
        AddDaily<ProzesseNachholen>(quartz, ProzesseNachholen.Key, ProzesseNachholen.Cron, CronTriggerMisfireInstruction.FireAndProceed);
        quartz.AddJob<Abgleich>(job => job.WithIdentity(Abgleich.Key).StoreDurably());
        quartz.AddTrigger<Abgleich>(trigger => trigger
            .WithIdentity(nameof(Abgleich))
            .ForJob(Abgleich.Key)
            .StartAt(options.Echtzeit.GetUtcNow() + options.Abgleich)
            .WithSimpleSchedule(simple => simple.WithInterval(options.Abgleich).RepeatForever()));
        quartz.RunAtStartup(Abgleich.Key);
        AddDaily<ZeitgeberPruefen>(quartz, ZeitgeberPruefen.Key, ZeitgeberPruefen.Cron, CronTriggerMisfireInstruction.DoNothing);
    }

    /// <summary>By the clock of the place; what a standing service missed is made up for as <paramref name="verpasst"/> says.</summary>
    private static void AddDaily<TJob>(IQuartzBuilder quartz, JobKey key, string cron, CronTriggerMisfireInstruction verpasst)
        where TJob : class, IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(key).StoreDurably());
        quartz.AddTrigger<TJob>(trigger => trigger
            .WithIdentity(key.Name)
            .ForJob(key)
            .WithCronSchedule(cron, schedule => schedule
                .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"))
                .WithMisfireInstruction(verpasst)));
    }

    private static void UseDatabase(IPersistentStoreBuilder store, JobsOptions options)
    {
        switch (options.Provider)
        {
            case Datenbanken.PostgreSql:
                store.UsePostgres(Quartzverbindung.WithoutStandstill(options.ConnectionString));
                store.UseClustering(_ => { });
                break;
            case Datenbanken.SqlServer:
                store.UseSqlServer(options.ConnectionString);
                store.UseClustering(_ => { });
                break;
            default:
                // SQLite has one writer and one node.
                store.UseSqlite(options.ConnectionString);
                break;
        }
    }
}
