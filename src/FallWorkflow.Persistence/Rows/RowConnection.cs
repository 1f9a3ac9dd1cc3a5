using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Rows;

/// <summary>An open connection with its prepared commands; for one user at a time.</summary>
internal sealed class RowConnection : IAsyncDisposable
{
    private readonly FallWorkflowDbContext _context;
    private readonly DatabaseDialect _dialect;
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    private RowConnection(FallWorkflowDbContext context, DatabaseDialect dialect)
    {
        _context = context;
        _dialect = dialect;
        Connection = context.Database.GetDbConnection();
    }

    public DbConnection Connection { get; }

    /// <summary>Opened by EF, so that a connection's settings are made in one place.</summary>
    public static async Task<RowConnection> OpenAsync(FallWorkflowDbContext context, DatabaseDialect dialect, CancellationToken cancellation)
    {
        try
        {
            await context.Database.OpenConnectionAsync(cancellation);
            return new(context, dialect);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    public async Task<List<(T Entity, long Order)>> ReadAsync<T>(RowQuery<T> query, object?[] values, CancellationToken cancellation)
        where T : class
    {
        var command = Command(query.Statement, null);
        Bind(command, query.Statement, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<(T, long)>();
        while (await reader.ReadAsync(cancellation))
            rows.Add((query.Map.Read(reader), query.Map.Order < 0 ? 0 : reader.GetInt64(query.Map.Order)));
        return rows;
    }

    public async Task<object?> ScalarAsync(RowStatement statement, object?[] values, DbTransaction transaction, CancellationToken cancellation)
    {
        var command = Command(statement, transaction);
        Bind(command, statement, values);
        return await command.ExecuteScalarAsync(cancellation) is { } value and not DBNull ? value : null;
    }

    /// <summary>Executes one change after the other.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A row is not there any more, or not in this version.</exception>
    public async Task ExecuteAsync(IReadOnlyList<RowChange> changes, DbTransaction transaction, CancellationToken cancellation)
    {
        if (_dialect.SendsBatches && changes.Count > 1)
        {
            await ExecuteBatchAsync(changes, transaction, cancellation);
            return;
        }

        foreach (var change in changes)
        {
            var command = Command(change.Statement, transaction);
            for (var i = 0; i < change.Values.Length; i++)
                command.Parameters[i].Value = change.Values[i];
            Require(await command.ExecuteNonQueryAsync(cancellation), change);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
            await command.DisposeAsync();
        await _context.DisposeAsync();
    }

    /// <summary>All changes in one round trip.</summary>
    private async Task ExecuteBatchAsync(IReadOnlyList<RowChange> changes, DbTransaction transaction, CancellationToken cancellation)
    {
        await using var batch = Connection.CreateBatch();
        batch.Transaction = transaction;
        var template = Connection.CreateCommand();
        foreach (var change in changes)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = change.Statement.Sql;
            for (var i = 0; i < change.Values.Length; i++)
            {
                var parameter = change.Statement.Parameters[i].CreateParameter(template, _dialect.ParameterName(i));
                parameter.Value = change.Values[i];
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
        for (var i = 0; i < changes.Count; i++)
            Require(batch.BatchCommands[i].RecordsAffected, changes[i]);
    }

    private static void Require(int affected, RowChange change)
    {
        if (affected != 1)
            throw new DbUpdateConcurrencyException($"{change.Map.Name}: {affected} rows instead of one; somebody else has changed or removed it.");
    }

    private static void Bind(DbCommand command, RowStatement statement, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = statement.Parameters[i].ToProvider(values[i]);
    }

    private DbCommand Command(RowStatement statement, DbTransaction? transaction)
    {
        if (!_commands.TryGetValue(statement.Sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = statement.Sql;
            command.Transaction = transaction;
            for (var i = 0; i < statement.Parameters.Count; i++)
                command.Parameters.Add(statement.Parameters[i].CreateParameter(command, _dialect.ParameterName(i)));
            if (_dialect.Prepares)
                command.Prepare();
            _commands.Add(statement.Sql, command);
        }

        command.Transaction = transaction;
        return command;
    }
}
