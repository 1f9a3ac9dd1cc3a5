using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class AngebotMussZielenDienen(Fall fall, IEnumerable<string>? zielIds) : IRegel
{
    public bool IsBroken => zielIds?.Any(id => !fall.Ziele.ContainsKey(id)) == true;

    public string Quelle => "R81";

    public string? Feld => "zielIds";
}
