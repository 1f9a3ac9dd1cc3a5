using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Replay;

/// <summary>
/// Stands in for an activity of the host: it does to its own instance what the journal says the activity did, and
/// nothing to the world. Its inputs are evaluated, so that a changed expression is noticed.
/// </summary>
internal sealed class ReplayedActivity(ActivityDescriptor descriptor) : IActivity
{
    public ActivityDescriptor Descriptor => descriptor;

    public ValueTask ExecuteAsync(IActivityContext context) => PlayAsync((ActivityContext)context);

    public ValueTask ResumeAsync(IActivityContext context, Resumption resumption) => PlayAsync((ActivityContext)context);

    private static async ValueTask PlayAsync(ActivityContext context)
    {
        var cursor = context.Replay!;
        var execution = context.Execution;
        while (!execution.Ended && cursor.Next is { } entry && cursor.IsOf(entry, execution) && !JournalReplay.IsInput(entry))
        {
            var data = cursor.NextData;
            switch (entry.Kind)
            {
                case JournalKinds.HostValue:
                    cursor.Note(data);
                    context.JournalAsIs(entry.Kind, data);
                    break;
                case JournalKinds.ActivityStarted:
                    Evaluate(context, cursor, data);
                    context.JournalStart();
                    break;
                case JournalKinds.TimerArmed:
                    context.ArmTimer((string)data["timer"]!, data["due"]!.GetValue<DateTimeOffset>(), (string?)data["rule"]);
                    break;
                case JournalKinds.TimerMoved:
                    context.ArmTimer((string)data["timer"]!, data["to"]!.GetValue<DateTimeOffset>(), (string?)data["rule"]);
                    break;
                case JournalKinds.VariableSet:
                    if (!data.ContainsKey("value"))
                        throw cursor.Difference("the journal does not hold so long a value");
                    context.SetVariable(
                        VariableScope.ByName(context, (string)data["variable"]!) ?? throw cursor.Difference("there is no such variable"), data["value"]?.DeepClone());
                    break;
                case JournalKinds.ChildStarted:
                    await context.StartChildAsync((string)data["definition"]!, null, null, data["wait"]!.GetValue<bool>());
                    break;
                case JournalKinds.ActivityFaulted or JournalKinds.ActivityRetrying:
                    throw new ReplayedFault((string)data["message"]!, (string)data["exception"]!);
                case JournalKinds.ActivityCompleted or JournalKinds.TimerDropped:
                    var end = cursor.Ahead.First(e => e.Kind == JournalKinds.ActivityCompleted && cursor.IsOf(e, execution));
                    await context.CompleteAsync([.. (JournalCursor.Data(end)["outcomes"]?.AsArray() ?? []).Select(o => (string)o!)]);
                    return;
                case JournalKinds.ActivityCancelled:
                    return;
                default:
                    context.Journal(entry.Kind, data.Count == 0 ? null : data.DeepClone());
                    break;
            }
        }

        // What it waits for comes from the journal; that it waits is all the engine has to know.
        if (!execution.Ended && execution.Bookmarks == 0)
            execution.Bookmarks = 1;
    }

    private static void Evaluate(ActivityContext context, JournalCursor cursor, System.Text.Json.Nodes.JsonObject data)
    {
        cursor.AnswersQuietly = true;
        try
        {
            foreach (var (name, _) in data["inputs"] as System.Text.Json.Nodes.JsonObject ?? [])
                context.Input(name);
        }
        finally
        {
            cursor.AnswersQuietly = false;
        }
    }
}
