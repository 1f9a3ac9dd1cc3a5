using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Another Fallmanager takes over, with reason, after a handover talk.</summary>
/// <param name="UebergabegespraechAm">Day of the talk; without one a reason for the departure is needed.</param>
[Tatsache("FallmanagerGewechselt", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R55")]
public sealed record FallmanagerGewechselt(string FallmanagerId, string Begruendung, DateOnly? UebergabegespraechAm = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("fallmanagerId", FallmanagerId, Pruefung.Kurz).Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new UebergabegespraechMussGefuehrtSein(UebergabegespraechAm, erfassung.Heute),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.FallmanagerId = FallmanagerId;
        fall.FallmanagerWechsel++;
        fall.CloseBeratung();
    }
}
