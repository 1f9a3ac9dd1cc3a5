using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ZuweisungMussOffenSein(Fall fall, string zuweisungId) : IRegel
{
    public bool IsBroken => fall.Zuweisungen.GetValueOrDefault(zuweisungId) is not { IstOffen: true };

    public string Quelle => "R58";

    public string? Feld => "zuweisungId";
}
