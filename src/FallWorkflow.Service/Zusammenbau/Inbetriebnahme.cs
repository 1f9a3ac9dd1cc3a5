using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.Service.Zeitgeber;

namespace FallWorkflow.Service.Zusammenbau;

/// <summary>What has to be true before anything runs: the schema, what the database is for, the clock, the processes.</summary>
internal static class Inbetriebnahme
{
    /// <exception cref="StartfehlerException">Something of it is not, with what to do.</exception>
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var einstellungen = services.GetRequiredService<Einstellungen>();
        try
        {
            await PrepareDatabaseAsync(services, einstellungen, cancellation);
            await services.GetRequiredService<Uhrenabgleich>().SyncAsync(cancellation);
            await new Ersteinrichtung(services.GetRequiredService<IStammdaten>(), einstellungen).RunAsync(cancellation);
            await PrepareClockAsync(services, einstellungen, cancellation);
            await PrepareProzesseAsync(services, einstellungen, cancellation);
        }
        catch (SchemaMismatchException e)
        {
            throw new StartfehlerException(Texte.Of(e.IsNewer ? "Start.SchemaNeuer" : "Start.SchemaAelter", string.Join(", ", e.Migrations)), e);
        }
        catch (StoreUnavailableException e)
        {
            throw new StartfehlerException(Texte.Of("Start.Datenbank", einstellungen.Provider), e);
        }
        catch (DefinitionUngueltigException e)
        {
            throw new StartfehlerException(e.Message + string.Concat(e.Probleme.Select(p => $"{Environment.NewLine}  {p}")), e);
        }
    }

    /// <summary>For verbs that work on a database as it is.</summary>
    /// <exception cref="StartfehlerException">The schema is another program's, or the database cannot be reached.</exception>
    public static async Task RequireSchemaAsync(IServiceProvider services, CancellationToken cancellation)
    {
        try
        {
            await services.GetRequiredService<DatabaseMigrator>().EnsureSchemaIsCurrentAsync(cancellation);
        }
        catch (SchemaMismatchException e)
        {
            throw new StartfehlerException(Texte.Of("Start.Schema", e.Message), e);
        }
        catch (StoreUnavailableException e)
        {
            throw new StartfehlerException(Texte.Of("Start.Datenbank", services.GetRequiredService<Einstellungen>().Provider), e);
        }
    }

    private static async Task PrepareDatabaseAsync(IServiceProvider services, Einstellungen einstellungen, CancellationToken cancellation)
    {
        var migrator = services.GetRequiredService<DatabaseMigrator>();
        if (einstellungen.Migrieren)
            await migrator.MigrateAsync(cancellation);
        else
            await migrator.EnsureSchemaIsCurrentAsync(cancellation);

        // Before anybody asks: a list must not leave out whom it has not got to yet.
        await services.GetRequiredService<Listenaufbau>().RunAsync(cancellation);

        var zustand = services.GetRequiredService<ISystemzustand>();
        var vorhanden = await zustand.FindAsync(cancellation)
            ?? await zustand.CreateAsync(einstellungen.Art ?? Systemart.Produktiv, TimeProvider.System.GetUtcNow(), cancellation);
        if (einstellungen.Art is { } art && art != vorhanden.Art)
            throw new StartfehlerException(Texte.Of("Start.AndereArt", vorhanden.Art, art));
        if (einstellungen.Testuhr && vorhanden.Art == Systemart.Produktiv)
            throw new StartfehlerException(Texte.Of("Start.TestuhrVerweigert"));
        if (einstellungen.Verstellung is not null && vorhanden.Art == Systemart.Produktiv)
            throw new StartfehlerException(Texte.Of("Start.VerstellungVerweigert"));
        if (!einstellungen.Testuhr && vorhanden.TestClock is not null)
            throw new StartfehlerException(Texte.Of("Start.TestuhrNoetig"));
    }

    private static async Task PrepareClockAsync(IServiceProvider services, Einstellungen einstellungen, CancellationToken cancellation)
    {
        if (!einstellungen.Testuhr)
            return;
        var zustand = await services.GetRequiredService<ISystemzustand>().FindAsync(cancellation);
        if (zustand?.TestClock is null)
            await services.GetRequiredService<Testuhr>().SetAsync(einstellungen.TestuhrAb ?? TimeProvider.System.GetUtcNow(), cancellation);
    }

    private static async Task PrepareProzesseAsync(IServiceProvider services, Einstellungen einstellungen, CancellationToken cancellation)
    {
        var verzeichnis = services.GetRequiredService<Prozessverzeichnis>();
        var vorhanden = await verzeichnis.LoadAsync(cancellation);
        await verzeichnis.EnsureTriggersAsync(cancellation);
        if (vorhanden && !einstellungen.Veroeffentlichen)
            return;
        if (einstellungen.Prozessordner.Length == 0)
            throw new StartfehlerException(Texte.Of("Start.KeineProzesse"));
        await services.GetRequiredService<Dateiabgleich>().RunAsync(einstellungen.Prozessordner, cancellation);
    }
}
