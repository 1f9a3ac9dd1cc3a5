using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A partial state of the assessment; every earlier state stays readable.</summary>
[Tatsache("AssessmentGespeichert", Rollen = "Fallmanager", Anforderungen = "R18,R20,R21,R22,R23")]
public sealed record AssessmentGespeichert(
    IReadOnlyList<Bereichsbild> Bereiche,
    string? Versorgungslage = null,
    IReadOnlyList<Hilfe>? Hilfen = null,
    IReadOnlyList<Leistungsbild>? Leistungen = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() =>
    [
        .. BereichsbildPruefung.Validate(Bereiche, vollstaendig: false),
        .. VersorgungPruefung.Validate(Versorgungslage, Hilfen, Leistungen),
    ];

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new GemeinsamesDarfNichtInDerZukunftLiegen(Bereiche, erfassung.Heute),
        new LeistungenMuessenZuweisungenSein(fall, Leistungen?.Select(l => l.ZuweisungId), "leistungen"),
    ];

    internal override Besprechungsstand BeimErfassen => BereichsbildPruefung.AllJoint(Bereiche);

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.Understand(eintrag, Bereiche, Hilfen, Leistungen);
}
