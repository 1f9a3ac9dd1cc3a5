using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class AntragMussOffenSein(Fall fall, string antragId) : IRegel
{
    public bool IsBroken => fall.FindAntrag(antragId) is null;

    public string Quelle => "R86";

    public string? Feld => "antragId";
}
