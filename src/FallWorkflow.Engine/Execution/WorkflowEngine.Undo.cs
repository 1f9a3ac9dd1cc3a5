using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Engine.Execution;

// Taking a move back. No activity runs: the rows are put back as they were, so that dates, waits and places are the very same.
public sealed partial class WorkflowEngine
{
    public async Task UndoMoveAsync(Burst burst, MoveRecord record, Intervention intervention, CancellationToken cancellation = default)
    {
        var (session, store) = (Session(burst), burst.Store);
        foreach (var id in record.Begun)
        {
            // Whoever waited for it did not wait for it before.
            if (await LoadAsync(session, id, cancellation) is { } begun)
                await EndAsync(session, begun, WorkflowSubStatus.Cancelled, intervention.Reason, cancellation, parentHears: false);
        }

        foreach (var before in record.Instances)
        {
            if (await store.FindInstanceAsync(before.Id, cancellation) is not { } instance)
                continue;
            session.Runs.Remove(instance.Id);
            var left = instance.DefinitionVersionId;
            (instance.DefinitionVersionId, instance.Version, instance.Name) = (before.DefinitionVersionId, before.Version, before.Name);
            (instance.Status, instance.SubStatus, instance.FinishedAt) = (before.Status, before.SubStatus, before.FinishedAt);
            (instance.StateJson, instance.UpdatedAt) = (InstanceState.GoBack(before.StateJson, instance.StateJson), Now);
            var data = intervention.ToJson();
            (data["from"], data["to"], data["version"]) = (left, before.DefinitionVersionId, before.Version);
            store.Append(new JournalEntry
            {
                InstanceId = instance.Id,
                Sequence = ++instance.LastSequence,
                At = Now,
                Kind = JournalKinds.InstanceMoveUndone,
                CorrelationId = instance.CorrelationId,
                Data = data.ToJsonString(Json.Compact),
            });
        }

        await RestoreBookmarksAsync(store, record, cancellation);
        await RestoreTimersAsync(store, record, cancellation);
    }

    private static async Task RestoreBookmarksAsync(IEngineStore store, MoveRecord record, CancellationToken cancellation)
    {
        var now = new Dictionary<string, Bookmark>(StringComparer.Ordinal);
        foreach (var id in record.Instances.Select(i => i.Id).Concat(record.Bookmarks.Select(b => b.InstanceId)).Distinct(StringComparer.Ordinal))
        {
            foreach (var bookmark in await store.BookmarksOfAsync(id, cancellation))
                now[bookmark.Id] = bookmark;
        }

        foreach (var id in record.NewBookmarks.Where(now.ContainsKey))
            store.Remove(now[id]);
        foreach (var before in record.Bookmarks)
        {
            if (now.TryGetValue(before.Id, out var bookmark))
                bookmark.ActivityId = before.ActivityId;
            else
                store.Add(before);
        }
    }

    private static async Task RestoreTimersAsync(IEngineStore store, MoveRecord record, CancellationToken cancellation)
    {
        foreach (var id in record.NewTimers)
        {
            if (await store.FindTimerAsync(id, cancellation) is { } timer)
                store.Remove(timer);
        }

        foreach (var before in record.Timers)
        {
            if (await store.FindTimerAsync(before.Id, cancellation) is { } timer)
            {
                (timer.ActivityId, timer.DueAt, timer.Rule) = (before.ActivityId, before.DueAt, before.Rule);
                store.Moved(timer);
            }
            else
            {
                (before.LeaseOwner, before.LeaseUntil) = (null, null);
                store.Add(before);
            }
        }
    }
}
