using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class UebergabeNurEinmal(Fall fall) : IRegel
{
    public bool IsBroken => fall.UebergebenAm is not null;

    public string Quelle => "R06";
}
