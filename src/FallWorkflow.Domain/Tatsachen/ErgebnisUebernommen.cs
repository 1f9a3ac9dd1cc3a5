using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The result of a finished service was taken up in goals, assessment, or explicitly changes nothing.</summary>
[Tatsache("ErgebnisUebernommen", Rollen = "Fallmanager", Anforderungen = "R61")]
public sealed record ErgebnisUebernommen(string ZuweisungId, Ergebnisweg Weg, string Anmerkung) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Enum("weg", Weg).Text("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new ZuweisungMussBeendetSein(fall, ZuweisungId),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindZuweisung(ZuweisungId) is { } zuweisung)
        {
            zuweisung.Stand = Zuweisungsstand.ErgebnisUebernommen;
            zuweisung.Uebernommen = Weg;
        }
    }
}
