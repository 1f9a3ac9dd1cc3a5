using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class MitgliedMussEinbezogenSein(Fall fall, string mitgliedId) : IRegel
{
    public bool IsBroken => fall.FindMitglied(mitgliedId) is not { EntlassenAm: null };

    public string Quelle => "R27";

    public string? Feld => "mitgliedId";
}
