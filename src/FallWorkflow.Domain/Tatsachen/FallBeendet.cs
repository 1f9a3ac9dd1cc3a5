using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Orderly ending without joint evaluation; the talk must have been offered.</summary>
[Tatsache("FallBeendet", Rollen = "Fallmanager", Anforderungen = "R03,R75")]
public sealed record FallBeendet(Beendigungsgrund Grund, string Begruendung, bool GespraechAngeboten) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Enum("grund", Grund).Text("begruendung", Begruendung).When(!GespraechAngeboten, "gespraechAngeboten", "GespraechNichtAngeboten").Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussAufgenommenSein(fall),
        new FallDarfNichtBeendetSein(fall),
    ];

    public override IEnumerable<Tatsache> Folgen(Fall fall) =>
        fall.Zuweisungen.Values.Where(z => z.IstOffen).Select(z => new ZuweisungZurueckgezogen(z.Id));

    internal override Besprechungsstand BeimErfassen =>
        Grund == Beendigungsgrund.NichtErreichbar ? Besprechungsstand.NochNichtBesprochen : Besprechungsstand.Vorlaeufig;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.BeendetAm = eintrag.WirksamAm;
        fall.Phase = Phase.Beendet;
        fall.Status = Fallstatus.Beendet;
        fall.EndStraenge(eintrag.WirksamAm);
        fall.EndTermine();
    }
}
