using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class NotfallMussOffenSein(Fall fall, string notfallId) : IRegel
{
    public bool IsBroken => !fall.Notfaelle.ContainsKey(notfallId);

    public string Quelle => "R28";

    public string? Feld => "notfallId";
}
