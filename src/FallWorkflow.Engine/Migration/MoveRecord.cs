using System.Text.Json;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Migration;

/// <summary>
/// What a move changed in the rows of one correlation, as it was before: enough to put it back exactly. Taken in the
/// transaction of the move by comparing what stood before with what stands after.
/// </summary>
/// <param name="Instances">Instances that were changed, as they were.</param>
/// <param name="Begun">Ids of instances that the move began.</param>
/// <param name="Bookmarks">Bookmarks that were changed or are gone, as they were.</param>
/// <param name="NewBookmarks">Ids of those that came.</param>
/// <param name="Timers">Timers that were changed or are gone, as they were.</param>
/// <param name="NewTimers">Ids of those that came.</param>
/// <param name="IsFinal">A request to another server was sent or called off by the move: it cannot be taken back.</param>
public sealed record MoveRecord(
    IReadOnlyList<WorkflowInstance> Instances,
    IReadOnlyList<string> Begun,
    IReadOnlyList<Bookmark> Bookmarks,
    IReadOnlyList<string> NewBookmarks,
    IReadOnlyList<WorkflowTimer> Timers,
    IReadOnlyList<string> NewTimers,
    bool IsFinal)
{
    /// <summary>The rows of a correlation as they stand now; nothing that happens later changes this copy.</summary>
    public static async Task<Standing> StandingAsync(IEngineStore store, string correlationId, CancellationToken cancellation = default)
    {
        var all = await store.FindInstancesAsync(correlationId, runningOnly: false, cancellation: cancellation);
        var open = all.Where(IsOpen).ToList();
        List<Bookmark> bookmarks = [];
        foreach (var instance in open)
            bookmarks.AddRange(await store.BookmarksOfAsync(instance.Id, cancellation));
        var timers = await store.TimersByCorrelationAsync(correlationId, cancellation);
        return new(
            [.. open.Select(Copy)], all.Select(i => i.Id).ToHashSet(StringComparer.Ordinal), [.. bookmarks.Select(Copy)], [.. timers.Select(Copy)]);
    }

    /// <summary>What differs between two looks at the same correlation.</summary>
    public static MoveRecord Between(Standing before, Standing after)
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
            [.. after.Ids.Except(before.Ids, StringComparer.Ordinal)],
            [.. gone, .. before.Bookmarks.Where(b => bookmarks.TryGetValue(b.Id, out var now) && now.ActivityId != b.ActivityId)],
            [.. come.Select(b => b.Id)],
            [.. before.Timers.Where(t => !timers.TryGetValue(t.Id, out var now) || now.DueAt != t.DueAt || now.Rule != t.Rule || now.ActivityId != t.ActivityId)],
            [.. after.Timers.Where(t => !timerIds.Contains(t.Id)).Select(t => t.Id)],
            gone.Concat(come).Any(b => b.Stimulus == HttpExchange.Stimulus));
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
