using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The partner accepts.</summary>
[Tatsache("ZuweisungAngenommen", Rollen = "Traeger,Fallmanager", Anforderungen = "R58")]
public sealed record ZuweisungAngenommen(string ZuweisungId, [NenntNamen] string? Ansprechperson = null, string? Anmerkung = null) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Optional("ansprechperson", Ansprechperson, Pruefung.Kurz).Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new ZuweisungMussAufAntwortWarten(fall, ZuweisungId),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindZuweisung(ZuweisungId) is { } zuweisung)
        {
            zuweisung.Stand = Zuweisungsstand.Angenommen;
            zuweisung.KlientBefragtAm = zuweisung.TraegerBefragtAm = eintrag.WirksamAm;
        }
    }
}
