using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Stoerungen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Jobs;
using FallWorkflow.Messaging;
using FallWorkflow.Persistence;
using FallWorkflow.Service.Api;
using FallWorkflow.Service.Aufrufe;
using FallWorkflow.Service.Fachkonzepte;
using FallWorkflow.Service.Fehlerpunkte;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.Service.Zeitgeber;

namespace FallWorkflow.Service.Zusammenbau;

/// <summary>What is put together from which parts; one method per concern, shared by <c>serve</c>, <c>demo</c> and the tests.</summary>
internal static class Dienste
{
    public static IServiceCollection AddEinstellungen(this IServiceCollection services, Einstellungen einstellungen) =>
        services.AddSingleton(einstellungen);

    public static IServiceCollection AddDatenbank(this IServiceCollection services, Einstellungen einstellungen)
    {
        services.AddSingleton<IFaultPoints>(FaultPointsFromEnvironment.Create());
        return services.AddFallWorkflowPersistence(DialectOf(einstellungen.Provider), einstellungen.Verbindung);
    }

    public static IServiceCollection AddUhr(this IServiceCollection services, Einstellungen einstellungen)
    {
        services.AddKeyedSingleton(Uhren.Echt, TimeProvider.System);
        if (!einstellungen.Testuhr)
            return services.AddSingleton(TimeProvider.System);
        services.AddSingleton(s => new Testuhr(s.GetRequiredService<ISystemzustand>(), TimeProvider.System));
        services.AddSingleton<TimeProvider>(s => s.GetRequiredService<Testuhr>());
        services.AddSingleton<Testuhrziele>();
        return services.AddSingleton<Testuhrlauf>();
    }

    public static IServiceCollection AddProzesse(this IServiceCollection services)
    {
        services.AddSingleton<Prozesskatalog>();
        services.AddSingleton<IDefinitionCatalog>(s => s.GetRequiredService<Prozesskatalog>());
        services.AddSingleton<Prozesspruefung>();
        services.AddSingleton<Prozessverzeichnis>();
        services.AddHostedService<Prozessabgleich>();
        return services.AddSingleton(s => Prozessmaschine.Create(s.GetRequiredService<IDefinitionCatalog>(), s.GetRequiredService<TimeProvider>()));
    }

    public static IServiceCollection AddAnwendung(this IServiceCollection services)
    {
        services.AddSingleton<FallService>();
        services.AddSingleton<ITraegerEingang, TraegerEingang>();
        services.AddSingleton<Lesezugriff>();
        services.AddSingleton<Stoerungsdienst>();
        services.AddSingleton<Konzeptverwaltung>();
        services.AddSingleton<FreieProzesse>();
        services.AddSingleton<Ausloeserlauf>();
        return services.AddSingleton<Zeitgeberlauf>();
    }

    /// <summary>
    /// Outbox relay and partner intake, and the bell that every commit rings. A node without the role worker leaves the
    /// messages to the others.
    /// </summary>
    public static IServiceCollection AddNachrichten(this IServiceCollection services, Einstellungen einstellungen)
    {
        if (einstellungen.IstWorker)
        {
            var bestaetigung = einstellungen.NachrichtenLease / 3;
            services.AddFallWorkflowMessaging(new MessagingOptions
            {
                RabbitMqUri = einstellungen.RabbitMq,
                Lease = einstellungen.NachrichtenLease,
                SendTimeout = bestaetigung < TimeSpan.FromSeconds(10) ? bestaetigung : TimeSpan.FromSeconds(10),
            });
        }

        // The relay's bell and the timer worker's are one for those who ring.
        var relay = services.LastOrDefault(d => d.ServiceType == typeof(IOutboxSignal));
        if (relay is not null)
            services.Remove(relay);
        services.AddKeyedSingleton(AufrufWorker.Glocke, (s, _) => new Zeitsignal(relay?.ImplementationFactory?.Invoke(s) as IOutboxSignal));
        services.AddSingleton(s => new Zeitsignal(s.GetRequiredKeyedService<Zeitsignal>(AufrufWorker.Glocke)));
        return services.AddSingleton<IOutboxSignal>(s => s.GetRequiredService<Zeitsignal>());
    }

    /// <summary>Reminders, digests and mail; only where work is done. Who moves a test clock runs what is due in person, worker or not.</summary>
    public static IServiceCollection AddAuftraege(this IServiceCollection services, Einstellungen einstellungen)
    {
        var optionen = new JobsOptions
        {
            Provider = einstellungen.Provider,
            ConnectionString = einstellungen.Verbindung,
            CreateSchema = einstellungen.Migrieren,
            BasisUrl = einstellungen.BasisUrl,
            Smtp = einstellungen.Smtp,
            Eingangsfrist = einstellungen.Eingangsfrist,
        };
        if (einstellungen.IstWorker)
            return services.AddFallWorkflowJobs(optionen);
        return einstellungen.Testuhr ? services.AddErinnerungsLauf(optionen) : services;
    }

    public static IServiceCollection AddWorker(this IServiceCollection services, Einstellungen einstellungen) =>
        !einstellungen.IstWorker
            ? services
            : services.AddHostedService<TimerWorker>().AddHostedService<AusloeserWorker>()
                .AddSingleton<Aufrufsender>().AddHostedService<AufrufWorker>();

    private static DatabaseDialect DialectOf(string provider) => provider switch
    {
        "PostgreSql" => new PostgreSqlDialect(),
        "SqlServer" => new SqlServerDialect(),
        _ => new SqliteDialect(),
    };
}
