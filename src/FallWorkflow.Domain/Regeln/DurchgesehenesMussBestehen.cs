using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class DurchgesehenesMussBestehen(Fall fall, IReadOnlyList<Guid>? eintraege) : IRegel
{
    public bool IsBroken => eintraege?.Any(id => fall.Akte.All(e => e.Id != id)) == true;

    public string Quelle => "R83";

    public string? Feld => "durchgesehen";
}
