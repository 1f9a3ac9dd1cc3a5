using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Expressions;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Execution;

/// <summary>What an activity sees of itself, and what containers need beyond that.</summary>
internal sealed class ActivityContext(
    WorkflowEngine engine, BurstSession session, InstanceRun run, ActivityExecution execution, CancellationToken cancellation) : IActivityContext
{
    public ActivityDefinition Activity => execution.Node.Definition;

    public WorkflowInstance Instance => run.Instance;

    public WorkflowDefinition Definition => run.Plan.Definition;

    public string ExecutionId => execution.Id;

    public Burst Burst => session.Burst;

    public DateTimeOffset Now => engine.Now;

    public JsonObject State => execution.State;

    public InstanceRun Run => run;

    public ActivityExecution Execution => execution;

    public PlanNode Node => execution.Node;

    /// <summary>How flowcharts of this instance begin; the definition's own choice goes before the engine's.</summary>
    public FlowchartMode FlowchartMode => run.Plan.FlowchartMode ?? engine.Options.FlowchartMode;

    /// <summary>Correlation of what this instance publishes or starts without naming one.</summary>
    public string? InheritedCorrelation => engine.Options.KeepsCorrelation ? run.Instance.CorrelationId : null;

    /// <summary>See <see cref="EngineOptions.ReadsTimesAsElsa"/>.</summary>
    public bool ReadsTimesAsElsa => engine.Options.ReadsTimesAsElsa;

    /// <summary>Bound for whatever an activity repeats by itself.</summary>
    public int MaxSteps => engine.Options.MaxStepsPerCall;

    public CancellationToken Cancellation => cancellation;

    public JsonNode? Input(string name)
    {
        if (!Activity.Inputs.TryGetValue(name, out var expression))
            return null;
        JsonNode? value;
        try
        {
            value = engine.Expressions.Evaluate(this, expression, Node.InputTypes.GetValueOrDefault(name))?.DeepClone();
        }
        catch (ExpressionException e)
        {
            throw new ExpressionException($"Failed to evaluate activity input '{char.ToUpperInvariant(name[0])}{name[1..]}': {e.Message}", e);
        }

        if (!execution.StartJournaled)
            (execution.EvaluatedInputs ??= [])[name] = value?.DeepClone();
        return value;
    }

    /// <param name="arguments">What scripts see as <c>args</c>.</param>
    public JsonNode? Evaluate(ExpressionDefinition expression, string? targetType, JsonObject? arguments = null) =>
        engine.Expressions.Evaluate(this, expression, targetType, arguments);

    public ScriptResult RunScript(string script) => engine.Expressions.Run(this, script);

    public void SetOutput(string name, JsonNode? value)
    {
        run.Touch();
        if (run.Plan.KeepsResults)
        {
            var key = Activity.Name.Length > 0 ? Activity.Name : Activity.Id;
            if (run.Results[key] is not JsonObject outputs)
                run.Results[key] = outputs = [];
            outputs[name] = value?.DeepClone();
            if (name == "result")
                run.LastResult = value?.DeepClone();
        }

        if (Activity.Outputs.TryGetValue(name, out var bound) && run.Plan.OutputNames.Contains(bound))
            run.Output[bound] = value?.DeepClone();
        // What is bound outside is looked for outside: a workflow used as activity has variables of its own.
        if (Activity.Outputs.TryGetValue(name, out var variableId) && VariableScope.ById(this, variableId, outside: Node.Activity is WorkflowActivity) is { } variable)
            SetVariable(variable, value);
    }

    /// <summary>Whether the variable bound to this output has a value already.</summary>
    public bool HasOutput(string name) =>
        Activity.Outputs.TryGetValue(name, out var variableId) && VariableScope.ById(this, variableId, outside: true)?.Value is not null;

    /// <summary>The workflows used as activities around this one, innermost first, each with its own context.</summary>
    public IEnumerable<(WorkflowActivity Workflow, ActivityContext Context)> UsedWorkflows()
    {
        for (var outer = execution.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.Node.Activity is WorkflowActivity workflow)
                yield return (workflow, Of(outer));
        }
    }

    /// <summary>The context of another open execution of this instance.</summary>
    public ActivityContext Of(ActivityExecution other) => new(engine, session, run, other, cancellation);

    /// <summary>A workflow input by name; inside a workflow used as activity first what that was given.</summary>
    public JsonNode? WorkflowInput(string name) =>
        UsedWorkflows().Any() && VariableScope.ByName(this, name) is { } given ? given.Value : JsonShape.Property(run.Input, name) ?? Iteration.Input(execution, name);

    /// <summary>Whether there is an activity of this name or id.</summary>
    public bool HasActivity(string idOrName) => run.Plan.ActivityNames.Contains(idOrName) || run.Plan.ActivityNameOf(idOrName) is not null;

    /// <summary>What an earlier activity put out, by its name or id; kept only if an expression of the definition can ask for it.</summary>
    public JsonNode? OutputOf(string activity, string output)
    {
        if ((run.Results[activity] ?? run.Results[run.Plan.ActivityNameOf(activity) ?? ""]) is not JsonObject outputs)
            return null;
        foreach (var (name, value) in outputs)
        {
            if (string.Equals(name, output, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    public void SetVariable(ScopedVariable variable, JsonNode? value)
    {
        var stored = ValueConversion.ToVariable(variable.Definition, value)?.DeepClone();
        variable.Values[variable.Definition.Id] = stored;
        var data = new JsonObject { ["variable"] = variable.Definition.Name };
        if (stored is null || stored.ToJsonString(Json.Compact).Length <= 2000)
            data["value"] = stored?.DeepClone();
        Journal(JournalKinds.VariableSet, data);
    }

    public void Correlate(string correlationId)
    {
        var before = Instance.CorrelationId;
        if (before == correlationId)
            return;
        Instance.CorrelationId = correlationId;
        Burst.Store.Recorrelated(Instance, before);
    }

    /// <summary>What started the instance, if this activity is its trigger and has not run yet; null otherwise.</summary>
    public JsonNode? TakeTrigger()
    {
        if (run.TriggerPayload is not { } payload || run.TriggerActivityId != Node.Key)
            return null;
        run.TriggerPayload = null;
        return payload;
    }

    public bool IsConnected(string port) => Node.IsConnected(port);

    public ValueTask CompleteAsync(params string[] outcomes)
    {
        ThrowIfEnded();
        return engine.CompleteAsync(session, run, execution, outcomes.Length == 0 ? [ActivityDescriptor.Done] : outcomes, cancellation);
    }

    /// <summary>As <see cref="CompleteAsync"/>, but without outcomes no connection is followed.</summary>
    public ValueTask CompleteByAsync(IReadOnlyList<string> outcomes)
    {
        ThrowIfEnded();
        return engine.CompleteAsync(session, run, execution, outcomes, cancellation);
    }

    public void WaitFor(string stimulus, string? key = null)
    {
        ThrowIfEnded();
        ArgumentException.ThrowIfNullOrEmpty(stimulus);
        run.Add(new Bookmark
        {
            Id = run.NextId(),
            InstanceId = run.Instance.Id,
            ExecutionId = execution.Id,
            ActivityId = Node.Key,
            Stimulus = stimulus,
            Key = key,
            CorrelationId = run.Instance.CorrelationId,
            CreatedAt = Now,
        });
        execution.Bookmarks++;
    }

    public void ArmTimer(string name, DateTimeOffset dueAt, string? rule = null)
    {
        ThrowIfEnded();
        dueAt = dueAt.ToUniversalTime();
        if (run.Timer(execution, name) is { } existing)
        {
            Journal(JournalKinds.TimerMoved, WithRule(new JsonObject { ["timer"] = name, ["from"] = existing.DueAt, ["to"] = dueAt }, rule));
            existing.DueAt = dueAt;
            existing.Rule = rule;
            session.Burst.Store.Moved(existing);
            return;
        }

        run.Add(new WorkflowTimer
        {
            Id = run.NextId(),
            InstanceId = run.Instance.Id,
            ExecutionId = execution.Id,
            ActivityId = Node.Key,
            Name = name,
            CorrelationId = run.Instance.CorrelationId,
            DueAt = dueAt,
            Rule = rule,
        });
        execution.Timers++;
        Journal(JournalKinds.TimerArmed, WithRule(new JsonObject { ["timer"] = name, ["due"] = dueAt }, rule));
    }

    // So that a timer that was lost can be put back as it was.
    internal static JsonObject WithRule(JsonObject data, string? rule)
    {
        if (rule is not null)
            data["rule"] = rule;
        return data;
    }

    public void Publish(Stimulus stimulus) => session.Stimuli.Enqueue(stimulus);

    public Task<WorkflowInstance> StartChildAsync(string definitionId, JsonObject? input, string? correlationId, bool wait)
    {
        ThrowIfEnded();
        JournalStart();
        var child = engine.StartChild(session, run, execution, definitionId, input?.DeepClone() as JsonObject, correlationId, wait);
        JournalChildStart(child, wait);
        return Task.FromResult(child);
    }

    /// <summary>As <see cref="StartChildAsync"/>, but the child runs until it waits or has ended before this returns.</summary>
    public Task<WorkflowInstance> RunChildAsync(string definitionId, JsonObject input, string? correlationId, bool wait)
    {
        ThrowIfEnded();
        JournalStart();
        return engine.RunChildAsync(session, this, definitionId, input, correlationId, wait, cancellation);
    }

    public void JournalChildStart(WorkflowInstance child, bool wait) =>
        Journal(JournalKinds.ChildStarted, new JsonObject { ["instance"] = child.Id, ["definition"] = child.DefinitionId, ["wait"] = wait });

    /// <summary>The journal that is being replayed; null in real life.</summary>
    public Replay.JournalCursor? Replay => session.Replay;

    /// <summary>Asks the host; the answer goes into the journal, since nothing else could tell a replay what it was.</summary>
    public JsonNode? HostValue(string function, JsonNode?[] arguments, Func<JsonNode?> ask)
    {
        var asked = new JsonArray([.. arguments.Select(a => a?.DeepClone())]);
        var quiet = Replay is { AnswersQuietly: true };
        var result = Replay is { } replay ? replay.HostValue(function, asked) : ask();
        if (!quiet)
            JournalAsIs(JournalKinds.HostValue, new JsonObject { ["function"] = function, ["arguments"] = asked, ["result"] = result?.DeepClone() });
        return result;
    }

    /// <summary>Appends to the journal without telling first that this execution has begun.</summary>
    public void JournalAsIs(string kind, JsonNode? data) => run.Journal(Now, kind, execution, data);

    public void Journal(string kind, JsonNode? data = null)
    {
        if (!execution.Ended)
            JournalStart();
        run.Journal(Now, kind, execution, data);
    }

    /// <summary>
    /// Written before the first other entry of this execution, or when it begins to wait. An activity that completes at
    /// once leaves only its completion.
    /// </summary>
    public void JournalStart()
    {
        if (execution.StartJournaled)
            return;
        execution.StartJournaled = true;
        run.Journal(Now, JournalKinds.ActivityStarted, execution,
            execution.EvaluatedInputs is { } inputs ? new JsonObject { ["inputs"] = inputs } : null);
        execution.EvaluatedInputs = null;
    }

    /// <summary>Schedules a child of this container; it runs in its turn.</summary>
    /// <param name="iteration">Variables of one round of a loop, see <see cref="Iteration"/>.</param>
    public ActivityExecution Schedule(PlanNode child, bool backward = false, Dictionary<string, JsonNode?>? iteration = null)
    {
        var scheduled = run.NewExecution(child, execution, backward);
        scheduled.Iteration = iteration;
        session.Enqueue(run, scheduled);
        return scheduled;
    }

    public ValueTask DropAsync(ActivityExecution child, string reason) => engine.DropAsync(session, run, child, reason, cancellation);

    /// <summary>Completes another open execution of this instance, with everything that is open inside it.</summary>
    public ValueTask CompleteOtherAsync(ActivityExecution other, IReadOnlyList<string> outcomes) =>
        engine.CompleteAsync(session, run, other, outcomes, cancellation);

    /// <summary>Ends the whole instance at once.</summary>
    public ValueTask FinishInstanceAsync() => engine.EndAsync(session, run, engine.SubStatusAtEnd(run), null, cancellation);

    private void ThrowIfEnded()
    {
        if (execution.Ended)
            throw new InvalidOperationException($"Activity '{Activity.Id}' has already completed.");
    }
}
