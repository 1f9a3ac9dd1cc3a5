using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The duration is extended by months, with reason.</summary>
[Tatsache("DauerVerlaengert", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R54")]
public sealed record DauerVerlaengert(int Monate, string Begruendung) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().When(Monate is < 1 or > 24, "monate", "VerlaengerungAusserhalb").Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.VerlaengerungMonate += Monate;
    }
}
