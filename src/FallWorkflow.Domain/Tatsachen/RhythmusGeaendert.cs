using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>An individual rhythm of contacts, agreed with reason; running timers follow at once.</summary>
[Tatsache("RhythmusGeaendert", Rollen = "Fallmanager", Anforderungen = "R49")]
public sealed record RhythmusGeaendert(int Wochen, string Begruendung) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().When(Wochen is < 1 or > 26, "wochen", "RhythmusAusserhalb").Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.RhythmusWochen = Wochen;
    }
}
