using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ZuweisungMussAngenommenSein(Fall fall, string zuweisungId) : IRegel
{
    public bool IsBroken => fall.Zuweisungen.GetValueOrDefault(zuweisungId)?.Stand is not (Zuweisungsstand.Angenommen or Zuweisungsstand.Begonnen);

    public string Quelle => "R59";

    public string? Feld => "zuweisungId";
}
