using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The review of the plan with its result; the next review counts from here.</summary>
[Tatsache("PlanUeberprueft", Rollen = "Fallmanager", Anforderungen = "R42,R43")]
public sealed record PlanUeberprueft(
    Ueberpruefungsergebnis Ergebnis,
    string Anmerkung,
    IReadOnlyList<Einschaetzung>? Einschaetzungen = null,
    string? UeberpruefungNach = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Enum("ergebnis", Ergebnis).Text("anmerkung", Anmerkung).Skalen("einschaetzungen", Einschaetzungen).Frist("ueberpruefungNach", UeberpruefungNach).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new PlanMussVereinbartSein(fall),
    ];

    public override bool AnswersTasks(Fall vorher, DateOnly wirksamAm) => !(vorher.PlanStandVom > wirksamAm);

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.AddEinschaetzung(eintrag.WirksamAm, "Überprüfung", Einschaetzungen ?? []);
        if (fall.PlanStandVom > eintrag.WirksamAm)
            return;

        // A review that ends the plan leaves nothing to review until the next plan.
        fall.PlanStandVom = Ergebnis == Ueberpruefungsergebnis.Beenden ? null : eintrag.WirksamAm;
        fall.UeberpruefungNach = UeberpruefungNach ?? fall.UeberpruefungNach;
    }
}
