using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A default was departed from, with reason.</summary>
[Tatsache("AbweichungBegruendet", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R86")]
public sealed record AbweichungBegruendet(string Vorgabe, string Begruendung) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("vorgabe", Vorgabe, Pruefung.Kurz).Text("begruendung", Begruendung).Fehler;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
    }
}
