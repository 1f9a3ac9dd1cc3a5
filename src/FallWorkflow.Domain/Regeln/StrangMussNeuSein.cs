using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class StrangMussNeuSein(Fall fall, string id, Strangart art) : IRegel
{
    public bool IsBroken => fall.Straenge.ContainsKey(id);

    public string Quelle => art.Quelle();
}
