using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class UebergeordnetesZielDarfNichtKleinerSein(Fall fall, string? zielId, Zielebene ebene) : IRegel
{
    public bool IsBroken => zielId is not null && fall.Ziele.TryGetValue(zielId, out var ziel) && ziel.Ebene > ebene;

    public string Quelle => "R29";

    public string? Feld => "uebergeordnetesZiel";
}
