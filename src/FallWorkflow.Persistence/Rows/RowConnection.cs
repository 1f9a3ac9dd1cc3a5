using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Rows;

/// <summary>An open connection with its prepared commands; for one user at a time.</summary>
internal sealed class RowConnection : IAsyncDisposable
{
    private readonly FallWorkflowDbContext _context;
    private readonly DatabaseDialect _dialect;
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DbBatch> _batches = new(StringComparer.Ordinal);

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
        return await RowsAsync(query.Map, reader, cancellation);
    }

    /// <summary>What two queries find that take the same values, in one round trip.</summary>
    public async Task<(List<(T1 Entity, long Order)>, List<(T2 Entity, long Order)>)> ReadAsync<T1, T2>(
        RowQuery<T1> first, RowQuery<T2> second, object?[] values, CancellationToken cancellation)
        where T1 : class
        where T2 : class
    {
        var provided = values.Select((v, i) => first.Statement.Parameters[i].ToProvider(v)).ToArray();
        var batch = Batch([new(first.Statement, first.Statement.Sql, provided), new(second.Statement, second.Statement.Sql, provided)]);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var rows = await RowsAsync(first.Map, reader, cancellation);
        await reader.NextResultAsync(cancellation);
        return (rows, await RowsAsync(second.Map, reader, cancellation));
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

    /// <summary>
    /// Everything in a transaction of its own, which begins and ends within one round trip; rows of the same kind of change share a statement.
    /// </summary>
    /// <exception cref="DbException">A row is not there any more, not in this version, or there already: nothing is changed.</exception>
    public Task CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        Batch(RowCommand.Of(changes)).ExecuteNonQueryAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var batch in _batches.Values)
            await batch.DisposeAsync();
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

    private DbBatch Batch(IReadOnlyList<RowCommand> commands)
    {
        var form = string.Create(commands.Count * 2, commands, static (name, commands) =>
        {
            for (var i = 0; i < commands.Count; i++)
                (name[2 * i], name[(2 * i) + 1]) = (commands[i].Statement.Number, commands[i].IsMany ? 'm' : 's');
        });
        if (!_batches.TryGetValue(form, out var batch))
            _batches.Add(form, batch = CreateBatch(commands));
        for (var c = 0; c < commands.Count; c++)
        {
            var parameters = batch.BatchCommands[c].Parameters;
            for (var i = 0; i < parameters.Count; i++)
                parameters[i].Value = commands[c].Values[i];
        }

        return batch;
    }

    private DbBatch CreateBatch(IReadOnlyList<RowCommand> commands)
    {
        var batch = Connection.CreateBatch();
        var template = Connection.CreateCommand();
        foreach (var command in commands)
        {
            var one = batch.CreateBatchCommand();
            one.CommandText = command.Sql;
            for (var i = 0; i < command.Statement.Parameters.Count; i++)
            {
                var parameter = command.Statement.Parameters[i].CreateParameter(template, _dialect.ParameterName(i));
                one.Parameters.Add(command.IsMany ? _dialect.ManyParameter(parameter) : parameter);
            }

            batch.BatchCommands.Add(one);
        }

        return batch;
    }

    private static async Task<List<(T Entity, long Order)>> RowsAsync<T>(RowMap<T> map, DbDataReader reader, CancellationToken cancellation)
        where T : class
    {
        var rows = new List<(T, long)>();
        while (await reader.ReadAsync(cancellation))
            rows.Add((map.Read(reader), map.Order < 0 ? 0 : reader.GetInt64(map.Order)));
        return rows;
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
