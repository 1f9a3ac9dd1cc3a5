using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class FreigabeBrauchtZweitePerson(Fall fall, string antragId, string von) : IRegel
{
    public bool IsBroken => fall.Antraege.TryGetValue(antragId ?? "", out var antrag) && antrag.ErfasstVon == von;

    public string Quelle => "R86";
}
