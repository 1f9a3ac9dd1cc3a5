using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class PauseMussNeuSein(Fall fall, string pauseId) : IRegel
{
    public bool IsBroken => fall.Pausen.Any(p => p.Id == pauseId);

    public string Quelle => "Fristen";

    public string? Feld => "pauseId";
}
