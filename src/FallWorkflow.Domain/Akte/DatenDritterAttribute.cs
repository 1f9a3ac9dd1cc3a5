namespace FallWorkflow.Domain.Akte;

/// <summary>
/// Marks a value of a fact as private data about another person than the client (a member of the household, a relative); whoever
/// appears in their profession (staff, partners, employers) is named, for nothing of that is kept from the client. The client's copy shows a placeholder with the reason in its place (R25), and each member's copy only what is about that member (R89).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DatenDritterAttribute : Attribute
{
    /// <summary>Only where another value of the same record says so, for example <c>Art=Angehoerige|Sonstige</c>; null: always.</summary>
    public string? Wenn { get; init; }

    /// <summary>The value is replaced in its own place; elsewhere only if it looks like a full name, since it may as well say a role, such as "Schwester".</summary>
    public bool NurHier { get; init; }
}
