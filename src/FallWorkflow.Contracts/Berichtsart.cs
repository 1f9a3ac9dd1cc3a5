namespace FallWorkflow.Contracts;

/// <summary>What the partner reports about a referral (R59); text on the wire.</summary>
public enum Berichtsart
{
    /// <summary>The service starts.</summary>
    Beginn,

    /// <summary>News of the course.</summary>
    Verlauf,

    /// <summary>A problem that the case manager should know.</summary>
    Problem,

    /// <summary>The service ends; the text carries the result.</summary>
    Ende,
}
