using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Domain.Regeln;

/// <summary>Input is missing or wrong; each problem names its field and the remedy.</summary>
public sealed class InvalidInputException(IReadOnlyList<Eingabefehler> fehler)
    : FallWorkflowException(string.Join(" ", fehler.Select(f => f.Meldung)))
{
    public InvalidInputException(string feld, string meldung)
        : this([new Eingabefehler(feld, meldung)])
    {
    }

    public IReadOnlyList<Eingabefehler> Fehler { get; } = fehler;
}
