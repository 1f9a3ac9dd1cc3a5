using System.Globalization;
using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Execution;

/// <summary>Where an execution stood before a step, so that what a failed step left behind can be taken back.</summary>
internal readonly record struct StepMark(long Counter, JsonObject? State, int Children, int AwaitedChildren)
{
    public static StepMark Of(InstanceRun run, ActivityExecution execution) => new(
        run.Counter,
        execution.State.Count > 0 ? (JsonObject)execution.State.DeepClone() : null,
        execution.Children.Count,
        execution.AwaitedChildren.Count);

    /// <summary>Whether something with this id of the instance came into being after the mark.</summary>
    public bool IsOlderThan(string id) =>
        long.TryParse(id.AsSpan(id.LastIndexOf('.') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > Counter;

    public void Restore(JsonObject state)
    {
        state.Clear();
        foreach (var (name, value) in State ?? [])
            state[name] = value?.DeepClone();
    }
}
