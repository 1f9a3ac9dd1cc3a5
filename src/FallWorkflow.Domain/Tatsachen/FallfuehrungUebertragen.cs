using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A mandated third party leads the work with the client, for example help for addicted or homeless people.</summary>
[Tatsache("FallfuehrungUebertragen", Rollen = "Fallmanager", Anforderungen = "R65")]
public sealed record FallfuehrungUebertragen(
    string ZuweisungId,
    string Auftrag,
    [NenntNamen] string Ansprechperson,
    bool KlientEinverstanden,
    string? BerichtNach = null) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Text("auftrag", Auftrag).Text("ansprechperson", Ansprechperson, Pruefung.Kurz)
        .When(!KlientEinverstanden, "klientEinverstanden", "FallfuehrungOhneEinverstaendnis").Frist("berichtNach", BerichtNach).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new ZuweisungMussAngenommenSein(fall, ZuweisungId),
        new FallfuehrungMussFreiSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Fallfuehrung = ZuweisungId;
        fall.FallfuehrungStandVom = eintrag.WirksamAm;
        fall.FallfuehrungBerichtNach = BerichtNach;
    }
}
