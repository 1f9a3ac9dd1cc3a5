using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities;

/// <summary>What an activity sees of its own execution.</summary>
public interface IActivityContext
{
    ActivityDefinition Activity { get; }

    WorkflowInstance Instance { get; }

    WorkflowDefinition Definition { get; }

    /// <summary>Unique for this execution of the activity; together with the iteration the idempotency key of its effects.</summary>
    string ExecutionId { get; }

    Burst Burst { get; }

    /// <summary>Now, by the engine's clock.</summary>
    DateTimeOffset Now { get; }

    /// <summary>State of this execution; survives suspension. JSON values only.</summary>
    JsonObject State { get; }

    /// <summary>Evaluates an input; null if it is not set or yields null.</summary>
    /// <exception cref="Expressions.ExpressionException">The expression fails.</exception>
    JsonNode? Input(string name);

    /// <summary>Sets the variable that is bound to this output, if any.</summary>
    void SetOutput(string name, JsonNode? value);

    /// <summary>Whether a connection leaves this activity by the port.</summary>
    bool IsConnected(string port);

    /// <summary>Ends this execution; its remaining bookmarks and timers are dropped. Without outcomes it leaves by Done.</summary>
    ValueTask CompleteAsync(params string[] outcomes);

    /// <summary>Waits for a stimulus with the instance's correlation id.</summary>
    void WaitFor(string stimulus, string? key = null);

    /// <summary>Arms a timer, or moves the one of the same name of this execution.</summary>
    void ArmTimer(string name, DateTimeOffset dueAt, string? rule = null);

    /// <summary>Publishes a stimulus within the same burst, after the current activity has returned.</summary>
    void Publish(Stimulus stimulus);

    /// <summary>Starts a child within the same burst. With <paramref name="wait"/> this execution is resumed when the child has ended.</summary>
    Task<WorkflowInstance> StartChildAsync(string definitionId, JsonObject? input, string? correlationId, bool wait);

    /// <summary>Appends to the instance's journal.</summary>
    void Journal(string kind, JsonNode? data = null);
}
