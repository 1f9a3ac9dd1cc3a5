using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class PauseMussBestehen(Fall fall, string pauseId, DateOnly bis) : IRegel
{
    public bool IsBroken => fall.Pausen.FirstOrDefault(p => p.Id == pauseId) is not { } pause || bis < pause.Von;

    public string Quelle => "Fristen";

    public string? Feld => "bis";
}
