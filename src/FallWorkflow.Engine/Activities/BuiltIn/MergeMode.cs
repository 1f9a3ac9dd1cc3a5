using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>What an activity does in token mode when tokens arrive (its <c>customProperties.mergeMode</c>).</summary>
internal enum MergeMode
{
    /// <summary>Runs as soon as no token is on its way to an activity that leads here. Also without a mode.</summary>
    Stream,

    /// <summary>Waits for a token on every forward connection; a branch that is never taken blocks it for good.</summary>
    Merge,

    /// <summary>Waits for a token on every connection, those that lead back included.</summary>
    Converge,

    /// <summary>Runs with the first token; those of the other branches are swallowed as they come.</summary>
    Cascade,

    /// <summary>As Cascade, and what waits in the other branches is dropped.</summary>
    Race,
}

/// <summary>Reads the mode of an activity.</summary>
internal static class MergeModes
{
    /// <summary>A FlowJoin is asked for its own mode: WaitAny races, the others merge.</summary>
    public static MergeMode Of(ActivityContext flowchart, PlanNode target)
    {
        if (target.Activity is FlowJoin)
            return FlowJoin.Mode(flowchart, target) == "WaitAny" ? MergeMode.Race : MergeMode.Merge;
        var custom = JsonShape.Property(target.Definition.Source, "customProperties") as System.Text.Json.Nodes.JsonObject;
        return custom is not null && Enum.TryParse<MergeMode>(JsonShape.Text(custom, "mergeMode"), ignoreCase: true, out var mode) && Enum.IsDefined(mode)
            ? mode
            : MergeMode.Stream;
    }
}
