using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ZielMussBestehen(Fall fall, string zielId) : IRegel
{
    public bool IsBroken => !fall.Ziele.ContainsKey(zielId);

    public string Quelle => "R31";

    public string? Feld => "zielId";
}
