using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class MitgliedMussBekanntSein(Fall fall, string? mitgliedId) : IRegel
{
    public bool IsBroken => !string.IsNullOrWhiteSpace(mitgliedId) && fall.FindMitglied(mitgliedId) is null;

    public string Quelle => "R89";

    public string? Feld => "mitgliedId";
}
