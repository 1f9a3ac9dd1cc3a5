using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Entries were discussed with the client outside a Kontakt, for example in a review or before the admission; they are final now.</summary>
[Tatsache("EintraegeBesprochen", Rollen = "Fallmanager", Anforderungen = "R24")]
public sealed record EintraegeBesprochen(IReadOnlyList<Guid> Besprochen, string? Anmerkung = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().When(Besprochen is null or { Count: 0 }, "besprochen", "BesprochenesFehlt").Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new BesprochenesMussBestehen(fall, Besprochen, erfassung.WirksamAm),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.Discuss(Besprochen, eintrag.WirksamAm);
}
