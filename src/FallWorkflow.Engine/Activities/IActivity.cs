using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities;

/// <summary>
/// What one activity type does. Instances are shared and stateless; state lives in <see cref="IActivityContext.State"/>.
/// An expected outcome is a port; an exception becomes an incident that stops only its instance.
/// </summary>
public interface IActivity
{
    ActivityDescriptor Descriptor { get; }

    /// <summary>Runs; it must complete, or leave a bookmark, timer or child behind.</summary>
    ValueTask ExecuteAsync(IActivityContext context);

    /// <summary>A bookmark, timer or child of this activity has been reached.</summary>
    ValueTask ResumeAsync(IActivityContext context, Resumption resumption) =>
        throw new InvalidOperationException($"{Descriptor.TypeName} does not wait.");

    /// <summary>The activity is dropped while it waits (its bookmarks and timers go by themselves).</summary>
    ValueTask CancelAsync(IActivityContext context, string reason) => ValueTask.CompletedTask;
}

/// <summary>Why an activity goes on.</summary>
/// <param name="Stimulus">The stimulus that reached a bookmark; null for timers and children.</param>
/// <param name="TimerName">Name of the timer that fired; null otherwise.</param>
/// <param name="Child">The child instance that ended; null otherwise.</param>
public sealed record Resumption(Stimulus? Stimulus = null, string? TimerName = null, WorkflowInstance? Child = null);
