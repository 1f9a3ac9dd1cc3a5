namespace FallWorkflow.Persistence.Rows;

/// <summary>An object that a unit of work knows, and how it stands to its row.</summary>
internal sealed class RowEntry(RowMap map, object entity, long order, object?[]? snapshot)
{
    public RowMap Map { get; } = map;

    public object Entity { get; } = entity;

    public long Order { get; } = order;

    /// <summary>As it was read; null if it is new.</summary>
    public object?[]? Snapshot { get; } = snapshot;

    public bool IsNew => Snapshot is null;

    public bool IsRemoved { get; set; }

    /// <summary>Changed columns; 0 for what is new or removed.</summary>
    public ulong Changed() => Snapshot is null || IsRemoved ? 0 : Map.Changed(Entity, Snapshot);
}
