using System.Data;
using System.Data.Common;
using FallWorkflow.Benchmarks.Umgebung;

namespace FallWorkflow.Benchmarks.Last;

/// <summary>
/// The floor: as many row changes of the same size per transaction as a burst makes, written by hand with prepared
/// statements; on PostgreSQL the whole transaction in one round trip. It reads nothing and decides nothing. SQLite has one
/// writer, so there the callers queue for one connection instead of polling for the lock.
/// </summary>
internal sealed class Handarbeit : IAsyncDisposable
{
    private readonly List<Hand> _hands = [];
    private readonly SemaphoreSlim? _one;

    private Handarbeit(bool single, int rows)
    {
        _one = single ? new(1, 1) : null;
        Rows = rows;
    }

    /// <summary>Rows changed per transaction.</summary>
    public int Rows { get; }

    public static async Task<Handarbeit> PrepareAsync(Datenbank datenbank, int connections, Zeilen zeilen, Func<int, Task> call)
    {
        // One real burst tells how many lines of the journal it writes, and leaves rows of the right size to copy.
        await using var first = await datenbank.OpenAsync();
        await call(0);
        var before = await first.CountAsync("SELECT COUNT(*) FROM \"Journal\"");
        await call(0);
        var journal = (int)(await first.CountAsync("SELECT COUNT(*) FROM \"Journal\"") - before);

        var handarbeit = new Handarbeit(datenbank.IsSqlite, zeilen.Sum(journal));
        for (var i = 0; i < (datenbank.IsSqlite ? 1 : connections); i++)
            handarbeit._hands.Add(await Hand.CreateAsync(await datenbank.OpenAsync(), i, zeilen, journal, !datenbank.IsSqlite));
        return handarbeit;
    }

    public async Task CallAsync(int caller)
    {
        if (_one is null)
        {
            await _hands[caller].WriteAsync();
            return;
        }

        await _one.WaitAsync();
        try
        {
            await _hands[0].WriteAsync();
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hand in _hands)
            await hand.DisposeAsync();
        _one?.Dispose();
    }

    /// <summary>One connection with its statements.</summary>
    private sealed class Hand : IAsyncDisposable
    {
        private readonly DbConnection _connection;
        private readonly DbBatch? _batch;
        private readonly List<DbCommand> _commands = [];
        private readonly List<Action> _next = [];
        private readonly string _id = Guid.NewGuid().ToString("N");
        private readonly int _number;
        private long _n;

        private Hand(DbConnection connection, int number, bool batch)
        {
            _connection = connection;
            _number = number;
            _batch = batch ? connection.CreateBatch() : null;
        }

        public static async Task<Hand> CreateAsync(DbConnection connection, int number, Zeilen zeilen, int journal, bool batch)
        {
            var hand = new Hand(connection, number, batch);
            await hand.InsertOneAsync("WorkflowInstanzen", "Id");
            for (var i = 0; i < zeilen.LesezeichenWeg; i++)
                await hand.InsertOneAsync("Bookmarks", "Id", suffix: $"{i}");
            if (zeilen.Fallkopf > 0)
                await hand.UpdateAsync("Faelle", "Id", $"\"LetzterKontaktAm\" = {{0}}, \"Takt\" = \"Takt\" + 1", template: true, new DateOnly(2027, 1, 1));
            for (var i = 0; i < zeilen.Instanzen; i++)
                await hand.UpdateAsync("WorkflowInstanzen", "Id", "\"StateJson\" = \"StateJson\", \"LastSequence\" = \"LastSequence\" + 5, \"UpdatedAt\" = \"UpdatedAt\", \"RowVersion\" = \"RowVersion\" + 1", template: false);
            for (var i = 0; i < zeilen.AufgabenGeaendert; i++)
                await hand.UpdateAsync("Aufgaben", "Id", "\"Status\" = \"Status\", \"BeendetVon\" = {0}, \"Version\" = \"Version\" + 1", template: true, "weber");
            for (var i = 0; i < zeilen.LesezeichenWeg; i++)
                hand.Delete("Bookmarks", $"{i}");
            for (var i = 0; i < zeilen.LesezeichenNeu; i++)
                await hand.InsertAsync("Bookmarks", ["Id"], $"{i}");
            for (var i = 0; i < zeilen.Eintraege; i++)
                await hand.InsertAsync("Eintraege", ["Id", "Nr"], "");
            for (var i = 0; i < zeilen.Verlauf; i++)
                await hand.InsertAsync("Verlauf", ["Id"], "");
            for (var i = 0; i < journal; i++)
                await hand.InsertAsync("Journal", ["Sequence"], "");
            for (var i = 0; i < zeilen.AufgabenNeu; i++)
                await hand.InsertAsync("Aufgaben", ["Id"], "");
            return hand;
        }

        public async Task WriteAsync()
        {
            foreach (var next in _next)
                next();
            _n++;
            if (_batch is not null)
            {
                await _batch.ExecuteNonQueryAsync();
                return;
            }

            await using var transaction = await _connection.BeginTransactionAsync();
            foreach (var command in _commands)
            {
                command.Transaction = transaction;
                await command.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }

        public async ValueTask DisposeAsync()
        {
            if (_batch is not null)
                await _batch.DisposeAsync();
            await _connection.DisposeAsync();
        }

        /// <summary>A copy of a real row under keys of its own, for the updates and the first deletes.</summary>
        private async Task InsertOneAsync(string table, string key, string suffix = "")
        {
            var (columns, values) = await TemplateAsync(table);
            await using var command = _connection.CreateCommand();
            command.CommandText = InsertText(table, columns, i => $"@p{i}");
            for (var i = 0; i < columns.Count; i++)
                Parameter(command, $"@p{i}", columns[i] == key ? $"{_id}{suffix}.0" : values[i], values[i]);
            await command.ExecuteNonQueryAsync();
        }

        private async Task InsertAsync(string table, string[] keys, string suffix)
        {
            var (columns, values) = await TemplateAsync(table);
            var parameters = Add(i => InsertText(table, columns, i), values.Select(v => ((object?)v, (object?)v)));
            var place = _next.Count;
            foreach (var key in keys)
            {
                var index = columns.IndexOf(key);
                var original = values[index];
                _next.Add(original switch
                {
                    Guid => () => parameters[index].Value = Guid.CreateVersion7(),
                    string text when Guid.TryParse(text, out _) && text.Contains('-', StringComparison.Ordinal) => () => parameters[index].Value = Guid.CreateVersion7().ToString().ToUpperInvariant(),
                    string => () => parameters[index].Value = $"{_id}{suffix}.{_n + 1}",
                    // Several rows of one table and transaction need numbers of their own.
                    _ => () => parameters[index].Value = 1_000_000 + (Math.Abs(_id.GetHashCode(StringComparison.Ordinal)) % 1_000_000 * 1_000_000_000L) + (_n * 100) + place,
                });
            }
        }

        private async Task UpdateAsync(string table, string key, string set, bool template, params object[] more)
        {
            // Each connection changes rows of its own, as bursts of different instances do.
            var (columns, values) = await TemplateAsync(table, template ? _number * 3 : 0);
            object id = template ? values[columns.IndexOf(key)] : $"{_id}.0";
            Add(i => $"UPDATE \"{table}\" SET {string.Format(System.Globalization.CultureInfo.InvariantCulture, set, i(0))} WHERE \"{key}\" = {i(more.Length)}", more.Append(id).Select(v => ((object?)v, (object?)v)));
        }

        private void Delete(string table, string suffix)
        {
            var parameters = Add(i => $"DELETE FROM \"{table}\" WHERE \"Id\" = {i(0)}", [("", "")]);
            _next.Add(() => parameters[0].Value = $"{_id}{suffix}.{_n}");
        }

        private List<DbParameter> Add(Func<Func<int, string>, string> text, IEnumerable<(object? Value, object? Like)> values)
        {
            var parameters = new List<DbParameter>();
            if (_batch is not null)
            {
                var command = _batch.CreateBatchCommand();
                command.CommandText = text(i => $"${i + 1}");
                foreach (var (value, like) in values)
                    parameters.Add(Parameter(command.Parameters, _connection.CreateCommand(), "", value, like));
                _batch.BatchCommands.Add(command);
                return parameters;
            }

            var single = _connection.CreateCommand();
            single.CommandText = text(i => $"@p{i}");
            foreach (var (value, like) in values)
                parameters.Add(Parameter(single, $"@p{parameters.Count}", value, like));
            single.Prepare();
            _commands.Add(single);
            return parameters;
        }

        private static DbParameter Parameter(DbCommand command, string name, object? value, object? like) => Parameter(command.Parameters, command, name, value, like);

        private static DbParameter Parameter(DbParameterCollection parameters, DbCommand command, string name, object? value, object? like)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? like ?? DBNull.Value;
            parameters.Add(parameter);
            return parameter;
        }

        private static string InsertText(string table, List<string> columns, Func<int, string> marker) =>
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => marker(i)))})";

        /// <summary>A real row of a table.</summary>
        private async Task<(List<string> Columns, List<object> Values)> TemplateAsync(string table, int offset = 0)
        {
            await using var command = _connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" LIMIT 1 OFFSET {offset}";
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow);
            if (!await reader.ReadAsync())
                throw new InvalidOperationException($"No row of {table} to copy.");
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
            var values = Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).ToList();
            return (columns, values);
        }
    }
}
