using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ZugehoerigesMussBestehen(Fall fall, Guid? eintrag) : IRegel
{
    public bool IsBroken => eintrag is { } id && !fall.Akte.Any(e => e.Id == id && Dokument.MayBelongTo(e.Tatsache));

    public string Quelle => "R25";

    public string? Feld => "gehoertZu";
}
