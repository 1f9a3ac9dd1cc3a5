using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Return of a running Fall to placement with reason, state of goals and open referrals.</summary>
[Tatsache("RueckgabeErklaert", Rollen = "Fallmanager", Anforderungen = "R08")]
public sealed record RueckgabeErklaert(string Begruendung, string Zielstand, string OffeneZuweisungen) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("begruendung", Begruendung).Text("zielstand", Zielstand).Text("offeneZuweisungen", OffeneZuweisungen).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new RueckgabeDarfNichtErklaertSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.RueckgabeAm = eintrag.WirksamAm;
    }
}
