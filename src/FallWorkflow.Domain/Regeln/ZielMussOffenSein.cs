using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ZielMussOffenSein(Fall fall, string zielId) : IRegel
{
    public bool IsBroken => fall.Ziele.GetValueOrDefault(zielId) is { Ergebnis: not null };

    public string Quelle => "R31";

    public string? Feld => "zielId";
}
