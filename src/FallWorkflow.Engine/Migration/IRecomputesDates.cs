using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Engine.Migration;

/// <summary>An activity that can compute the dates of a wait anew, by the values of the version it has moved to.</summary>
public interface IRecomputesDates
{
    /// <summary>Moves the timers of an open execution; it must not complete it.</summary>
    ValueTask RecomputeAsync(IActivityContext context);
}
