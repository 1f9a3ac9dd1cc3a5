using System.Data;
using System.Data.Common;
using System.Globalization;

namespace FallWorkflow.Benchmarks.Umgebung;

/// <summary>
/// A Fall made by the service, to be copied many times by the database itself: every id ends in the number of the copy, in
/// keys, columns and within the state of its processes. Of the journal each copy gets the last lines only.
/// </summary>
internal sealed class Vorlage
{
    private const int Zeilen = 3;

    private static readonly string[] Tabellen = ["Faelle", "Eintraege", "WorkflowInstanzen", "Bookmarks", "Timer", "Aufgaben", "Journal", "Suchwoerter"];

    private readonly string _fallId;
    private readonly List<(string Table, string Columns, Func<bool, string> Values)> _copies = [];

    private Vorlage(Guid fallId) => _fallId = fallId.ToString("N");

    /// <summary>Id of the n-th copy, from 1.</summary>
    public Guid FallId(long n) => Guid.ParseExact(_fallId[..20] + n.ToString("x12", CultureInfo.InvariantCulture), "N");

    /// <param name="fall">The only Fall in the database.</param>
    public static async Task<Vorlage> ReadAsync(Datenbank datenbank, Guid fall)
    {
        var vorlage = new Vorlage(fall);
        await using var connection = await datenbank.OpenAsync();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var tables = new List<(string Table, List<(string Name, bool IsGuid, bool IsText)> Columns)>();
        foreach (var table in Tabellen)
        {
            var columns = new List<(string, bool, bool)>();
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            for (var i = 0; i < reader.FieldCount; i++)
                columns.Add((reader.GetName(i), false, false));
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    var value = reader.GetValue(i);
                    var isGuid = value is Guid || (value is string text && text.Length == 36 && Guid.TryParseExact(text, "D", out _));
                    columns[i] = (columns[i].Item1, columns[i].Item2 || isGuid, columns[i].Item3 || value is string);
                    if (isGuid)
                        ids.Add(Guid.Parse(value.ToString()!).ToString("N"));
                    else if (table == "WorkflowInstanzen" && reader.GetName(i) == "Id")
                        ids.Add((string)value);
                }
            }

            tables.Add((table, columns));
        }

        foreach (var (table, columns) in tables)
        {
            await connection.ExecuteAsync($"CREATE TABLE \"vorlage_{table}\" AS SELECT * FROM \"{table}\"" + (table == "Journal"
                ? $" WHERE \"Sequence\" > (SELECT MAX(\"Sequence\") FROM \"Journal\") - {Zeilen}" : ""));
            vorlage._copies.Add((table, string.Join(", ", columns.Select(c => $"\"{c.Name}\"")), sqlite => string.Join(", ", columns.Select(c => Value(c, ids, sqlite)))));
        }

        return vorlage;
    }

    /// <summary>Adds the copies from one number to another, both included.</summary>
    public async Task CopyAsync(Datenbank datenbank, long from, long to)
    {
        await using var connection = await datenbank.OpenAsync();
        for (var begin = from; begin <= to; begin += 50_000)
        {
            var end = Math.Min(to, begin + 49_999);
            var numbers = datenbank.IsSqlite
                ? $"WITH RECURSIVE nr(n) AS (SELECT {begin} UNION ALL SELECT n + 1 FROM nr WHERE n < {end}), k AS (SELECT n, printf('%012x', n) AS h, printf('%012X', n) AS g FROM nr) "
                : $"WITH k AS (SELECT n, lpad(to_hex(n), 12, '0') AS h, lpad(to_hex(n), 12, '0') AS g FROM generate_series({begin}, {end}) AS n) ";
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var (table, columns, values) in _copies)
            {
                await using var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandTimeout = 3600;
                command.CommandText = datenbank.IsSqlite
                    ? $"{numbers}INSERT INTO \"{table}\" ({columns}) SELECT {values(true)} FROM k, \"vorlage_{table}\" AS v"
                    : $"{numbers}INSERT INTO \"{table}\" ({columns}) SELECT {values(false)} FROM k CROSS JOIN \"vorlage_{table}\" AS v";
                await command.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }

        await connection.ExecuteAsync(datenbank.IsSqlite ? "PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;" : "CHECKPOINT; ANALYZE;");
    }

    private static string Value((string Name, bool IsGuid, bool IsText) column, HashSet<string> ids, bool sqlite)
    {
        var source = $"v.\"{column.Name}\"";
        if (column.IsGuid)
            return sqlite ? $"substr({source}, 1, 24) || k.g" : $"(left({source}::text, 24) || k.h)::uuid";
        if (column.Name == "Nummer")
            return "'FM-B-' || k.n";
        if (!column.IsText)
            return source;
        return ids.Aggregate(source, (text, id) => $"replace({text}, '{id}', '{id[..20]}' || k.h)");
    }
}
