using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Rows;

/// <summary>An open connection with its prepared commands; for one user at a time.</summary>
internal sealed class RowConnection : IAsyncDisposable
{
    /// <summary>Groups of very different bursts come in ever new forms; a connection that lives for months must not keep them all.</summary>
    private const int HoechstensFormen = 256;

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
        var rows = new List<(T, long)>();
        while (await reader.ReadAsync(cancellation))
            rows.Add((query.Map.Read(reader), Order(query.Map, reader, 0)));
        return rows;
    }

    /// <summary>Rows, and with each what it points to; null where that is not there.</summary>
    public async Task<List<(T Entity, long Order, TTarget? Target, long TargetOrder)>> ReadAsync<T, TTarget>(
        RowJoin<T, TTarget> join, object?[] values, CancellationToken cancellation)
        where T : class
        where TTarget : class
    {
        var command = Command(join.Statement, null);
        Bind(command, join.Statement, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<(T, long, TTarget?, long)>();
        while (await reader.ReadAsync(cancellation))
        {
            var there = join.Target.IsThere(reader, join.Second);
            rows.Add((
                join.Map.Read(reader), Order(join.Map, reader, 0),
                there ? join.ReadTarget(reader) : null, there ? Order(join.Target, reader, join.Second) : 0));
        }

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

    /// <summary>
    /// Everything in a transaction of its own, which begins and ends within one round trip. The heads of the Fälle come first, each by itself, since
    /// their order is that of the locks; all other changes are one statement, in which changes of the same kind share a part.
    /// </summary>
    /// <exception cref="DbException">A row is not there any more, not in this version, or there already: nothing is changed.</exception>
    public async Task CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        var parts = changes.Where(c => c.IsHead).Select(c => (IReadOnlyList<RowCommand>)[RowCommand.One(c)]).ToList();
        if (RowCommand.Of(changes.Where(c => !c.IsHead)) is { Count: > 0 } others)
            parts.Add(others);
        var form = string.Concat(parts.SelectMany(p => p.SelectMany(c => (char[])[c.Statement.Number, c.IsMany ? 'm' : 's']).Append('\0')));
        if (!_batches.TryGetValue(form, out var batch))
        {
            if (_batches.Count == HoechstensFormen)
                await ForgetBatchesAsync();
            _batches.Add(form, batch = CreateBatch(parts));
        }

        for (var p = 0; p < parts.Count; p++)
        {
            var parameters = batch.BatchCommands[p].Parameters;
            var i = 0;
            foreach (var value in parts[p].SelectMany(c => c.Values))
                parameters[i++].Value = value;
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetBatchesAsync();
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

    private DbBatch CreateBatch(IReadOnlyList<IReadOnlyList<RowCommand>> parts)
    {
        var batch = Connection.CreateBatch();
        var template = Connection.CreateCommand();
        foreach (var commands in parts)
        {
            var one = batch.CreateBatchCommand();
            one.CommandText = _dialect.Together(commands);
            foreach (var command in commands)
            {
                foreach (var column in command.Statement.Parameters)
                {
                    var parameter = column.CreateParameter(template, _dialect.ParameterName(one.Parameters.Count));
                    one.Parameters.Add(command.IsMany ? _dialect.ManyParameter(parameter) : parameter);
                }
            }

            batch.BatchCommands.Add(one);
        }

        return batch;
    }

    private async ValueTask ForgetBatchesAsync()
    {
        foreach (var batch in _batches.Values)
            await batch.DisposeAsync();
        _batches.Clear();
    }

    private static long Order(RowMap map, DbDataReader reader, int first) => map.Order < 0 ? 0 : reader.GetInt64(first + map.Order);

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
