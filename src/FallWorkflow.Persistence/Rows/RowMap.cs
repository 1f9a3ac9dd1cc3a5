using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FallWorkflow.Persistence.Rows;

/// <summary>
/// Objects of one type and the rows of their table. All of it is derived from EF's model, which stays the one
/// description of the tables.
/// </summary>
internal abstract class RowMap
{
    private readonly string _table;
    private readonly DatabaseDialect _dialect;
    private readonly RowColumn[] _columns;
    private readonly int[] _key;
    private readonly int[] _tokens;
    private readonly int[] _changing;
    private readonly int _order;
    private readonly ConcurrentDictionary<ulong, RowStatement> _updates = new();

    protected RowMap(IEntityType type, ISqlGenerationHelper sql, DatabaseDialect dialect)
    {
        _dialect = dialect;
        _table = sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema());
        var store = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        _columns = [.. type.GetProperties().Select(p => new RowColumn(p, sql.DelimitIdentifier(p.GetColumnName(store)!)))];
        if (_columns.Length > 64)
            throw new NotSupportedException($"{type.ClrType.Name} has more than 64 columns.");
        _key = [.. type.FindPrimaryKey()!.Properties.Select(k => Array.FindIndex(_columns, c => c.Property == k))];
        _tokens = Indices(c => c.IsToken);
        _changing = Indices(c => c.MayChange);
        _order = Array.FindIndex(_columns, c => c.IsShadow);
        if (_order >= 0 && (_columns[_order].Property.Name != Reihenfolge.Spalte || _columns.Count(c => c.IsShadow) > 1))
            throw new NotSupportedException($"{type.ClrType.Name} has a shadow column besides {Reihenfolge.Spalte}.");
        Name = type.ClrType.Name;
        var insert = $"INSERT INTO {_table} ({string.Join(", ", _columns.Select(c => c.Quoted))}) VALUES ({string.Join(", ", _columns.Select((_, i) => dialect.Marker(i)))})";
        Insert = new(insert, _columns, () => dialect.InsertMany(_table, Quoted(_columns)));
        var delete = $"DELETE FROM {_table} WHERE {Guarded(0)}";
        Delete = new(delete, Guards(), () => dialect.DeleteMany(_table, Quoted(Guards())));
    }

    public string Name { get; }

    /// <summary>Place of the order column; -1 where rows have no order of their own.</summary>
    public int Order => _order;

    public RowStatement Insert { get; }

    public RowStatement Delete { get; }

    public IReadOnlyList<RowColumn> Columns => _columns;

    public object KeyOf(object entity) => _key.Length == 1
        ? _columns[_key[0]].Get(entity)!
        : KeyOf([.. _key.Select(k => _columns[k].Get(entity)!)]);

    /// <summary>One value for a key of several parts.</summary>
    public static object KeyOf(object[] parts) => parts.Length == 1 ? parts[0] : string.Join('\n', parts);

    /// <summary>What may change, to find out later what did.</summary>
    public object?[] Snapshot(object entity)
    {
        var values = new object?[_changing.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = _columns[_changing[i]].Snapshot(entity);
        return values;
    }

    /// <summary>A bit for every column that differs from the snapshot.</summary>
    public ulong Changed(object entity, object?[] snapshot)
    {
        var changed = 0UL;
        for (var i = 0; i < snapshot.Length; i++)
        {
            var column = _columns[_changing[i]];
            if (!column.Equal(snapshot[i], column.Get(entity)))
                changed |= 1UL << _changing[i];
        }

        return changed;
    }

    public object[] InsertValues(object entity, long order)
    {
        var values = new object[_columns.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = i == _order ? order : _columns[i].ToProvider(_columns[i].Get(entity));
        return values;
    }

    /// <summary>Sets what has changed, if key and versions are still what they were.</summary>
    public (RowStatement Statement, object[] Values) Update(object entity, object?[] snapshot, ulong changed)
    {
        var statement = _updates.GetOrAdd(changed, c => UpdateOf(c));
        var values = new List<object>(statement.Parameters.Count);
        for (var i = 0; i < _columns.Length; i++)
        {
            if ((changed & (1UL << i)) != 0)
                values.Add(_columns[i].ToProvider(_columns[i].Get(entity)));
        }

        AddGuards(values, entity, snapshot);
        return (statement, [.. values]);
    }

    public object[] DeleteValues(object entity, object?[] snapshot)
    {
        var values = new List<object>(_key.Length + _tokens.Length);
        AddGuards(values, entity, snapshot);
        return [.. values];
    }

    /// <summary>All columns of the rows that meet all conditions, in the order of the columns of this map.</summary>
    /// <param name="conditions">Property and operator, for example <c>("FallId", "=")</c>.</param>
    /// <param name="orderBy">Properties with <c>DESC</c> where wanted.</param>
    protected RowStatement Select((string Property, string Operator)[] conditions, string[] orderBy)
    {
        var columns = conditions.Select(c => Find(c.Property)).ToArray();
        var where = string.Join(" AND ", conditions.Select((c, i) => $"{columns[i].Quoted} {c.Operator} {_dialect.Marker(i)}"));
        var order = orderBy.Length == 0 ? "" : " ORDER BY " + string.Join(", ", orderBy.Select(o =>
            o.Split(' ') is [var name, var direction] ? $"{Find(name).Quoted} {direction}" : Find(o).Quoted));
        return new($"SELECT {string.Join(", ", _columns.Select(c => c.Quoted))} FROM {_table} WHERE {where}{order}", columns);
    }

    /// <summary>The rows of another statement, each followed by the row of this table to which a property of it points.</summary>
    internal RowStatement SelectJoined(RowMap from, string property, RowStatement rows) => new(
        $"SELECT {string.Join(", ", from._columns.Select(c => $"f.{c.Quoted}").Concat(_columns.Select(c => $"t.{c.Quoted}")))} FROM ({rows.Sql}) AS f LEFT JOIN {_table} AS t ON t.{_columns[_key.Single()].Quoted} = f.{from.Find(property).Quoted}",
        rows.Parameters);

    /// <summary>Whether a row of this table stands from this place on; an outer join leaves nulls instead.</summary>
    public bool IsThere(DbDataReader reader, int from) => !reader.IsDBNull(from + _key[0]);

    /// <summary>The highest value of a column among the rows with a value in another one.</summary>
    public RowStatement Max(string of, string where) =>
        new($"SELECT MAX({Find(of).Quoted}) FROM {_table} WHERE {Find(where).Quoted} = {_dialect.Marker(0)}", [Find(where)]);

    public int IndexOf(string property) => Array.FindIndex(_columns, c => c.Property.Name == property);

    private RowColumn Find(string property) => Array.Find(_columns, c => c.Property.Name == property)
        ?? throw new InvalidOperationException($"{Name} has no column for {property}.");

    private RowStatement UpdateOf(ulong changed)
    {
        var set = _columns.Where((_, i) => (changed & (1UL << i)) != 0).ToArray();
        var update = $"UPDATE {_table} SET {string.Join(", ", set.Select((c, i) => $"{c.Quoted} = {_dialect.Marker(i)}"))} WHERE {Guarded(set.Length)}";
        return new(update, [.. set, .. Guards()], () => _dialect.UpdateMany(_table, Quoted(set), Quoted(Guards())));
    }

    private static string[] Quoted(IEnumerable<RowColumn> columns) => [.. columns.Select(c => c.Quoted)];

    private RowColumn[] Guards() => [.. _key.Concat(_tokens).Select(i => _columns[i])];

    private string Guarded(int from) =>
        string.Join(" AND ", Guards().Select((c, i) => $"{c.Quoted} = {_dialect.Marker(from + i)}"));

    private void AddGuards(List<object> values, object entity, object?[] snapshot)
    {
        foreach (var key in _key)
            values.Add(_columns[key].ToProvider(_columns[key].Get(entity)));
        foreach (var token in _tokens)
            values.Add(_columns[token].ToProvider(snapshot[Array.IndexOf(_changing, token)]));
    }

    private int[] Indices(Func<RowColumn, bool> which) => [.. Enumerable.Range(0, _columns.Length).Where(i => which(_columns[i]))];
}

/// <inheritdoc/>
internal sealed class RowMap<T> : RowMap
    where T : class
{
    private readonly ConcurrentDictionary<string, RowQuery<T>> _queries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(RowQuery<T> Query, string Property), object> _joins = new();

    public RowMap(IEntityType type, ISqlGenerationHelper sql, DatabaseDialect dialect)
        : base(type, sql, dialect)
    {
        Read = ReaderFrom(0);
        ByKey = Query(type.FindPrimaryKey()!.Properties.Select(p => p.Name).ToArray());
    }

    public Func<DbDataReader, T> Read { get; }

    public RowQuery<T> ByKey { get; }

    /// <summary>Rows with these values in these properties; of each form there is one.</summary>
    public RowQuery<T> Query(params string[] equal) => Query(equal, static names => ([.. names.Select(n => (n, "="))], []));

    public RowQuery<T> Query((string Property, string Operator)[] conditions, params string[] orderBy) =>
        Query([.. conditions.Select(c => c.Property + c.Operator), .. orderBy], _ => (conditions, orderBy));

    /// <summary>A query's rows together with what they point to by a property.</summary>
    public RowJoin<T, TTarget> Join<TTarget>(RowQuery<T> rows, string property, RowMap<TTarget> target)
        where TTarget : class => (RowJoin<T, TTarget>)_joins.GetOrAdd(
            (rows, property), _ => new RowJoin<T, TTarget>(this, target, target.SelectJoined(this, property, rows.Statement), target.ReaderFrom(Columns.Count)));

    private Func<DbDataReader, T> ReaderFrom(int first)
    {
        var reader = Expression.Parameter(typeof(DbDataReader));
        var bindings = Columns.Select((column, i) => (column, i)).Where(c => !c.column.IsShadow)
            .Select(c => Expression.Bind(c.column.Property.PropertyInfo!, c.column.Read(reader, first + c.i)));
        return Expression.Lambda<Func<DbDataReader, T>>(Expression.MemberInit(Expression.New(typeof(T)), bindings), reader).Compile();
    }

    private RowQuery<T> Query(string[] form, Func<string[], ((string, string)[] Conditions, string[] OrderBy)> describe) =>
        _queries.GetOrAdd(string.Join(' ', form), _ =>
        {
            var (conditions, orderBy) = describe(form);
            return new(this, Select(conditions, orderBy));
        });
}
