using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Stoerungen;

internal sealed class StoerungMussOffenSein : IRegel
{
    public bool IsBroken => true;

    public string Quelle => "R86";
}
