using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

/// <param name="normen">What was named; blank ones are not looked at.</param>
internal sealed class RechtsgrundlageMussGelten(IEnumerable<string?> normen, DateOnly am, string feld) : IRegel
{
    private readonly string[] _falsch = [.. normen.OfType<string>().Where(n => n.Length > 0 && Rechtsgrundlagen.On(am).All(r => r.Norm != n))];

    public bool IsBroken => _falsch.Length > 0;

    public string Quelle => "R46";

    public string? Feld => feld;
}
