using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Prozesse;

/// <summary>A request to publish is decided once, and only as long as the draft is what was asked for (R85).</summary>
public sealed class VeroeffentlichungMussOffenSein : IRegel
{
    public bool IsBroken => true;

    public string Quelle => "R85";
}
