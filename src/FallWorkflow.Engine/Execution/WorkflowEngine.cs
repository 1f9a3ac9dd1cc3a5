using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Expressions;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Execution;

/// <summary>
/// Runs workflow definitions. One instance serves all bursts; it keeps nothing of them but what hangs on the
/// <see cref="Burst"/> itself. A burst belongs to one caller at a time.
/// </summary>
public sealed partial class WorkflowEngine : IWorkflowEngine
{
    private readonly IDefinitionCatalog _catalog;
    private readonly ActivityRegistry _activities;
    private readonly ConditionalWeakTable<Burst, BurstSession> _sessions = [];
    private readonly ConditionalWeakTable<WorkflowDefinition, DefinitionPlan> _plans = [];

    public WorkflowEngine(
        IDefinitionCatalog catalog,
        ActivityRegistry activities,
        TimeProvider time,
        IEnumerable<IExpressionExtension>? extensions = null,
        EngineOptions? options = null)
    {
        _catalog = catalog;
        _activities = activities;
        Time = time;
        Options = options ?? new EngineOptions();
        Expressions = new ExpressionEvaluator(time, Options, extensions ?? []);
    }

    internal TimeProvider Time { get; }

    internal EngineOptions Options { get; }

    internal ExpressionEvaluator Expressions { get; }

    internal DateTimeOffset Now => Time.GetUtcNow();

    public string NameOf(WorkflowInstance instance) =>
        _catalog.FindVersion(instance.DefinitionVersionId)?.Name is { Length: > 0 } name ? name : instance.DefinitionId;

    public async Task<WorkflowInstance> StartAsync(
        Burst burst, string definitionId, string? correlationId, JsonObject? input = null, CancellationToken cancellation = default)
    {
        var session = Session(burst);
        var run = Create(session, Published(definitionId), correlationId, input);
        await DrainAsync(session, cancellation);
        return run.Instance;
    }

    public async Task<int> PublishAsync(Burst burst, Stimulus stimulus, CancellationToken cancellation = default)
    {
        var session = Session(burst);
        var reached = await DeliverAsync(session, stimulus, cancellation);
        await DrainAsync(session, cancellation);
        return reached;
    }

    public async Task<bool> FireTimerAsync(Burst burst, string timerId, CancellationToken cancellation = default)
    {
        var timer = await burst.Store.FindTimerAsync(timerId, cancellation);
        if (timer is null || timer.DueAt > Now)
            return false;

        var session = Session(burst);
        var run = await LoadAsync(session, timer.InstanceId, cancellation);
        if (run is null || !(run.IsRunning || run.IsParked) || !run.Executions.TryGetValue(timer.ExecutionId, out var execution))
        {
            burst.Store.Remove(timer);
            return false;
        }

        if (MustHold(run, execution) && (run.IsParked || timer.Name != RetryStrategy.Timer))
        {
            run.Remove(timer);
            Hold(run, execution, Held.Of(timer));
            Save(session);
            return true;
        }

        run.Journal(Now, JournalKinds.TimerFired, execution, new JsonObject { ["timer"] = timer.Name, ["due"] = timer.DueAt });
        run.Remove(timer);
        session.Enqueue(run, execution, new Resumption(TimerName: timer.Name));
        await DrainAsync(session, cancellation);
        return true;
    }

    public async Task<WorkflowInstance?> FireScheduleAsync(Burst burst, ScheduleTrigger trigger, CancellationToken cancellation = default)
    {
        if (_catalog.FindPublished(trigger.DefinitionId) is not { } definition
            || Triggers.Candidates(definition).FirstOrDefault(a => a.Id == trigger.ActivityId && Triggers.IsSchedule(a)) is not { } activity)
            return null;

        var session = Session(burst);
        var input = new JsonObject { ["Schedule"] = trigger.Schedule, ["DueAt"] = trigger.DueAt };
        var run = Create(session, definition, null, input, triggerActivityId: activity.Id);
        await DrainAsync(session, cancellation);
        return run.Instance;
    }

    public async Task<bool> CancelAsync(Burst burst, string instanceId, string reason, CancellationToken cancellation = default)
    {
        var session = Session(burst);
        var run = await LoadAsync(session, instanceId, cancellation);
        if (run is null || !(run.IsRunning || run.IsParked))
            return false;

        await EndAsync(session, run, WorkflowSubStatus.Cancelled, reason, cancellation);
        await DrainAsync(session, cancellation);
        return true;
    }

    public async Task MoveTimerAsync(
        Burst burst, WorkflowTimer timer, DateTimeOffset dueAt, string? rule, string reason, CancellationToken cancellation = default)
    {
        var session = Session(burst);
        var run = await LoadAsync(session, timer.InstanceId, cancellation);
        if (run is null)
            return;

        run.Journal(Now, JournalKinds.TimerMoved, run.Executions.GetValueOrDefault(timer.ExecutionId), new JsonObject
        {
            ["timer"] = timer.Name,
            ["from"] = timer.DueAt,
            ["to"] = dueAt,
            ["reason"] = reason,
        });
        timer.DueAt = dueAt.ToUniversalTime();
        timer.Rule = rule;
        burst.Store.Moved(timer);
        Save(session);
    }

    // The main loop: steps until everything waits, then the next stimulus, until there is none.
    private async Task DrainAsync(BurstSession session, CancellationToken cancellation)
    {
        while (true)
        {
            if (session.Steps.TryDequeue(out var step))
                await StepAsync(session, step, cancellation);
            else if (session.Stimuli.TryDequeue(out var stimulus))
                await DeliverAsync(session, stimulus, cancellation);
            else if (await TakeEarlyAsync(session, cancellation) is { } early)
                await DeliverAsync(session, early, cancellation, triggers: false);
            else if (!await ReleaseAsync(session, cancellation) && !await FaultStuckAsync(session, cancellation))
                break;
        }

        // Called by an activity in the middle of its step: the call that runs the activity writes what all of them did.
        if (session.InActivity > 0)
            return;
        session.Deliveries = 0;
        session.Call++;
        Save(session);
    }

    private async Task StepAsync(BurstSession session, Step step, CancellationToken cancellation)
    {
        var (run, execution, resumption) = step;
        run.Pending--;
        if (run.IsRunning && !execution.Ended)
        {
            cancellation.ThrowIfCancellationRequested();
            var mark = StepMark.Of(run, execution);
            var redo = Redo.Of(execution, resumption);
            try
            {
                if (run.CountStep(session.Call) > Options.MaxStepsPerCall)
                    throw new InvalidOperationException($"More than {Options.MaxStepsPerCall} steps without waiting.");
                if (resumption?.TimerName == RetryStrategy.Timer)
                    await RedoAsync(session, run, execution, cancellation);
                else
                    await RunActivityAsync(session, run, execution, resumption, cancellation);
            }
            catch (Exception e) when (!Options.AbortsBurst(e))
            {
                await FaultAsync(session, run, execution, e, mark, redo, cancellation);
            }
        }

        // A fault lets the branches under way run on; it stops the instance once they all wait or have ended.
        if (run is { IsRunning: true, Pending: 0, Incidents.Count: > 0 } && !GoesOn(run))
            await ParkAsync(session, run, cancellation);
    }

    private async Task RunActivityAsync(
        BurstSession session, InstanceRun run, ActivityExecution execution, Resumption? resumption, CancellationToken cancellation)
    {
        if (execution.Bookmarks > 0)
            await run.BookmarksAsync(cancellation);
        if (execution.Timers > 0)
            await run.TimersAsync(cancellation);

        var node = execution.Node;
        var activity = node.Activity ?? throw new ActivityTypeUnknownException(node.Definition.Type);
        var context = new ActivityContext(this, session, run, execution, cancellation);
        session.InActivity++;
        try
        {
            if (execution.Started)
            {
                await activity.ResumeAsync(context, resumption ?? new Resumption());
            }
            else
            {
                execution.Started = true;
                if (node.Definition.Variables.Count > 0)
                    execution.Variables = VariableScope.Defaults(node.Definition.Variables);
                await activity.ExecuteAsync(context);
            }
        }
        finally
        {
            session.InActivity--;
        }

        if (execution.Ended || !run.IsRunning)
            return;
        context.JournalStart();
        if (!execution.Waits && execution.Children.Count == 0)
            throw new InvalidOperationException($"{node.Definition.Type} neither completed nor left anything to wait for.");
    }

    // Resumes every bookmark that the stimulus matches, then starts the definitions it triggers.
    private async Task<int> DeliverAsync(BurstSession session, Stimulus stimulus, CancellationToken cancellation, bool triggers = true)
    {
        if (++session.Deliveries > Options.MaxStepsPerCall)
            throw new InvalidOperationException($"More than {Options.MaxStepsPerCall} stimuli without waiting.");

        HashSet<string> reached = new(StringComparer.Ordinal);
        HashSet<string> held = new(StringComparer.Ordinal);
        var bookmarks = await session.Burst.Store.FindBookmarksAsync(stimulus.Name, stimulus.Key, stimulus.CorrelationId, cancellation);
        foreach (var bookmark in bookmarks.Where(b => stimulus.IsFor(b) && (session.Burst.Reaches?.Invoke(b) ?? true)).ToArray())
        {
            var run = await LoadAsync(session, bookmark.InstanceId, cancellation);
            if (run is not null && await WasBeatenAsync(session, run, bookmark, cancellation))
                continue;
            if (run is null || !(run.IsRunning || run.IsParked) || !run.Executions.TryGetValue(bookmark.ExecutionId, out var execution))
            {
                session.Burst.Store.Remove(bookmark);
                continue;
            }

            if (MustHold(run, execution))
            {
                // The bookmark stays: what comes after this may be meant for it as well.
                if (!run.IsParked || held.Add(run.Instance.Id))
                    Hold(run, execution, new Held(stimulus with { Payload = stimulus.Payload?.DeepClone() }, run.IsParked ? null : execution.Id));
                reached.Add(run.Instance.Id);
                continue;
            }

            Resume(session, run, execution, bookmark, stimulus);
            reached.Add(run.Instance.Id);
        }

        if (reached.Count == 0)
            KeepIfEarly(session, stimulus);
        foreach (var definition in triggers && stimulus.InstanceId is null ? _catalog.FindTriggeredBy(stimulus.Name) : [])
        {
            var run = Create(session, definition, stimulus.CorrelationId, stimulus.Payload?.DeepClone() as JsonObject, trigger: stimulus);
            run.Journal(Now, JournalKinds.StimulusReceived, run.Root, StimulusData(stimulus));
            reached.Add(run.Instance.Id);
        }

        return reached.Count;
    }

    // As in Elsa, waits of one instance for the same stimulus go on one after the other, so that the first may win a race.
    private async ValueTask<bool> WasBeatenAsync(BurstSession session, InstanceRun run, Bookmark bookmark, CancellationToken cancellation)
    {
        if (run.Pending == 0 || session.InActivity > 0)
            return false;
        while (session.Steps.TryDequeue(out var step))
            await StepAsync(session, step, cancellation);
        return (await run.BookmarksAsync(cancellation)).All(b => b.Id != bookmark.Id);
    }

    private static JsonObject StimulusData(Stimulus stimulus)
    {
        var data = new JsonObject { ["stimulus"] = stimulus.Name };
        if (stimulus.Key is not null)
            data["key"] = stimulus.Key;
        if (stimulus.Payload is not null)
            data["payload"] = stimulus.Payload.DeepClone();
        return data;
    }

    private WorkflowDefinition Published(string definitionId) =>
        _catalog.FindPublished(definitionId) ?? throw new DefinitionNotFoundException(definitionId);

    private DefinitionPlan Plan(WorkflowDefinition definition)
    {
        if (_plans.TryGetValue(definition, out var known))
            return known;
        var plan = new DefinitionPlan(definition, _activities, _catalog);
        // A workflow that is used as an activity may be published later.
        return plan.IsComplete ? _plans.GetValue(definition, _ => plan) : plan;
    }

    private BurstSession Session(Burst burst) => _sessions.GetValue(burst, static b => new BurstSession(b));
}
