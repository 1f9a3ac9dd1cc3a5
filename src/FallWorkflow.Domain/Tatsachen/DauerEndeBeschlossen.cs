using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Decision not to extend; the Fall is closed by people, never by the clock.</summary>
[Tatsache("DauerEndeBeschlossen", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R54")]
public sealed record DauerEndeBeschlossen(string Begruendung) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
    }
}
