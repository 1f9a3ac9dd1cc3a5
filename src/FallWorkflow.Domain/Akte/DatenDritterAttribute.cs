namespace FallWorkflow.Domain.Akte;

/// <summary>
/// Marks a value of a fact as data about another person than the client (a member of the household, a relative). The client's
/// copy shows a placeholder with the reason in its place (R25), and each member's copy only what is about that member (R89).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DatenDritterAttribute : Attribute
{
    /// <summary>Only where another value of the same record says so, for example <c>Wessen=Angehoerige</c>; null: always.</summary>
    public string? Wenn { get; init; }
}
