using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ZuweisungMussNeuSein(Fall fall, string zuweisungId) : IRegel
{
    public bool IsBroken => fall.Zuweisungen.ContainsKey(zuweisungId);

    public string Quelle => "R56";

    public string? Feld => "zuweisungId";
}
