using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class KettengliederMuessenZugewiesenSein(Fall fall, IReadOnlyList<Kettenglied> glieder) : IRegel
{
    public bool IsBroken => glieder.Any(g => fall.FindZuweisung(g.ZuweisungId) is not { IstOffen: true });

    public string Quelle => "R62";

    public string? Feld => "glieder";
}
