using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class PlanschritteMuessenZielenDienen(Fall fall, IReadOnlyList<Planschritt> schritte) : IRegel
{
    public bool IsBroken => schritte.Any(s => !string.IsNullOrEmpty(s.ZielId) && !fall.Ziele.ContainsKey(s.ZielId));

    public string Quelle => "R33";

    public string? Feld => "schritte";
}
