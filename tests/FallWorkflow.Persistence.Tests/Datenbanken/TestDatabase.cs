using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Persistence.Tests.Datenbanken;

/// <summary>A fresh, migrated database of one kind for one test.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private ServiceProvider? _services;

    internal abstract DatabaseDialect Dialect { get; }

    public string ConnectionString { get; private set; } = "";

    public IServiceProvider Services => _services ?? throw new InvalidOperationException("Not created.");

    public async Task CreateAsync(Action<IServiceCollection>? configure = null)
    {
        ConnectionString = await CreateDatabaseAsync();
        _services = Provide(ConnectionString, configure);
    }

    /// <summary>Another process' view of the same database.</summary>
    public ServiceProvider Provide(string connectionString, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddFallWorkflowPersistence(Dialect, connectionString);
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public IUnitOfWork Begin() => Get<IUnitOfWorkFactory>().Begin();

    internal FallWorkflowDbContext Context() => Get<IDbContextFactory<FallWorkflowDbContext>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await DropDatabaseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<string> CreateDatabaseAsync();

    protected abstract Task DropDatabaseAsync();

    protected async Task MigrateAsync(string connectionString)
    {
        await using var services = Provide(connectionString);
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync();
    }
}
