using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A departure is not approved, with reason; what was requested does not take effect.</summary>
[Tatsache("AbweichungAbgelehnt", Rollen = "Teamleitung", Anforderungen = "R86")]
public sealed record AbweichungAbgelehnt(string AntragId, string Begruendung) : Tatsache
{
    public override string? Bezug => AntragId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("antragId", AntragId, Pruefung.Kurz).Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) => [new AntragMussOffenSein(fall, AntragId)];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Vorlaeufig;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.OffeneAntraege.Remove(AntragId);
}
