using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Benchmarks.Umgebung;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Benchmarks.Last;

/// <summary>The engine on the service's unit of work: an event resumes an instance; state, bookmark, journal and one task are written.</summary>
internal sealed class Ereignislast : ILast
{
    private readonly ServiceProvider _services;
    private readonly IUnitOfWorkFactory _uows;
    private readonly WorkflowEngine _engine;
    private readonly int _instances;
    private readonly string _prefix;
    private readonly int[] _turn = new int[4096];

    private Ereignislast(ServiceProvider services, int instances, string prefix)
    {
        _services = services;
        _uows = services.GetRequiredService<IUnitOfWorkFactory>();
        var catalog = new InMemoryDefinitionCatalog();
        catalog.Publish(Prozesse.Ereignis);
        _engine = new(catalog, new ActivityRegistry([.. BuiltInActivities.All, new AufgabeAnlegen()]), TimeProvider.System);
        _instances = instances;
        _prefix = prefix;
    }

    /// <param name="prefix">Of the correlation ids; loads on the same database that share it share the instances, too.</param>
    public static async Task<Ereignislast> CreateAsync(Datenbank datenbank, PersistenceOptions options, int instances, string prefix, bool seed)
    {
        var last = new Ereignislast(datenbank.Provide(options), instances, prefix);
        if (seed)
        {
            await last.SeedAsync();
            // As a database that is in use has done by itself; without, PostgreSQL plans for empty tables.
            await using var connection = await datenbank.OpenAsync();
            await connection.ExecuteAsync("ANALYZE");
        }

        return last;
    }

    public async Task CallAsync(int caller)
    {
        // Callers never meet on an instance: conflicts are for the tests.
        var mine = caller * 64 % _instances + _turn[caller]++ % 64;
        await using var uow = _uows.Begin();
        var reached = await _engine.PublishAsync(new(uow.Engine, uow), new("Ereignis", $"{_prefix}{mine}", Payload: new JsonObject { ["wert"] = 1 }));
        if (reached != 1)
            throw new InvalidOperationException($"The event reached {reached} instances of '{_prefix}{mine}'.");
        await uow.CommitAsync();
    }

    public Task<Handarbeit> ByHandAsync(Datenbank datenbank, int connections) => Handarbeit.PrepareAsync(
        datenbank, connections, new Zeilen(Instanzen: 1, LesezeichenWeg: 1, LesezeichenNeu: 1, AufgabenNeu: 1), CallAsync);

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private async Task SeedAsync()
    {
        foreach (var chunk in Enumerable.Range(0, _instances).Chunk(200))
        {
            await using var uow = _uows.Begin();
            foreach (var i in chunk)
                await _engine.StartAsync(new(uow.Engine, uow), "ereignis", $"{_prefix}{i}");
            await uow.CommitAsync();
        }
    }
}
