using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The person is not admitted; cannot be saved without naming what happens next.</summary>
[Tatsache("NichtAufgenommen", Rollen = "Fallmanager", Anforderungen = "R09,R16")]
public sealed record NichtAufgenommen(string Begruendung, string WieGehtEsWeiter, DateOnly? Termin = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("begruendung", Begruendung).When(string.IsNullOrWhiteSpace(WieGehtEsWeiter), "wieGehtEsWeiter", "WieGehtEsWeiterFehlt").Optional("wieGehtEsWeiter", WieGehtEsWeiter).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UeberAufnahmeDarfNochNichtEntschiedenSein(fall),
        new UebergabeMussAngenommenSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Status = Fallstatus.NichtAufgenommen;
        fall.Phase = Phase.Beendet;
        fall.RueckgabeAm = eintrag.WirksamAm;
        fall.EndTermine();
    }
}
