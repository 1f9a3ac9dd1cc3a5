using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Tests;
using FallWorkflow.Persistence.Tests.Datenbanken;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Tests;

/// <summary>The engine's contract of a store. On SQL Server the other suites stand for it: plain facts cannot be skipped.</summary>
public abstract class WhenTheEngineUsesTheDatabase<TDatabase> : EngineStoreContract, IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();

    public Task InitializeAsync() => _database.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    protected override async Task CommitAsync(Func<IEngineStore, Task> work)
    {
        await using var uow = _database.Begin();
        await work(uow.Engine);
        await uow.CommitAsync();
    }

    protected override async Task AbandonAsync(Func<IEngineStore, Task> work)
    {
        await using var uow = _database.Begin();
        await work(uow.Engine);
    }

    protected override async Task<IReadOnlyList<JournalEntry>> JournalAsync(string instanceId)
    {
        await using var context = _database.Context();
        return await context.Set<JournalEntry>().Where(j => j.InstanceId == instanceId).OrderBy(j => j.Sequence).ToListAsync();
    }
}

public sealed class WhenTheEngineUsesTheDatabaseOnSqlite : WhenTheEngineUsesTheDatabase<OnSqlite>;

public sealed class WhenTheEngineUsesTheDatabaseOnPostgreSql : WhenTheEngineUsesTheDatabase<OnPostgreSql>;
