using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Service.Prozesse;

/// <summary>A definition was refused; what was published before stays in force.</summary>
internal sealed class DefinitionUngueltigException(IReadOnlyList<Prozessproblem> probleme)
    : FallWorkflowException(Texte.Of("Prozess.Abgelehnt", probleme.Count))
{
    public IReadOnlyList<Prozessproblem> Probleme { get; } = probleme;
}
