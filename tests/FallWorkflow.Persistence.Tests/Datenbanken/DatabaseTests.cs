using FallWorkflow.Application.Ports;

namespace FallWorkflow.Persistence.Tests.Datenbanken;

/// <summary>Tests that hold on every database; each gets an empty one.</summary>
public abstract class DatabaseTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    /// <summary>A Tuesday, 09:30 in Berlin.</summary>
    protected static readonly DateTimeOffset Jetzt = new(2027, 3, 2, 8, 30, 0, TimeSpan.Zero);

    protected static readonly DateOnly Heute = new(2027, 3, 2);

    protected TestDatabase Database { get; } = new TDatabase();

    public virtual Task InitializeAsync() => Database.CreateAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();

    /// <summary>One unit of work from begin to commit.</summary>
    protected async Task InUnitOfWorkAsync(Func<IUnitOfWork, Task> work)
    {
        await using var uow = Database.Begin();
        await work(uow);
        await uow.CommitAsync();
    }

    protected Task InUnitOfWorkAsync(Action<IUnitOfWork> work) => InUnitOfWorkAsync(uow =>
    {
        work(uow);
        return Task.CompletedTask;
    });
}
