using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>What the employer says about the step, or that its part is over.</summary>
[Tatsache("ArbeitgeberRueckmeldung", Rollen = "Fallmanager", Anforderungen = "R67")]
public sealed record ArbeitgeberRueckmeldung(string BeteiligungId, string Rueckmeldung) : Tatsache
{
    public override string? Bezug => BeteiligungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("beteiligungId", BeteiligungId, Pruefung.Kurz).Text("rueckmeldung", Rueckmeldung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new StrangMussOffenSein(fall, BeteiligungId, Strangart.Arbeitgeberbeteiligung),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.EndStrang(BeteiligungId, eintrag.WirksamAm);
}
