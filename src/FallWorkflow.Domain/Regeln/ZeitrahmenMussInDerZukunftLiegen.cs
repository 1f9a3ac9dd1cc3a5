using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ZeitrahmenMussInDerZukunftLiegen(DateOnly bis, DateOnly wirksamAm) : IRegel
{
    public bool IsBroken => bis <= wirksamAm;

    public string Quelle => "R30";

    public string? Feld => "bis";
}
