using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Activities.BuiltIn;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Migration;

/// <summary>One instance on its way to another version: what can move where, and its state in the words of the target.</summary>
internal sealed class InstanceMove(InstanceRun run, DefinitionPlan target, MigrationPlan plan)
{
    private readonly Dictionary<string, PlanNode> _targets = new(StringComparer.Ordinal);
    private readonly List<MigrationObstacle> _obstacles = [];

    /// <summary>Open executions that are given up, with the activity that begins instead (null: none); by execution id.</summary>
    public Dictionary<string, PlanNode?> Dropped { get; } = new(StringComparer.Ordinal);

    public List<MigratedStep> Steps { get; } = [];

    /// <summary>Open flowcharts that are drawn otherwise in the target; by execution id.</summary>
    public HashSet<string> Redrawn { get; } = new(StringComparer.Ordinal);

    /// <summary>Finds a place for everything that is open. Empty if everything has one.</summary>
    public IReadOnlyList<MigrationObstacle> Check()
    {
        foreach (var left in run.LeftBehind)
            Obstacle(MigrationObstacleKind.ContainerChanged, left);
        if (run.Root is { } root)
        {
            if (root.Node.Definition.Type != target.Root.Definition.Type)
                Obstacle(MigrationObstacleKind.OtherType, root);
            else
                Place(root, target.Root);
        }

        return _obstacles;
    }

    /// <summary>The state, with every name of the old version replaced by that of the new one.</summary>
    public JsonObject Translate(JsonObject state)
    {
        if ((string?)state["trigger"] is { } trigger)
        {
            if (Counterpart(trigger) is { } node)
                state["trigger"] = node.Definition.Id;
            else
                state.Remove("trigger");
        }

        foreach (var item in state["open"] as JsonArray ?? [])
            TranslateExecution(item!.AsObject());
        foreach (var incident in state["incidents"] as JsonArray ?? [])
        {
            if (Counterpart((string)incident!["activity"]!) is { } node)
                incident["activity"] = node.Definition.Id;
        }

        var variables = state["vars"] as JsonObject ?? [];
        var kept = VariableScope.Defaults(target.Definition.Variables, blankIsNone: true);
        foreach (var (id, value) in variables)
        {
            if (kept.ContainsKey(id))
                kept[id] = value?.DeepClone();
        }

        state.Remove("vars");
        if (kept.Count > 0)
            state["vars"] = new JsonObject(kept.Select(v => KeyValuePair.Create(v.Key, v.Value)));
        return state;
    }

    /// <summary>Where an execution has gone; null if it was given up.</summary>
    public PlanNode? TargetOf(string executionId) => _targets.GetValueOrDefault(executionId);

    private void Place(ActivityExecution execution, PlanNode node)
    {
        _targets[execution.Id] = node;
        Steps.Add(new(
            execution.Node.Definition.Id, node.Definition.Id,
            execution.Node.Definition.Id == node.Definition.Id ? MigratedStepKind.Stays : MigratedStepKind.Mapped));
        if (execution.Node.Activity is WorkflowActivity)
        {
            Obstacle(MigrationObstacleKind.InsideUsedWorkflow, execution);
            return;
        }

        if (execution.Node.Children.Count > 0 || node.Children.Count > 0)
            CheckContainer(execution, node);
        foreach (var child in execution.Children)
            PlaceChild(child, execution, node);
    }

    private void PlaceChild(ActivityExecution child, ActivityExecution parent, PlanNode container)
    {
        var id = child.Node.Definition.Id;
        var wanted = plan.TargetOf(id);
        var inFlowchart = parent.Node.Activity is Flowchart;
        if (wanted.ActivityId is null)
        {
            GiveUp(child, null, inFlowchart, MigratedStepKind.GivenUp);
            return;
        }

        if (target.Find(wanted.ActivityId) is not { } node)
        {
            Obstacle(MigrationObstacleKind.NoCounterpart, child);
            return;
        }

        if (node.Parent != container)
        {
            Obstacle(MigrationObstacleKind.OtherContainer, child);
            return;
        }

        var sameType = node.Definition.Type == child.Node.Definition.Type;
        if (wanted.BeginsAnew || (!sameType && plan.Mapping.ContainsKey(id)))
            GiveUp(child, node, inFlowchart, MigratedStepKind.BegunAnew);
        else if (!sameType)
            Obstacle(MigrationObstacleKind.OtherType, child);
        else
            Place(child, node);
    }

    private void GiveUp(ActivityExecution execution, PlanNode? instead, bool inFlowchart, MigratedStepKind kind)
    {
        if (!inFlowchart)
        {
            Obstacle(MigrationObstacleKind.OnlyInFlowchart, execution);
            return;
        }

        if (instead?.Activity is IFollowsUp)
        {
            Obstacle(MigrationObstacleKind.CannotBeginAnew, execution);
            return;
        }

        Dropped[execution.Id] = instead;
        Redrawn.Add(execution.Parent!.Id);
        Steps.Add(new(execution.Node.Definition.Id, instead?.Definition.Id, kind));
    }

    // The state of a flowchart in counter mode and of a sequence can be told in the words of another one; that of a loop
    // or of parallel branches has a meaning only for the very same construction.
    private void CheckContainer(ActivityExecution execution, PlanNode node)
    {
        if (execution.Node.Activity is Flowchart)
        {
            if (SameFlow(execution.Node.Definition, node.Definition))
                return;
            if (execution.State.ContainsKey(Flowchart.TokenMark))
                Obstacle(MigrationObstacleKind.TokensChanged, execution);
            Redrawn.Add(execution.Id);
        }
        else if (execution.Node.Activity is not Sequence && !SameConstruction(execution.Node.Definition, node.Definition))
        {
            Obstacle(MigrationObstacleKind.ContainerChanged, execution);
        }
    }

    private static bool SameFlow(ActivityDefinition a, ActivityDefinition b) =>
        a.Connections.SequenceEqual(b.Connections) && a.Activities.Select(c => c.Id).SequenceEqual(b.Activities.Select(c => c.Id), StringComparer.Ordinal);

    private static bool SameConstruction(ActivityDefinition a, ActivityDefinition b) =>
        a.Activities.Select(c => (c.Id, c.Type)).SequenceEqual(b.Activities.Select(c => (c.Id, c.Type)))
        && a.Inputs.Count == b.Inputs.Count
        && a.Inputs.All(i => b.Inputs.TryGetValue(i.Key, out var other) && other.Type == i.Value.Type && JsonNode.DeepEquals(other.Value, i.Value.Value));

    private PlanNode? Counterpart(string activityId) => plan.TargetOf(activityId).ActivityId is { } id ? target.Find(id) : null;

    private void TranslateExecution(JsonObject item)
    {
        if (TargetOf((string)item["id"]!) is not { } node)
            return;
        var old = run.Executions[(string)item["id"]!];
        item["a"] = node.Definition.Id;
        if (item["redo"]?["left"] is JsonArray lefts)
        {
            foreach (var left in lefts)
            {
                if (Counterpart((string)left!["a"]!) is { } child)
                    left["a"] = child.Definition.Id;
            }
        }

        if (node.Definition.Variables.Count > 0)
        {
            var values = VariableScope.Defaults(node.Definition.Variables);
            foreach (var (id, value) in item["v"] as JsonObject ?? [])
            {
                if (values.ContainsKey(id))
                    values[id] = value?.DeepClone();
            }

            item["v"] = new JsonObject(values.Select(v => KeyValuePair.Create(v.Key, v.Value)));
        }

        if (old.Node.Activity is Flowchart && !old.State.ContainsKey(Flowchart.TokenMark))
        {
            item["s"] = FlowTranslation.Counts(
                old.State, old.Node, node, run.TriggerActivityId, run.TriggerActivityId is { } trigger ? Counterpart(trigger)?.Definition.Id : null, Counterpart);
        }
        else if (old.Node.Activity is Sequence && old.Children is [var open, ..] && TargetOf(open.Id) is { } openNode)
        {
            item["s"]!["i"] = node.Children.ToList().IndexOf(openNode);
        }
    }

    private void Obstacle(MigrationObstacleKind kind, ActivityExecution execution)
    {
        var definition = execution.Node.Definition;
        _obstacles.Add(new(kind, definition.Id, definition.DisplayText.Length > 0 ? definition.DisplayText : definition.Id));
    }
}
