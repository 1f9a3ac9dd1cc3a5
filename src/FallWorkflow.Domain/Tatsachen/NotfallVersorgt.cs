using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>What came of the immediate step.</summary>
[Tatsache("NotfallVersorgt", Rollen = "Fallmanager", Anforderungen = "R28")]
public sealed record NotfallVersorgt(string NotfallId, string Ergebnis) : Tatsache
{
    public override string? Bezug => NotfallId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("notfallId", NotfallId, Pruefung.Kurz).Text("ergebnis", Ergebnis).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new NotfallMussOffenSein(fall, NotfallId),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.OffeneNotfaelle.Remove(NotfallId);
}
