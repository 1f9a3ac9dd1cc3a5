using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Prozesse;

/// <summary>Who asks for a publication does not agree to it (R85).</summary>
public sealed class ZustimmungBrauchtZweitePerson : IRegel
{
    public bool IsBroken => true;

    public string Quelle => "R85";
}
