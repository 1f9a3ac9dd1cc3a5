using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class Datenbankzeit(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard, DatabaseDialect dialect) : IDatenbankzeit
{
    public Task<DateTimeOffset?> NowAsync(CancellationToken cancellation = default) => guard.RunAsync<DateTimeOffset?>(async () =>
    {
        if (dialect.ClockSql is null)
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = dialect.ClockSql;
        return await command.ExecuteScalarAsync(cancellation) is DateTime utc ? new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)) : null;
    });
}
