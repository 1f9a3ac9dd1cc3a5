using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class StrangMussOffenSein(Fall fall, string id, Strangart art) : IRegel
{
    public bool IsBroken => fall.FindStrang(id) is not { IstOffen: true } strang || strang.Art != art;

    public string Quelle => art.Quelle();

    public string? Feld => art.Feld();
}
