using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class LeistungenMuessenZuweisungenSein(Fall fall, IEnumerable<string>? zuweisungIds, string feld) : IRegel
{
    public bool IsBroken => zuweisungIds?.Any(id => !fall.Zuweisungen.ContainsKey(id)) == true;

    public string Quelle => "R22";

    public string? Feld => feld;
}
