using System.Text.Json.Serialization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The first interview with its five agenda points, what the client was told and the first picture.</summary>
/// <param name="TerminId">Appointment that took place with it; null if there was none.</param>
[Tatsache("ErstgespraechGefuehrt", Rollen = "Fallmanager", Anforderungen = "R11,R12,R13,R15,R24")]
public sealed record ErstgespraechGefuehrt(
    Kontaktform Form,
    IReadOnlyList<AgendaErgebnis> Agenda,
    IReadOnlyList<Aufklaerungsthema> Aufgeklaert,
    string Textfassung,
    bool LebensumstaendeGewuenscht,
    string? Erstbild = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TerminId = null) : Tatsache
{
    private IEnumerable<Eingabefehler> Pruefe()
    {
        var pruefung = new Pruefung()
            .Enum("form", Form)
            .Text("textfassung", Textfassung, Pruefung.Kurz)
            .Optional("erstbild", Erstbild)
            .Optional("terminId", TerminId, Pruefung.Kurz);
        foreach (var punkt in Enum.GetValues<Agendapunkt>())
        {
            var ergebnis = Agenda?.LastOrDefault(a => a.Punkt == punkt);
            pruefung
                .When(ergebnis is null, "agenda", "AgendapunktFehlt", Begriffe.Of(punkt))
                .When(ergebnis is { Erledigt: false } && string.IsNullOrWhiteSpace(ergebnis.Uebersprungen), "agenda", "AgendapunktOhneGrund", Begriffe.Of(punkt));
        }

        foreach (var thema in Enum.GetValues<Aufklaerungsthema>())
            pruefung.When(Aufgeklaert?.Contains(thema) != true, "aufgeklaert", "AufklaerungFehlt", Begriffe.Of(thema));
        return pruefung.Fehler;
    }

    public override IEnumerable<Eingabefehler> Validate() => Pruefe();

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UeberAufnahmeDarfNochNichtEntschiedenSein(fall),
        new UebergabeMussAngenommenSein(fall),
        new TerminMussOffenSein(fall, TerminId),
        new TerminMussErreichtSein(fall, TerminId, erfassung.WirksamAm),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.ErstgespraechGefuehrt = true;
        fall.LebensumstaendeGewuenscht = LebensumstaendeGewuenscht;
        fall.LetzterKontaktAm = eintrag.WirksamAm;
        fall.HoldTermin(TerminId, eintrag.WirksamAm);
        if (!string.IsNullOrWhiteSpace(Erstbild))
            fall.Erstbild = (eintrag.WirksamAm, Erstbild);

        // The occasion is what the handover says, so the handover was discussed with it (R24).
        if (Agenda.Any(a => a is { Punkt: Agendapunkt.Anlass, Erledigt: true }))
            fall.Discuss(fall.Akte.Where(e => e.Tatsache is Uebergeben).Select(e => e.Id), eintrag.WirksamAm);
    }
}
