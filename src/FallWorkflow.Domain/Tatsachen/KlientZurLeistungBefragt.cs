using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The client was asked how a service goes and whether it fits.</summary>
[Tatsache("KlientZurLeistungBefragt", Rollen = "Fallmanager", Anforderungen = "R60")]
public sealed record KlientZurLeistungBefragt(string ZuweisungId, string Fortschritt, Passung Passung, string? Anmerkung = null) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Text("fortschritt", Fortschritt)
        .Enum("passung", Passung).Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new ZuweisungMussAngenommenSein(fall, ZuweisungId),
    ];

    public override bool AnswersTasks(Fall vorher, DateOnly wirksamAm) => !(vorher.FindZuweisung(ZuweisungId)?.KlientBefragtAm > wirksamAm);

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindZuweisung(ZuweisungId) is not { } zuweisung || zuweisung.KlientBefragtAm > eintrag.WirksamAm)
            return;
        zuweisung.KlientBefragtAm = eintrag.WirksamAm;
        zuweisung.PassungKlient = Passung;
    }
}
