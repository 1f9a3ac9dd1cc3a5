using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class TerminMussNeuSein(Fall fall, string terminId) : IRegel
{
    public bool IsBroken => fall.Termine.ContainsKey(terminId);

    public string Quelle => "R48";
}
