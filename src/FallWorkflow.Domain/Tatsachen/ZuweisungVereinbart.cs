using System.Text.Json.Serialization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A referral is agreed with the client: informed, worries discussed, options compared, fields released.</summary>
/// <param name="ZielIds">Goals that the offer serves; its effect on them is counted (R81).</param>
[Tatsache("ZuweisungVereinbart", Rollen = "Fallmanager", Anforderungen = "R46,R56,R57,R81")]
public sealed record ZuweisungVereinbart(
    string ZuweisungId,
    string TraegerId,
    string Leistung,
    string Anliegen,
    bool InformationGegeben,
    bool BedenkenBesprochen,
    bool OptionenVerglichen,
    bool KlientEinverstanden,
    IReadOnlyList<string> FreigegebeneFelder,
    string? AntwortFrist = null,
    string? Rechtsgrundlage = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? ZielIds = null) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Text("traegerId", TraegerId, Pruefung.Kurz).Text("leistung", Leistung, Pruefung.Kurz).Text("anliegen", Anliegen)
        .When(!InformationGegeben, "informationGegeben", "ZuweisungOhneInformation")
        .When(!BedenkenBesprochen, "bedenkenBesprochen", "ZuweisungOhneBedenken")
        .When(!OptionenVerglichen, "optionenVerglichen", "ZuweisungOhneOptionen")
        .When(!KlientEinverstanden, "klientEinverstanden", "ZuweisungOhneEinverstaendnis")
        .When(FreigegebeneFelder is null or { Count: 0 }, "freigegebeneFelder", "FreigabeFehlt")
        .When(FreigegebeneFelder?.Any(f => !Freigabefelder.Alle.Contains(f)) == true, "freigegebeneFelder", "FreigabeUnbekannt", string.Join(", ", Freigabefelder.Alle))
        .Frist("antwortFrist", AntwortFrist)
        .When(string.IsNullOrWhiteSpace(Rechtsgrundlage), "rechtsgrundlage", "RechtsgrundlageFehlt").Rechtsgrundlage("rechtsgrundlage", Rechtsgrundlage).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new ZuweisungMussNeuSein(fall, ZuweisungId),
        new RechtsgrundlageMussGelten([Rechtsgrundlage], erfassung.WirksamAm, "rechtsgrundlage"),
        new AngebotMussZielenDienen(fall, ZielIds),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Add(new Zuweisung { Id = ZuweisungId, TraegerId = TraegerId, Leistung = Leistung, Anliegen = Anliegen, FreigegebeneFelder = FreigegebeneFelder, AntwortFrist = AntwortFrist, Rechtsgrundlage = Rechtsgrundlage, ZielIds = ZielIds ?? [], VereinbartAm = eintrag.WirksamAm });
    }
}
