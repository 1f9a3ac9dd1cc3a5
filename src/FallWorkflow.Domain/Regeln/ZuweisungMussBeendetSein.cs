using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ZuweisungMussBeendetSein(Fall fall, string zuweisungId) : IRegel
{
    public bool IsBroken => fall.Zuweisungen.GetValueOrDefault(zuweisungId)?.Stand is not Zuweisungsstand.Beendet;

    public string Quelle => "R61";

    public string? Feld => "zuweisungId";
}
