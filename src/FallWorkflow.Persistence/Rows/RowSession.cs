using FallWorkflow.Persistence.Model;

namespace FallWorkflow.Persistence.Rows;

/// <summary>
/// The objects of one unit of work: what it has read, added and removed. Reads see that before anything is saved. A question
/// that was asked before is answered from here; versions find out at the commit whether somebody else was faster.
/// </summary>
internal sealed class RowSession(RowDatabase database)
{
    private readonly Dictionary<(RowMap Map, object Key), RowEntry> _byKey = [];
    private readonly Dictionary<RowMap, List<RowEntry>> _byMap = [];
    private readonly Dictionary<object, RowEntry> _byEntity = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(object Query, string Values)> _asked = [];

    public RowModel Model => database.Model;

    public IEnumerable<RowEntry> Entries => _byEntity.Values;

    public IEnumerable<T> Present<T>()
        where T : class => EntriesOf(Model.Of<T>()).Where(e => !e.IsRemoved).Select(e => (T)e.Entity);

    public RowEntry EntryOf(object entity) => _byEntity[entity];

    /// <summary>By key; null if it is not there, or this unit of work has removed it.</summary>
    public ValueTask<T?> FindAsync<T>(object key, CancellationToken cancellation)
        where T : class => FindAsync<T>([key], cancellation);

    /// <summary>As above, for a key of several parts, in the order of the model.</summary>
    public async ValueTask<T?> FindAsync<T>(object[] key, CancellationToken cancellation)
        where T : class
    {
        var map = Model.Of<T>();
        if (!_byKey.TryGetValue((map, RowMap.KeyOf(key)), out var entry))
        {
            if ((await ReadAsync(map.ByKey, key, cancellation)).FirstOrDefault() is not { Entity: not null } row)
                return null;
            entry = Track(map, row.Entity, row.Order);
        }

        return entry.IsRemoved ? null : (T)entry.Entity;
    }

    /// <summary>Rows without keeping them.</summary>
    public Task<List<(T Entity, long Order)>> ReadAsync<T>(RowQuery<T> query, object?[] values, CancellationToken cancellation)
        where T : class => database.UseAsync(connection => connection.ReadAsync(query, values, cancellation), cancellation);

    /// <summary>
    /// What the query finds merged with the objects known here, in the order of <paramref name="order"/>, then of being added.
    /// The database answers for the state at the last commit; an object known here may have come, gone or changed since.
    /// </summary>
    /// <param name="matches">The query's condition once more, for the objects.</param>
    public async ValueTask<IReadOnlyList<T>> ListAsync<T, TKey>(
        RowQuery<T> query, object?[] values, Func<T, bool> matches, Func<T, TKey> order, CancellationToken cancellation)
        where T : class
    {
        await LoadAsync(query, values, cancellation);
        var found = new List<RowEntry>();
        foreach (var entry in EntriesOf(query.Map))
        {
            if (!entry.IsRemoved && matches((T)entry.Entity))
                found.Add(entry);
        }

        return found.Count switch
        {
            0 => [],
            1 => [(T)found[0].Entity],
            _ => [.. found.OrderBy(e => order((T)e.Entity)).ThenBy(e => e.Order).Select(e => (T)e.Entity)],
        };
    }

    public async ValueTask LoadAsync<T>(RowQuery<T> query, object?[] values, CancellationToken cancellation)
        where T : class
    {
        if (!_asked.Add((query, string.Join('\n', values))))
            return;
        foreach (var (entity, order) in await ReadAsync(query, values, cancellation))
            TrackNew(query.Map, entity, order);
    }

    /// <summary>Loads what a query finds together with what that points to by a property: one question instead of one more for each.</summary>
    public async ValueTask LoadAsync<T, TTarget>(RowQuery<T> query, object?[] values, string property, CancellationToken cancellation)
        where T : class
        where TTarget : class
    {
        if (!_asked.Add((query, string.Join('\n', values))))
            return;
        var join = query.Map.Join(query, property, Model.Of<TTarget>());
        foreach (var (entity, order, target, targetOrder) in await database.UseAsync(connection => connection.ReadAsync(join, values, cancellation), cancellation))
        {
            TrackNew(join.Map, entity, order);
            if (target is not null)
                TrackNew(join.Target, target, targetOrder);
        }
    }

    /// <summary>Adds, and remembers the order of adding.</summary>
    public void Add<T>(T entity)
        where T : class
    {
        var map = Model.Of<T>();
        Put(new(map, entity, map.Order < 0 ? 0 : Reihenfolge.Next(), null));
    }

    public void Remove<T>(T entity)
        where T : class
    {
        if (!_byEntity.TryGetValue(entity, out var entry))
            Put(entry = new(Model.Of<T>(), entity, 0, Model.Of<T>().Snapshot(entity)));
        entry.IsRemoved = true;
    }

    private void TrackNew(RowMap map, object entity, long order)
    {
        if (!_byKey.ContainsKey((map, map.KeyOf(entity))))
            Track(map, entity, order);
    }

    private RowEntry Track(RowMap map, object entity, long order)
    {
        var entry = new RowEntry(map, entity, order, map.Snapshot(entity));
        Put(entry);
        return entry;
    }

    private void Put(RowEntry entry)
    {
        // The same key twice is found out by the database: the second one fails the commit as a conflict.
        var key = (entry.Map, entry.Map.KeyOf(entry.Entity));
        if (!_byKey.TryAdd(key, entry) && _byKey[key].IsRemoved)
            _byKey[key] = entry;
        _byEntity.Add(entry.Entity, entry);
        if (!_byMap.TryGetValue(entry.Map, out var list))
            _byMap[entry.Map] = list = [];
        list.Add(entry);
    }

    private List<RowEntry> EntriesOf(RowMap map) => _byMap.TryGetValue(map, out var list) ? list : [];
}
