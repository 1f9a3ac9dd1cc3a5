using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A case conference does not take place, for example because the client no longer agrees.</summary>
[Tatsache("FallkonferenzAbgesagt", Rollen = "Fallmanager", Anforderungen = "R63")]
public sealed record FallkonferenzAbgesagt(string KonferenzId, string Begruendung) : Tatsache
{
    public override string? Bezug => KonferenzId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("konferenzId", KonferenzId, Pruefung.Kurz).Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new StrangMussOffenSein(fall, KonferenzId, Strangart.Fallkonferenz),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.EndStrang(KonferenzId, eintrag.WirksamAm);
}
