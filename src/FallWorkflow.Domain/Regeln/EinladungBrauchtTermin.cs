using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

/// <summary>Also of one that is over: what was sent may be noted late.</summary>
internal sealed class EinladungBrauchtTermin(Fall fall, string terminId, DateOnly wirksamAm) : IRegel
{
    public bool IsBroken => fall.FindTermin(terminId) is not { } termin || wirksamAm < termin.VereinbartAm;

    public string Quelle => "R50";

    public string? Feld => "terminId";
}
