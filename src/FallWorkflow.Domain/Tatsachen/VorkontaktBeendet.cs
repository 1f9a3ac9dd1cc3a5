using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A contact before there is a Fall leads to no handover (R17); from here its retention period runs (R90).</summary>
[Tatsache("VorkontaktBeendet", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R17,R90")]
public sealed record VorkontaktBeendet(string Begruendung) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new VorkontaktMussOffenSein(fall),
        new VorkontaktEndetNachDemGespraech(fall, erfassung.WirksamAm),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.NochNichtBesprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Status = Fallstatus.VorkontaktBeendet;
        fall.Phase = Phase.Beendet;
        fall.BeendetAm = eintrag.WirksamAm;
    }
}
