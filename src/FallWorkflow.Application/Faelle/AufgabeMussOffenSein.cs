using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Faelle;

internal sealed class AufgabeMussOffenSein : IRegel
{
    public bool IsBroken => true;

    public string Quelle => "R86";
}
