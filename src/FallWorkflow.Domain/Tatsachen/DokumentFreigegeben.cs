using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The client agrees that the partner of one referral may open one document, as long as the partner may see the referral (R57).</summary>
[Tatsache("DokumentFreigegeben", Rollen = "Fallmanager", Anforderungen = "R57,R88,R89")]
public sealed record DokumentFreigegeben(string DokumentId, string ZuweisungId, bool KlientEinverstanden) : Tatsache
{
    public override string? Bezug => DokumentId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("dokumentId", DokumentId, Pruefung.Kurz).Text("zuweisungId", ZuweisungId, Pruefung.Kurz)
        .When(!KlientEinverstanden, "klientEinverstanden", "DokumentfreigabeOhneEinverstaendnis").Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new DokumentMussVorhandenSein(fall, DokumentId),
        new DokumentDarfNurKlientBetreffen(fall, DokumentId),
        new ZuweisungMussOffenSein(fall, ZuweisungId),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.FindZuweisung(ZuweisungId)?.Release(DokumentId, eintrag);
}
