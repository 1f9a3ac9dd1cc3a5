using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ErgebnisseMuessenUebernommenSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.Zuweisungen.Values.Any(z => z.Stand == Zuweisungsstand.Beendet);

    public string Quelle => "R61";

    public bool AbweichungMoeglich => true;
}
