namespace FallWorkflow.Domain.Akte;

/// <summary>Pins the wire name of a fact, which is stored in every Akte and named in processes. Never change one.</summary>
/// <param name="name">Wire name, for example <c>KontaktGehalten</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TatsacheAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>Who may record it by hand: a comma-separated list of roles, see <see cref="Rollen"/>. Empty: only processes record it.</summary>
    public string Rollen { get; init; } = "";

    /// <summary>The API records it at an address of its own: a handover opens a Fall, a document brings its file.</summary>
    public bool EigeneAdresse { get; init; }

    /// <summary>Requirement numbers this fact serves, for the documentation.</summary>
    public string Anforderungen { get; init; } = "";
}
