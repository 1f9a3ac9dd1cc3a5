using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class RueckfrageMussOffenSein(Fall fall, string zuweisungId) : IRegel
{
    public bool IsBroken => fall.Zuweisungen.GetValueOrDefault(zuweisungId)?.Stand is not Zuweisungsstand.Rueckfrage;

    public string Quelle => "R58";

    public string? Feld => "zuweisungId";
}
