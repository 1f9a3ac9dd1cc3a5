using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class AusfallVorAufnahmeBrauchtTermin(Fall fall, string? terminId) : IRegel
{
    public bool IsBroken => fall.AufgenommenAm is null && string.IsNullOrWhiteSpace(terminId);

    public string Quelle => "R50";

    public string? Feld => "terminId";
}
