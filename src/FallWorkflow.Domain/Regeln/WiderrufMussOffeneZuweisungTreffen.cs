using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class WiderrufMussOffeneZuweisungTreffen(Fall fall, string? zuweisungId) : IRegel
{
    public bool IsBroken => !string.IsNullOrEmpty(zuweisungId) && fall.Zuweisungen.GetValueOrDefault(zuweisungId) is not { IstOffen: true };

    public string Quelle => "R03";

    public string? Feld => "zuweisungId";
}
