using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The access check: needs by area, expected progress, and the rule that admits.</summary>
[Tatsache("ZugangGeprueft", Rollen = "Fallmanager", Anforderungen = "R01,R02,R04,R05")]
public sealed record ZugangGeprueft(
    IReadOnlyList<Handlungsbedarf> Handlungsbedarfe,
    bool FortschrittErwartet,
    string FortschrittBegruendung,
    string? Zielgruppe = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Bedarfe("handlungsbedarfe", Handlungsbedarfe).Text("fortschrittBegruendung", FortschrittBegruendung).Optional("zielgruppe", Zielgruppe, Pruefung.Kurz).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UeberAufnahmeDarfNochNichtEntschiedenSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Handlungsbedarfe = Handlungsbedarfe;
        fall.FortschrittErwartet = FortschrittErwartet;
        fall.Zielgruppe = Zielgruppe;
    }
}
