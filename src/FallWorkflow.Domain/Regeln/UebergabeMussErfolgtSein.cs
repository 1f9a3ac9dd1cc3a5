using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class UebergabeMussErfolgtSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.UebergebenAm is null;

    public string Quelle => "R06";
}
