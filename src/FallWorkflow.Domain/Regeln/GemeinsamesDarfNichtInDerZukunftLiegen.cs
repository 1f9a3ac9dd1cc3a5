using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class GemeinsamesDarfNichtInDerZukunftLiegen(IReadOnlyList<Bereichsbild> bereiche, DateOnly heute) : IRegel
{
    public bool IsBroken => bereiche.Any(b => b.GemeinsamAm > heute);

    public string Quelle => "R23";

    public string? Feld => "bereiche";
}
