using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Application.Befragungen;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Netzwerke;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Simulation.Laeufe;
using FallWorkflow.Application.Stoerungen;
using FallWorkflow.Application.Termine;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Application.Zeitgeber;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Jobs;
using FallWorkflow.Messaging;
using FallWorkflow.Persistence;
using FallWorkflow.Service.Api;
using FallWorkflow.Service.Aufrufe;
using FallWorkflow.Service.Dokumente;
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
        return services.AddFallWorkflowPersistence(
            DialectOf(einstellungen.Provider), einstellungen.Verbindung, new PersistenceOptions { LargestGroup = einstellungen.Commitgruppe });
    }

    public static IServiceCollection AddUhr(this IServiceCollection services, Einstellungen einstellungen)
    {
        TimeProvider knoten = einstellungen.Verstellung is { } verstellung ? new VerstellteUhr(verstellung, TimeProvider.System) : TimeProvider.System;
        var echt = new Datenbankuhr(knoten);
        services.AddSingleton(echt);
        services.AddKeyedSingleton<TimeProvider>(Uhren.Echt, echt);
        services.AddSingleton<Uhrenabgleich>();
        services.AddHostedService(s => s.GetRequiredService<Uhrenabgleich>());
        if (!einstellungen.Testuhr)
            return services.AddSingleton<TimeProvider>(echt);
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
        services.AddSingleton<Dateiabgleich>();
        services.AddHostedService<Prozessabgleich>();
        services.AddSingleton<ISzenarien, Szenariodateien>();
        services.AddSingleton(s => new Simulationslaeufe(
            s.GetRequiredService<IProzessentwuerfe>(), s.GetRequiredService<IProzessversionen>(), s.GetRequiredService<IDefinitionCatalog>(),
            s.GetRequiredService<ISzenarien>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredKeyedService<TimeProvider>(Uhren.Echt)));
        return services.AddSingleton(s => Prozessmaschine.Create(s.GetRequiredService<IDefinitionCatalog>(), s.GetRequiredService<TimeProvider>()));
    }

    public static IServiceCollection AddAnwendung(this IServiceCollection services, Einstellungen einstellungen)
    {
        if (einstellungen.ClamAv is not null)
            services.AddSingleton<ISchadsoftwarepruefung, ClamAv>();
        services.AddSingleton<FallService>();
        services.AddSingleton(einstellungen.Dokumentgrenzen);
        services.AddSingleton(einstellungen.Uebernahmegrenzen);
        services.AddSingleton<ICsvleser, Uebernahmen.Csvleser>();
        services.AddSingleton<Application.Falluebernahmen.Falluebernahme>();
        services.AddSingleton<ITraegerEingang, TraegerEingang>();
        services.AddSingleton<Lesezugriff>();
        services.AddSingleton<Stoerungsdienst>();
        services.AddSingleton<Versionswechsel>();
        services.AddSingleton<Wechsellauf>();
        services.AddSingleton<Belegungsdienst>();
        services.AddSingleton(s => new Wechseldienst(
            s.GetRequiredService<IWechselauftraege>(), s.GetRequiredService<Versionswechsel>(), s.GetRequiredService<Wechsellauf>(),
            s.GetRequiredService<IProzessinstanzen>(), s.GetRequiredService<IStammdaten>(), s.GetRequiredKeyedService<TimeProvider>(Uhren.Echt).GetUtcNow));
        services.AddSingleton<Konzeptverwaltung>();
        services.AddSingleton<Konzeptwechsel>();
        services.AddSingleton<Prozessnachholung>();
        services.AddSingleton<Netzwerkdienst>();
        services.AddSingleton<Auswertungsdienst>();
        services.AddSingleton<Tabellendienst>();
        services.AddSingleton<Befragungsdienst>();
        services.AddSingleton<Terminkalender>();
        services.AddSingleton<Terminleser>();
        services.AddSingleton(s => (ITimerRepair)s.GetRequiredService<IWorkflowEngine>());
        services.AddSingleton<Zeitgeberpruefung>();
        services.AddSingleton(new Vordergrund(TimeProvider.System));
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
                Echtzeit = EchteUhr(services),
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
            Echtzeit = EchteUhr(services),
            Eingangsfrist = einstellungen.Eingangsfrist,
        };
        if (einstellungen.IstWorker)
            return services.AddFallWorkflowJobs(optionen);
        return einstellungen.Testuhr ? services.AddErinnerungsLauf(optionen) : services;
    }

    public static IServiceCollection AddWorker(this IServiceCollection services, Einstellungen einstellungen) =>
        !einstellungen.IstWorker
            ? services
            : services.AddHostedService<TimerWorker>().AddHostedService<AusloeserWorker>().AddHostedService<WechselWorker>()
                .AddSingleton<Aufrufsender>().AddHostedService<AufrufWorker>();

    /// <summary>Leases, claims and triggers of all parts go by one clock.</summary>
    private static Datenbankuhr EchteUhr(IServiceCollection services) =>
        (Datenbankuhr)services.Single(d => d.ServiceType == typeof(Datenbankuhr)).ImplementationInstance!;

    private static DatabaseDialect DialectOf(string provider) => provider switch
    {
        "PostgreSql" => new PostgreSqlDialect(),
        "SqlServer" => new SqlServerDialect(),
        _ => new SqliteDialect(),
    };
}
