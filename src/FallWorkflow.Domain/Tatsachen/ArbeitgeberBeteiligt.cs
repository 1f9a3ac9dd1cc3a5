using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>An employer takes part in a step of the plan.</summary>
[Tatsache("ArbeitgeberBeteiligt", Rollen = "Fallmanager", Anforderungen = "R67")]
public sealed record ArbeitgeberBeteiligt(
    string BeteiligungId,
    string Planschritt,
    [NenntNamen] string Arbeitgeber,
    [NenntNamen] string Ansprechperson,
    string Beitrag,
    bool KlientEinverstanden,
    DateOnly RueckmeldungBis) : Tatsache
{
    public override string? Bezug => BeteiligungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("beteiligungId", BeteiligungId, Pruefung.Kurz).Text("planschritt", Planschritt, Pruefung.Kurz).Text("arbeitgeber", Arbeitgeber, Pruefung.Kurz)
        .Text("ansprechperson", Ansprechperson, Pruefung.Kurz).Text("beitrag", Beitrag).Datum("rueckmeldungBis", RueckmeldungBis)
        .When(!KlientEinverstanden, "klientEinverstanden", "ArbeitgeberOhneEinverstaendnis").Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new StrangMussNeuSein(fall, BeteiligungId, Strangart.Arbeitgeberbeteiligung),
        new SchrittMussImPlanStehen(fall, Planschritt),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Add(new Strang { Id = BeteiligungId, Art = Strangart.Arbeitgeberbeteiligung, Bezeichnung = $"{Arbeitgeber}: {Planschritt}", StandVom = eintrag.WirksamAm, Termin = RueckmeldungBis });
    }
}
