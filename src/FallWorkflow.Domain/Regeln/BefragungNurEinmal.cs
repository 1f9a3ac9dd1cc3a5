using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class BefragungNurEinmal(Fall fall) : IRegel
{
    public bool IsBroken => fall.BefragungAngebotenAm is not null;

    public string Quelle => "R80";
}
