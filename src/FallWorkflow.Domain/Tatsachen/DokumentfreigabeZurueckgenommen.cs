using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>From now on the partner may not open the document any more; what it has saved, nobody can take back.</summary>
[Tatsache("DokumentfreigabeZurueckgenommen", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R57,R88,R89")]
public sealed record DokumentfreigabeZurueckgenommen(string DokumentId, string ZuweisungId, string? Anlass = null) : Tatsache
{
    public override string? Bezug => DokumentId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("dokumentId", DokumentId, Pruefung.Kurz).Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Optional("anlass", Anlass).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new DokumentfreigabeMussBestehen(fall, DokumentId, ZuweisungId),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.FindZuweisung(ZuweisungId)?.Retract(DokumentId);
}
