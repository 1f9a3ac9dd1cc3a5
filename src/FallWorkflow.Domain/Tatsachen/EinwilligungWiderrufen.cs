using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The client withdraws consent for one referral, or for all.</summary>
[Tatsache("EinwilligungWiderrufen", Rollen = "Fallmanager", Anforderungen = "R03,R88")]
public sealed record EinwilligungWiderrufen(string? ZuweisungId, string? Anmerkung = null) : Tatsache
{
    public override string? Bezug => string.IsNullOrWhiteSpace(ZuweisungId) ? null : ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new WiderrufMussOffeneZuweisungTreffen(fall, ZuweisungId),
    ];

    public override IEnumerable<Tatsache> Folgen(Fall fall) =>
        fall.Zuweisungen.Values.Where(z => z.IstOffen && (string.IsNullOrWhiteSpace(ZuweisungId) || z.Id == ZuweisungId)).Select(z => new ZuweisungZurueckgezogen(z.Id));

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
    }
}
