using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The monitoring dates of one referral depart from the default, with reason.</summary>
[Tatsache("MonitoringVereinbart", Rollen = "Fallmanager", Anforderungen = "R60,R86")]
public sealed record MonitoringVereinbart(string ZuweisungId, string Abstand, string Begruendung) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Text("abstand", Abstand, Pruefung.Kurz).Frist("abstand", Abstand)
        .Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new ZuweisungMussOffenSein(fall, ZuweisungId),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindZuweisung(ZuweisungId) is { } zuweisung)
            zuweisung.MonitoringAbstand = Abstand;
    }
}
