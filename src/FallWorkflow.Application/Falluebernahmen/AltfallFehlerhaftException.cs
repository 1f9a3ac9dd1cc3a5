using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>A line cannot be taken over; the caller reports it and goes on with the next one.</summary>
internal sealed class AltfallFehlerhaftException(IReadOnlyList<Uebernahmefehler> fehler)
    : FallWorkflowException(string.Join(" ", fehler.Select(f => f.Meldung)))
{
    public IReadOnlyList<Uebernahmefehler> Fehler { get; } = fehler;
}
