using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class UebergeordnetesZielMussBestehen(Fall fall, string? zielId) : IRegel
{
    public bool IsBroken => !string.IsNullOrEmpty(zielId) && !fall.Ziele.ContainsKey(zielId);

    public string Quelle => "R29";

    public string? Feld => "uebergeordnetesZiel";
}
