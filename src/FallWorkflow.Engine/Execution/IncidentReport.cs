namespace FallWorkflow.Engine.Execution;

/// <summary>An open incident with what a person can do about it.</summary>
/// <param name="ActivityName">What stands on the canvas.</param>
/// <param name="Outcomes">By which the failed activity may be left; those that lead somewhere come first.</param>
/// <param name="Outputs">Outputs of the activity that are bound to variables, by name.</param>
/// <param name="CanContinue">Whether the instance kept what it was in the middle of, so that it can be retried.</param>
public sealed record IncidentReport(
    Incident Incident, string ActivityName, IReadOnlyList<string> Outcomes, IReadOnlyList<string> Outputs, bool CanContinue)
{
    /// <summary>Whether the failed activity is still open, so that it can be left by an outcome.</summary>
    public bool CanSkip => CanContinue && Incident.ExecutionId is not null;
}
