using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>
/// The letter of invitation has left: by whom, when and how the client was told of the appointment as it stood on that day. A moved one needs
/// another letter.
/// </summary>
[Tatsache("EinladungVersandt", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R25,R50")]
public sealed record EinladungVersandt(string TerminId, Zustellweg Weg, string? Anmerkung = null) : Tatsache
{
    public override string? Bezug => TerminId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("terminId", TerminId, Pruefung.Kurz).Enum("weg", Weg).Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new EinladungBrauchtTermin(fall, TerminId, erfassung.WirksamAm),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.KeineNotiz;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        // One that left before the appointment was moved told the old date.
        if (fall.FindTermin(TerminId) is { } termin && !(eintrag.WirksamAm < termin.VerschobenAm))
            termin.Einladung = (eintrag.WirksamAm, Weg);
    }
}
