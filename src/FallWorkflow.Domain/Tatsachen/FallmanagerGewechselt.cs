using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Another Fallmanager takes over, with reason.</summary>
[Tatsache("FallmanagerGewechselt", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R55")]
public sealed record FallmanagerGewechselt(string FallmanagerId, string Begruendung) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("fallmanagerId", FallmanagerId, Pruefung.Kurz).Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.FallmanagerId = FallmanagerId;
    }
}
