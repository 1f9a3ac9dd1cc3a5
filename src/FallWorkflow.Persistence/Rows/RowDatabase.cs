using System.Collections.Concurrent;
using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Rows;

/// <summary>
/// Connections that stay open, with what was prepared on them. EF would open, set up and close one for each query,
/// which costs more than the query.
/// </summary>
internal sealed class RowDatabase(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard, DatabaseDialect dialect) : IAsyncDisposable
{
    /// <summary>More than this many are used at once only for moments; the others are closed again.</summary>
    private const int HoechstensUnbenutzt = 16;

    private readonly ConcurrentBag<RowConnection> _idle = [];
    private readonly Lazy<RowModel> _model = new(() =>
    {
        using var context = contexts.CreateDbContext();
        return new RowModel(context, dialect);
    });

    private volatile bool _disposed;

    public RowModel Model => _model.Value;

    /// <summary>Lends a connection. One on which something failed is not lent again.</summary>
    /// <exception cref="ConflictException"/>
    /// <exception cref="StoreUnavailableException"/>
    public Task<T> UseAsync<T>(Func<RowConnection, Task<T>> use, CancellationToken cancellation) => guard.RunAsync(async () =>
    {
        if (!_idle.TryTake(out var connection))
            connection = await OpenAsync(cancellation);
        try
        {
            var result = await use(connection);
            await ReturnAsync(connection);
            return result;
        }
        catch (Exception e)
        {
            await connection.DisposeAsync();
            if (guard.IsUnavailable(e))
                await CloseIdleAsync();
            throw;
        }
    });

    public Task<RowConnection> OpenAsync(CancellationToken cancellation) => RowConnection.OpenAsync(contexts.CreateDbContext(), dialect, cancellation);

    /// <summary>The one that writes all commits, where there is one.</summary>
    public async Task<RowConnection> OpenWriterAsync()
    {
        var connection = await OpenAsync(default);
        if (dialect.WriterSql is not { } sql)
            return connection;
        await using var command = connection.Connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await CloseIdleAsync();
    }

    private async ValueTask ReturnAsync(RowConnection connection)
    {
        if (_disposed || _idle.Count >= HoechstensUnbenutzt)
            await connection.DisposeAsync();
        else
            _idle.Add(connection);
    }

    /// <summary>A server that went away took its other connections with it.</summary>
    private async ValueTask CloseIdleAsync()
    {
        while (_idle.TryTake(out var connection))
            await connection.DisposeAsync();
    }
}
