using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.Rows;

namespace FallWorkflow.Persistence.Commits;

/// <summary>Everything that one unit of work writes: all of it or nothing.</summary>
internal sealed class CommitSet
{
    private readonly List<RowChange> _changes = [];
    private readonly List<(Nachricht Nachricht, object[] Values)> _nachrichten = [];

    private CommitSet(string reihung) => Reihung = reihung;

    /// <summary>Sets that meet on a Fall take their locks in this order, so that they wait for each other in one direction only.</summary>
    public string Reihung { get; }

    /// <summary>More than what jobs write by the way (inbox, reminders); fault points stand for such commits only.</summary>
    public bool HasFaultPoints { get; private init; }

    public IReadOnlyList<RowChange> Changes => _changes;

    /// <summary>Reads the changes off the session and raises the versions; null if there are none.</summary>
    public static CommitSet? Of(RowSession session)
    {
        var changed = new List<(RowEntry Entry, ulong Columns)>();
        var added = new List<RowEntry>();
        string? reihung = null;
        foreach (var entry in session.Entries)
        {
            if (entry.IsNew)
            {
                if (!entry.IsRemoved)
                    added.Add(entry);
                continue;
            }

            var columns = entry.Changed();
            if (columns != 0 && RowVersions.Raise(entry.Entity))
                columns = entry.Changed();
            if (columns != 0 || entry.IsRemoved)
                changed.Add((entry, columns));
        }

        if (changed.Count == 0 && added.Count == 0)
            return null;

        // The Fall first: whoever loses on it waits there, before it holds anything else.
        changed.Sort((a, b) => Compare(a.Entry, b.Entry));
        reihung = KeyOf(changed.Count > 0 ? changed[0].Entry : added[0]);
        var set = new CommitSet(reihung)
        {
            HasFaultPoints = changed.Select(c => c.Entry).Concat(added).Any(e => e.Entity is not (EingangRow or Erinnerung)),
        };
        foreach (var (entry, columns) in changed)
        {
            if (entry.IsRemoved)
            {
                set._changes.Add(new(entry.Map, entry.Map.Delete, entry.Map.DeleteValues(entry.Entity, entry.Snapshot!)));
                continue;
            }

            var (statement, values) = entry.Map.Update(entry.Entity, entry.Snapshot!, columns);
            set._changes.Add(new(entry.Map, statement, values));
        }

        foreach (var entry in added.Where(e => e.Entity is FallRow).Concat(added.Where(e => e.Entity is not FallRow)))
        {
            var values = entry.Map.InsertValues(entry.Entity, entry.Order);
            set._changes.Add(new(entry.Map, entry.Map.Insert, values));
            if (entry.Entity is Nachricht nachricht)
                set._nachrichten.Add((nachricht, values));
        }

        return set;
    }

    /// <summary>
    /// Numbers the messages of each Fall on from its last one, within the transaction. Two transactions that count on from
    /// the same message meet the unique index, and one tries again.
    /// </summary>
    public async Task NumberNachrichtenAsync(RowModel model, Func<RowStatement, object?[], Task<object?>> scalar)
    {
        if (_nachrichten.Count == 0)
            return;
        var map = model.Of<Nachricht>();
        var nr = map.IndexOf(nameof(Nachricht.Nr));
        var hoechste = map.Max(nameof(Nachricht.Nr), nameof(Nachricht.FallId));
        foreach (var desFalls in _nachrichten.GroupBy(n => n.Nachricht.FallId))
        {
            var letzte = await scalar(hoechste, [desFalls.Key]) is { } wert ? Convert.ToInt64(wert, System.Globalization.CultureInfo.InvariantCulture) : 0;
            foreach (var (nachricht, values) in desFalls)
            {
                nachricht.Nr = ++letzte;
                values[nr] = map.Columns[nr].ToProvider(letzte);
            }
        }
    }

    public bool HasNachrichten => _nachrichten.Count > 0;

    private static int Compare(RowEntry a, RowEntry b)
    {
        var fall = (b.Entity is FallRow).CompareTo(a.Entity is FallRow);
        return fall != 0 ? fall : string.CompareOrdinal(KeyOf(a), KeyOf(b));
    }

    private static string KeyOf(RowEntry entry) => $"{(entry.Entity is FallRow ? "" : entry.Map.Name)}:{entry.Map.KeyOf(entry.Entity)}";
}
