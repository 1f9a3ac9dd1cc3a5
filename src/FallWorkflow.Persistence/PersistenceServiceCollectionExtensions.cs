using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Persistence.Commits;
using FallWorkflow.Persistence.Queues;
using FallWorkflow.Persistence.Rows;
using FallWorkflow.Persistence.Stores;
using FallWorkflow.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Persistence;

public static class PersistenceServiceCollectionExtensions
{
    /// <summary>
    /// Registers the unit of work and all stores, as singletons that open a short-lived context for each call.
    /// <see cref="IFaultPoints"/> is taken if it is registered.
    /// </summary>
    public static IServiceCollection AddFallWorkflowPersistence(
        this IServiceCollection services, DatabaseDialect dialect, string connectionString, PersistenceOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        services.AddDbContextFactory<FallWorkflowDbContext>(options => dialect.Configure(options, connectionString));
        services.AddSingleton(dialect);
        services.AddSingleton(options ?? new());
        services.AddSingleton(new StoreGuard(dialect));
        services.AddSingleton(p => new DatabaseMigrator(p.GetRequiredService<IDbContextFactory<FallWorkflowDbContext>>(), p.GetRequiredService<StoreGuard>()));
        services.AddSingleton(p => new Listenaufbau(p.GetRequiredService<IDbContextFactory<FallWorkflowDbContext>>(), p.GetRequiredService<StoreGuard>()));
        services.AddSingleton<Nummernkreis>();
        services.AddSingleton(p => new RowDatabase(
            p.GetRequiredService<IDbContextFactory<FallWorkflowDbContext>>(), p.GetRequiredService<StoreGuard>(), dialect));
        services.AddSingleton(p => new CommitQueue(
            p.GetRequiredService<RowDatabase>(), p.GetRequiredService<StoreGuard>(), dialect, p.GetRequiredService<PersistenceOptions>(), p.GetService<IFaultPoints>()));
        services.AddSingleton<IUnitOfWorkFactory, UnitOfWorkFactory>();
        services.AddSingleton<ITimerQueue, TimerQueue>();
        services.AddSingleton<IZeitausloeser, ZeitausloeserQueue>();
        services.AddSingleton<IHttpAufrufe, HttpAufrufQueue>();
        services.AddSingleton<IDatenbankzeit, Datenbankzeit>();
        services.AddSingleton<IZeitgeberbestand, ZeitgeberbestandStore>();
        services.AddSingleton<IOutbox, Outbox>();
        services.AddSingleton<IInbox, Inbox>();
        services.AddSingleton<IErinnerungen, ErinnerungQueue>();
        services.AddSingleton<ITagesaufgaben, TagesaufgabenStore>();
        services.AddSingleton<IStammdaten, StammdatenStore>();
        services.AddSingleton<INetzwerke, NetzwerkStore>();
        services.AddSingleton<IProzessinstanzen, ProzessinstanzStore>();
        services.AddSingleton<IProzessversionen, ProzessversionStore>();
        services.AddSingleton<IProzessentwuerfe, ProzessentwurfStore>();
        services.AddSingleton<IWechselauftraege, WechselStore>();
        services.AddSingleton<ISystemzustand, SystemzustandStore>();
        services.AddSingleton<IZugriffsprotokoll, ZugriffsprotokollStore>();
        services.AddSingleton<IIdempotenz, IdempotenzStore>();
        services.AddSingleton<IPostausgang, PostausgangStore>();
        services.AddSingleton<ITermine, TermineStore>();
        services.AddSingleton<IAbfragen, Abfragen.Abfragen>();
        services.AddSingleton<IAuswertungsquelle, Abfragen.Auswertungsquelle>();
        services.AddSingleton<IBefragungen, BefragungenStore>();
        services.AddSingleton<IDokumente, DokumenteStore>();
        services.AddSingleton<IFallauskunft, FallauskunftStore>();
        services.AddSingleton<ILoeschungen, LoeschungStore>();
        services.AddSingleton<IUebernahme, UebernahmeStore>();
        return services;
    }
}
