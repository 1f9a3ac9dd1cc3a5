using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The person is admitted; from here the Fall exists and its duration runs.</summary>
[Tatsache("FallAufgenommen", Rollen = "Fallmanager", Anforderungen = "R01,R02,R03,R04,R13,R16")]
public sealed record FallAufgenommen(string? Anmerkung = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UeberAufnahmeDarfNochNichtEntschiedenSein(fall),
        new UebergabeMussAngenommenSein(fall),
        new ErstgespraechMussGefuehrtSein(fall),
        new KlientMussSichEntschiedenHaben(fall),
        new LebensumstaendeMuessenGewuenschtSein(fall),
        new ZugangMussGeprueftSein(fall),
        new ZugangskriterienMuessenErfuelltSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Status = Fallstatus.Laufend;
        fall.ErstmalsAufgenommenAm = eintrag.WirksamAm;
        fall.AufgenommenAm = eintrag.WirksamAm;

        // The contact window opens with the admission: talks before it may go on for long (R16), and none of them may be overdue already.
        if (!(fall.LetzterKontaktAm > eintrag.WirksamAm))
            fall.LetzterKontaktAm = eintrag.WirksamAm;
    }
}
