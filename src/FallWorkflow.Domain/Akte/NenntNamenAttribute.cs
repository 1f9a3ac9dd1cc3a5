namespace FallWorkflow.Domain.Akte;

/// <summary>
/// Marks a value of a fact that names a person, an organisation or a place. The view without names leaves it out, and takes its
/// words out of every other text (R83).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NenntNamenAttribute : Attribute
{
    /// <summary>The value is left out, but its words stay elsewhere: it may as well say a role, such as "Klientin".</summary>
    public bool NurHier { get; init; }
}
