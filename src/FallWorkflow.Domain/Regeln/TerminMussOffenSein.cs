using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class TerminMussOffenSein(Fall fall, string? terminId) : IRegel
{
    public bool IsBroken => !string.IsNullOrWhiteSpace(terminId) && fall.FindTermin(terminId) is not { IstOffen: true };

    public string Quelle => "R50";

    public string? Feld => "terminId";
}
