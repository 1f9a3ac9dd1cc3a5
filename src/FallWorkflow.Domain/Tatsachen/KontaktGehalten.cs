using System.Text.Json.Serialization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A contact that took place; the contact clock starts anew.</summary>
/// <param name="Besprochen">Entries of the Akte that were discussed; they are final now (R24).</param>
/// <param name="Minuten">Time spent, 1 to 600 minutes; null if not noted (R82).</param>
/// <param name="TerminId">Appointment that took place with it; null if there was none.</param>
[Tatsache("KontaktGehalten", Rollen = "Fallmanager", Anforderungen = "R24,R48,R51,R52,R73,R82")]
public sealed record KontaktGehalten(
    Kontaktform Form,
    string Themen,
    string? Vereinbarungen = null,
    string? NaechsterSchritt = null,
    IReadOnlyList<Guid>? Besprochen = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Minuten = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TerminId = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Enum("form", Form).Text("themen", Themen).Optional("vereinbarungen", Vereinbarungen).Optional("naechsterSchritt", NaechsterSchritt).Minuten("minuten", Minuten).Optional("terminId", TerminId, Pruefung.Kurz).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussAufgenommenSein(fall),
        new FallDarfNichtBeendetSein(fall),
        new BesprochenesMussBestehen(fall, Besprochen, erfassung.WirksamAm),
        new TerminMussOffenSein(fall, TerminId),
        new TerminMussErreichtSein(fall, TerminId, erfassung.WirksamAm),
    ];

    public override bool AnswersTasks(Fall vorher, DateOnly wirksamAm) =>
        !(vorher.LetzterKontaktAm >= wirksamAm) || vorher.Status == Fallstatus.Nachbetreuung;

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Discuss(Besprochen, eintrag.WirksamAm);
        fall.HoldTermin(TerminId, eintrag.WirksamAm);
        if (fall.LetzterKontaktAm is not { } bisher || bisher < eintrag.WirksamAm)
            fall.LetzterKontaktAm = eintrag.WirksamAm;
    }
}
