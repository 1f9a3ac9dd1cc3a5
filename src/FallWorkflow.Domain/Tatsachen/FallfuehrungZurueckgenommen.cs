using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The Fallmanager leads the work again, with reason.</summary>
[Tatsache("FallfuehrungZurueckgenommen", Rollen = "Fallmanager", Anforderungen = "R65")]
public sealed record FallfuehrungZurueckgenommen(string ZuweisungId, string Begruendung) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallfuehrungMussUebertragenSein(fall, ZuweisungId),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.Fallfuehrung = null;
}
