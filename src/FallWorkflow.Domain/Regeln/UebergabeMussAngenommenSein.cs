using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class UebergabeMussAngenommenSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.UebergabeAngenommenAm is null;

    public string Quelle => "R07";
}
