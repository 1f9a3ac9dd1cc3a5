using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>An emergency that needs an immediate step outside the planned order.</summary>
[Tatsache("NotfallGemeldet", Rollen = "Fallmanager", Anforderungen = "R28")]
public sealed record NotfallGemeldet(string NotfallId, string Anlass, string Sofortmassnahme) : Tatsache
{
    public override string? Bezug => NotfallId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("notfallId", NotfallId, Pruefung.Kurz).Text("anlass", Anlass).Text("sofortmassnahme", Sofortmassnahme).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.OffeneNotfaelle[NotfallId] = Anlass;
}
