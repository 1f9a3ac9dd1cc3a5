using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ZielMussNeuSein(Fall fall, string zielId) : IRegel
{
    public bool IsBroken => fall.Ziele.ContainsKey(zielId);

    public string Quelle => "R32";

    public string? Feld => "zielId";
}
