using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class FallfuehrungMussUebertragenSein(Fall fall, string zuweisungId) : IRegel
{
    public bool IsBroken => fall.BeauftragterDritter != zuweisungId || zuweisungId is null;

    public string Quelle => "R65";

    public string? Feld => "zuweisungId";
}
