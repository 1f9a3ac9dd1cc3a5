using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Activities.BuiltIn;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Replay;

/// <summary>
/// Runs a recorded journal against its definition: the same inputs (stimuli, timers, ends of children, what people
/// decided) at the same instants must lead to the same entries. Activities and functions of the host are not run; what they
/// did and answered is taken from the journal.
/// </summary>
public static class JournalReplay
{
    private static readonly HashSet<string> Inputs = new(StringComparer.Ordinal)
    {
        JournalKinds.StimulusReceived, JournalKinds.TimerFired, JournalKinds.ChildEnded, JournalKinds.CancelRequested,
        JournalKinds.IncidentRetried, JournalKinds.IncidentSkipped, JournalKinds.Held,
    };

    /// <param name="registry">Activities that the definition uses; those of the host are only asked for their descriptors.</param>
    /// <param name="functions">Functions of the host; only their names count.</param>
    public static async Task<ReplayResult> RunAsync(
        RecordedJournal journal, WorkflowDefinition definition, ActivityRegistry registry, IEnumerable<IExpressionExtension>? functions = null,
        CancellationToken cancellation = default)
    {
        var clock = new ReplayClock();
        var cursor = new JournalCursor(journal, clock);
        var catalog = new InMemoryDefinitionCatalog();
        catalog.Add(definition);
        var activities = new ActivityRegistry(registry.All.Select(a => IsEngines(a) ? a : new ReplayedActivity(a.Descriptor)));
        var engine = new WorkflowEngine(catalog, activities, clock, functions, new EngineOptions
        {
            NewInstanceId = _ => journal.InstanceId,
            AbortsBurst = e => e is ReplayDifferenceException or OperationCanceledException,
        });
        try
        {
            await engine.ReplayAsync(new Burst(new ReplayStore(cursor)), cursor, definition, cancellation);
            return new ReplayResult(null, cursor.Position);
        }
        catch (ReplayDifferenceException e)
        {
            return new ReplayResult(e.Message, cursor.Position);
        }
    }

    /// <summary>Entries that something from outside caused; all others must follow from them.</summary>
    internal static bool IsInput(JournalEntry entry) =>
        Inputs.Contains(entry.Kind) || (entry.Kind == JournalKinds.TimerMoved && JournalCursor.Data(entry).ContainsKey("reason"));

    private static bool IsEngines(IActivity activity) => activity is BuiltInActivity;
}
