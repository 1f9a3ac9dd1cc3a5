using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A finished assessment: five categories, each with problems and resources.</summary>
[Tatsache("AssessmentAbgeschlossen", Rollen = "Fallmanager", Anforderungen = "R18,R19,R20,R22,R78")]
public sealed record AssessmentAbgeschlossen(IReadOnlyList<Bereichsbild> Bereiche, string? Versorgungslage = null) : Tatsache
{
    private IEnumerable<Eingabefehler> Pruefe() => BereichsbildPruefung.Validate(Bereiche, vollstaendig: true);

    public override IEnumerable<Eingabefehler> Validate() => Pruefe();

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.AssessmentAbgeschlossenAm = eintrag.WirksamAm;
        fall.AddEinschaetzung(eintrag.WirksamAm, "Assessment", [.. Bereiche.Where(b => b.Skala is not null).Select(b => new Einschaetzung(b.Bereich, b.Skala!.Value))]);
    }
}
