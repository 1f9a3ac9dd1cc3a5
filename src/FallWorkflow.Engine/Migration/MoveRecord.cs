using System.Text.Json;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Migration;

/// <summary>
/// What a move changed in the rows of one correlation and of the processes started from it, as it was before: enough to put it back
/// exactly. Taken in the transaction of the move by comparing what stood before with what stands after.
/// </summary>
/// <param name="Instances">Instances that were changed, as they were.</param>
/// <param name="Begun">Ids of instances that the move began.</param>
/// <param name="Bookmarks">Bookmarks that were changed or are gone, as they were.</param>
/// <param name="NewBookmarks">Ids of those that came.</param>
/// <param name="Timers">Timers that were changed or are gone, as they were.</param>
/// <param name="NewTimers">Ids of those that came.</param>
/// <param name="IsFinal">
/// A request to another server was sent or called off by the move, or an instance that is none of these went on by it: it cannot be taken back.
/// </param>
/// <param name="Sequences">
/// Last journal entry of every instance, by id, when the move was done: as long as it is the last one, nothing has happened there since. Null in
/// records of earlier releases.
/// </param>
public sealed record MoveRecord(
    IReadOnlyList<WorkflowInstance> Instances,
    IReadOnlyList<string> Begun,
    IReadOnlyList<Bookmark> Bookmarks,
    IReadOnlyList<string> NewBookmarks,
    IReadOnlyList<WorkflowTimer> Timers,
    IReadOnlyList<string> NewTimers,
    bool IsFinal,
    IReadOnlyDictionary<string, long>? Sequences = null)
{
    /// <summary>
    /// The rows of a correlation as they stand now, with those of open processes that were started from it under a correlation of their
    /// own; nothing that happens later changes this copy.
    /// </summary>
    public static async Task<Standing> StandingAsync(IEngineStore store, string correlationId, CancellationToken cancellation = default)
    {
        var all = (await store.FindInstancesAsync(correlationId, runningOnly: false, cancellation: cancellation)).ToList();
        var ids = all.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var id in IsOpen(all[i]) ? InstanceState.ReadChildren(all[i].StateJson).Where(ids.Add) : [])
            {
                if (await store.FindInstanceAsync(id, cancellation) is { } child)
                    all.Add(child);
            }
        }

        var open = all.Where(IsOpen).ToList();
        List<Bookmark> bookmarks = [];
        var timers = (await store.TimersByCorrelationAsync(correlationId, cancellation)).ToList();
        foreach (var instance in open)
        {
            bookmarks.AddRange(await store.BookmarksOfAsync(instance.Id, cancellation));
            if (instance.CorrelationId != correlationId)
                timers.AddRange((await store.TimersOfAsync(instance.Id, cancellation)).Where(t => t.CorrelationId != correlationId));
        }

        return new(
            [.. open.Select(Copy)], all.ToDictionary(i => i.Id, i => i.LastSequence, StringComparer.Ordinal), [.. bookmarks.Select(Copy)], [.. timers.Select(Copy)]);
    }

    /// <summary>What differs between two looks at the same correlation.</summary>
    /// <param name="changed">Ids of the instances that the burst of the move has changed.</param>
    public static MoveRecord Between(Standing before, Standing after, IEnumerable<string> changed)
    {
        var (instances, bookmarks, timers) = (
            after.Open.ToDictionary(i => i.Id, StringComparer.Ordinal), after.Bookmarks.ToDictionary(b => b.Id, StringComparer.Ordinal),
            after.Timers.ToDictionary(t => t.Id, StringComparer.Ordinal));
        var (bookmarkIds, timerIds) = (
            before.Bookmarks.Select(b => b.Id).ToHashSet(StringComparer.Ordinal), before.Timers.Select(t => t.Id).ToHashSet(StringComparer.Ordinal));
        var gone = before.Bookmarks.Where(b => !bookmarks.ContainsKey(b.Id)).ToList();
        var come = after.Bookmarks.Where(b => !bookmarkIds.Contains(b.Id)).ToList();
        return new(
            [.. before.Open.Where(i => !instances.TryGetValue(i.Id, out var now) || !Same(i, now))],
            [.. after.Sequences.Keys.Except(before.Sequences.Keys, StringComparer.Ordinal)],
            [.. gone, .. before.Bookmarks.Where(b => bookmarks.TryGetValue(b.Id, out var now) && now.ActivityId != b.ActivityId)],
            [.. come.Select(b => b.Id)],
            [.. before.Timers.Where(t => !timers.TryGetValue(t.Id, out var now) || now.DueAt != t.DueAt || now.Rule != t.Rule || now.ActivityId != t.ActivityId)],
            [.. after.Timers.Where(t => !timerIds.Contains(t.Id)).Select(t => t.Id)],
            gone.Concat(come).Any(b => b.Stimulus == HttpExchange.Stimulus)
                || changed.Any(id => !before.Sequences.ContainsKey(id) && !after.Sequences.ContainsKey(id)),
            after.Sequences);
    }

    /// <summary>Whether nothing has happened in any of the instances since the move.</summary>
    public async Task<bool> IsUntouchedAsync(IEngineStore store, CancellationToken cancellation = default)
    {
        foreach (var (id, sequence) in Sequences ?? new Dictionary<string, long>())
        {
            if (await store.FindInstanceAsync(id, cancellation) is not { } instance || instance.LastSequence != sequence)
                return false;
        }

        return true;
    }

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <exception cref="JsonException">The text is no such record.</exception>
    public static MoveRecord Parse(string json) =>
        JsonSerializer.Deserialize<MoveRecord>(json, JsonSerializerOptions.Web) ?? throw new JsonException("The text is no record of a move.");

    private static bool IsOpen(WorkflowInstance instance) => instance.Status == WorkflowStatus.Running || instance.SubStatus == WorkflowSubStatus.Faulted;

    private static bool Same(WorkflowInstance a, WorkflowInstance b) =>
        a.StateJson == b.StateJson && a.DefinitionVersionId == b.DefinitionVersionId && a.Status == b.Status && a.SubStatus == b.SubStatus && a.Name == b.Name;

    private static T Copy<T>(T item) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(item, JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;
}
