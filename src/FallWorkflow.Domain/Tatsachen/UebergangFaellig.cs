using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A service of a chain has ended: what it hands over has to reach the next one. Follows from the end by itself.</summary>
[Tatsache("UebergangFaellig", Anforderungen = "R62")]
public sealed record UebergangFaellig(string KetteId, string ZuweisungId) : Tatsache
{
    public override string? Bezug => KetteId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("ketteId", KetteId, Pruefung.Kurz).Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Fehler;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        // Says only what its process has to do; the chain itself stands as it was.
    }
}
