using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A case conference is agreed with the client: occasion, day, participants.</summary>
[Tatsache("FallkonferenzVereinbart", Rollen = "Fallmanager", Anforderungen = "R63,R67")]
public sealed record FallkonferenzVereinbart(
    string KonferenzId,
    string Anlass,
    DateOnly Am,
    IReadOnlyList<Teilnehmende> Teilnehmende,
    bool KlientEinverstanden) : Tatsache
{
    public override string? Bezug => KonferenzId;

    public override IEnumerable<Eingabefehler> Validate() => Pruefe();

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new FallMussAufgenommenSein(fall),
        new StrangMussNeuSein(fall, KonferenzId, Strangart.Fallkonferenz),
    ];

    private IEnumerable<Eingabefehler> Pruefe()
    {
        var pruefung = new Pruefung()
            .Text("konferenzId", KonferenzId, Pruefung.Kurz).Text("anlass", Anlass).Datum("am", Am)
            .When(Teilnehmende is null or { Count: 0 }, "teilnehmende", "TeilnehmendeFehlen")
            .When(!KlientEinverstanden, "klientEinverstanden", "KonferenzOhneEinverstaendnis");
        for (var i = 0; i < (Teilnehmende?.Count ?? 0); i++)
            pruefung.Enum($"teilnehmende[{i}].art", Teilnehmende![i].Art).Text($"teilnehmende[{i}].name", Teilnehmende[i].Name, Pruefung.Kurz);
        return pruefung.Fehler;
    }

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Add(new Strang { Id = KonferenzId, Art = Strangart.Fallkonferenz, Bezeichnung = Anlass, StandVom = eintrag.WirksamAm, Termin = Am });
    }
}
