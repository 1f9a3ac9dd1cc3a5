using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A partial state of the assessment; every earlier state stays readable.</summary>
[Tatsache("AssessmentGespeichert", Rollen = "Fallmanager", Anforderungen = "R18,R21")]
public sealed record AssessmentGespeichert(IReadOnlyList<Bereichsbild> Bereiche, string? Versorgungslage = null) : Tatsache
{
    private IEnumerable<Eingabefehler> Pruefe() => BereichsbildPruefung.Validate(Bereiche, vollstaendig: false);

    public override IEnumerable<Eingabefehler> Validate() => Pruefe();

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
    }
}
