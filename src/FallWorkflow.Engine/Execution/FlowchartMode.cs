namespace FallWorkflow.Engine.Execution;

/// <summary>How flowcharts decide what runs where branches meet.</summary>
public enum FlowchartMode
{
    /// <summary>Every activity waits for all of its inbound branches that were taken. Elsa's default.</summary>
    Counter,

    /// <summary>A token per connection taken; the activity's <c>mergeMode</c> decides, and without one it runs as soon as nothing is on its way to what leads to it.</summary>
    Token,
}
