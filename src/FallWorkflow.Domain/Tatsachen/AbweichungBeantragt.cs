using System.Text.Json;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>
/// A departure that the office's concept lets take effect only with approval: kept as requested, with what is to be recorded.
/// </summary>
/// <param name="Abweichung">One of <see cref="Fachkonzepte.Abweichungen"/>.</param>
/// <param name="Art">Wire name of the fact that is to be recorded.</param>
/// <param name="Daten">The fact as JSON.</param>
[Tatsache("AbweichungBeantragt", Anforderungen = "R86")]
public sealed record AbweichungBeantragt(string AntragId, string Abweichung, string Art, string Daten, string Begruendung) : Tatsache
{
    public override string? Bezug => AntragId;

    /// <summary>What is to be recorded.</summary>
    public Tatsache Beantragt() => TatsachenKatalog.Deserialize(Art, Daten);

    /// <summary>The same for reading: null if this version of the program cannot read what was kept.</summary>
    public Tatsache? TryReadBeantragt()
    {
        try
        {
            return Beantragt();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException)
        {
            return null;
        }
    }

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.OffeneAntraege[AntragId] = eintrag;
}
