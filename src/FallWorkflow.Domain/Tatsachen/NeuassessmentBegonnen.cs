using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A re-assessment is started; allowed in every phase, no timer moves.</summary>
/// <param name="ZuweisungIds">Services of partners that it covers.</param>
[Tatsache("NeuassessmentBegonnen", Rollen = "Fallmanager", Anforderungen = "R22")]
public sealed record NeuassessmentBegonnen(string Anlass, IReadOnlyList<string>? ZuweisungIds = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("anlass", Anlass).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new LeistungenMuessenZuweisungenSein(fall, ZuweisungIds, "zuweisungIds"),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.EnterPhase(Phase.Assessment, daneben: true);
}
