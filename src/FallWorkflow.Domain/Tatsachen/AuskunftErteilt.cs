using System.Text.Json.Serialization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>
/// A copy of the record was handed out. The copy is what was stored up to this entry; a correction changes nothing about that, nor whose copy it is.
/// </summary>
/// <param name="An">To whom, for example "die Klientin persönlich".</param>
/// <param name="MitgliedId">Member of the Bedarfsgemeinschaft whose own share it is (R89); null: the client's copy of everything.</param>
[Tatsache("AuskunftErteilt", Rollen = "Fallmanager,Teamleitung,Datenschutz", Anforderungen = "R25,R88,R89")]
public sealed record AuskunftErteilt(Auskunftsform Form, [NenntNamen(NurHier = true)] string An, string? MitgliedId = null) : Tatsache
{
    /// <summary>Whether it is the own share of a member (R89), not the client's copy.</summary>
    [JsonIgnore]
    public bool IstAnteil => !string.IsNullOrWhiteSpace(MitgliedId);

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Enum("form", Form).Text("an", An, Pruefung.Kurz).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) => [new MitgliedMussBekanntSein(fall, MitgliedId)];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.KeineNotiz;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
    }
}
