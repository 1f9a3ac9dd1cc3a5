using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class MitgliedMussNeuSein(Fall fall, string mitgliedId) : IRegel
{
    public bool IsBroken => fall.FindMitglied(mitgliedId) is not null;

    public string Quelle => "R27";

    public string? Feld => "mitgliedId";
}
