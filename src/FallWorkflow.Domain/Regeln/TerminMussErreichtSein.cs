using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class TerminMussErreichtSein(Fall fall, string? terminId, DateOnly wirksamAm) : IRegel
{
    public bool IsBroken => fall.FindTermin(terminId) is { } termin && wirksamAm < termin.Am;

    public string Quelle => "R50";

    public string? Feld => "terminId";
}
