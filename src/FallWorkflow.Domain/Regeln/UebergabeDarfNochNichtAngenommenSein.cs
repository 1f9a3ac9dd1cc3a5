using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class UebergabeDarfNochNichtAngenommenSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.UebergabeAngenommenAm is not null;

    public string Quelle => "R07";
}
