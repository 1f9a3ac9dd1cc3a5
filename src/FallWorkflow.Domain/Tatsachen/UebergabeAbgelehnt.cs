using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The handover is declined; what happens to the person next must be named.</summary>
[Tatsache("UebergabeAbgelehnt", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R07,R09")]
public sealed record UebergabeAbgelehnt(string Begruendung, string WieGehtEsWeiter, DateOnly? Termin = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("begruendung", Begruendung).Text("wieGehtEsWeiter", WieGehtEsWeiter).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UebergabeMussErfolgtSein(fall),
        new UeberAufnahmeDarfNochNichtEntschiedenSein(fall),
        new UebergabeDarfNochNichtAngenommenSein(fall),
        new RueckspracheMussGefuehrtSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.RueckgabeAm = eintrag.WirksamAm;
        fall.Status = Fallstatus.NichtAufgenommen;
        fall.Phase = Phase.Beendet;
    }
}
