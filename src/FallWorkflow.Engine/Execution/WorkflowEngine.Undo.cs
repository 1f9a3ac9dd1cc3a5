using System.Text.Json.Nodes;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Migration;
using FallWorkflow.Engine.Timers;

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
            Append(store, instance, JournalKinds.InstanceMoveUndone, data);
        }

        await RestoreBookmarksAsync(store, record, cancellation);
        await RestoreTimersAsync(store, record, intervention.Reason, cancellation);
    }

    private void Append(IEngineStore store, WorkflowInstance instance, string kind, JsonObject data, WorkflowTimer? timer = null) => store.Append(new JournalEntry
    {
        InstanceId = instance.Id,
        Sequence = ++instance.LastSequence,
        At = Now,
        Kind = kind,
        CorrelationId = instance.CorrelationId,
        ActivityId = timer?.ActivityId,
        ExecutionId = timer?.ExecutionId,
        Data = data.ToJsonString(Json.Compact),
    });

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

    // The journal tells the dates as it does when an activity changes them.
    private async Task RestoreTimersAsync(IEngineStore store, MoveRecord record, string reason, CancellationToken cancellation)
    {
        foreach (var id in record.NewTimers)
        {
            if (await store.FindTimerAsync(id, cancellation) is not { } timer)
                continue;
            await JournalAsync(JournalKinds.TimerDropped, timer, new JsonObject { ["timer"] = timer.Name, ["due"] = timer.DueAt });
            store.Remove(timer);
        }

        foreach (var before in record.Timers)
        {
            if (await store.FindTimerAsync(before.Id, cancellation) is { } timer)
            {
                if (timer.DueAt != before.DueAt)
                {
                    await JournalAsync(JournalKinds.TimerMoved, before, ActivityContext.WithRule(new JsonObject
                    {
                        ["timer"] = timer.Name,
                        ["from"] = timer.DueAt,
                        ["to"] = before.DueAt,
                        ["reason"] = reason,
                    }, before.Rule));
                }

                (timer.ActivityId, timer.DueAt, timer.Rule) = (before.ActivityId, before.DueAt, before.Rule);
                store.Moved(timer);
            }
            else
            {
                (before.LeaseOwner, before.LeaseUntil) = (null, null);
                store.Add(before);
                await JournalAsync(JournalKinds.TimerArmed, before, ActivityContext.WithRule(new JsonObject { ["timer"] = before.Name, ["due"] = before.DueAt }, before.Rule));
            }
        }

        async Task JournalAsync(string kind, WorkflowTimer timer, JsonObject data)
        {
            if (await store.FindInstanceAsync(timer.InstanceId, cancellation) is { } instance)
                Append(store, instance, kind, data, timer);
        }
    }
}
