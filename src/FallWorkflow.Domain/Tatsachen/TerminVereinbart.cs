using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>An appointment with the client. Weekends, Feiertage and collisions are pointed out where it is shown, and never refused.</summary>
/// <param name="Um">Local time (Europe/Berlin).</param>
/// <param name="Dauer">Minutes, 1 to 600.</param>
/// <param name="Zweck">Neutral word; the only one that stands in calendar file and reminder.</param>
/// <param name="Ort">Left out only on the telephone or by video.</param>
/// <param name="Anliegen">What it is about, for the letter to the client.</param>
[Tatsache("TerminVereinbart", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R48,R51")]
public sealed record TerminVereinbart(
    string TerminId,
    DateOnly Am,
    TimeOnly Um,
    int Dauer,
    Kontaktform Form,
    Terminzweck Zweck,
    [NenntNamen(NurHier = true)] string? Ort = null,
    string? Anliegen = null,
    IReadOnlyList<Teilnehmende>? Teilnehmende = null) : Tatsache
{
    public override string? Bezug => TerminId;

    public override IEnumerable<Eingabefehler> Validate()
    {
        var pruefung = new Pruefung()
            .Text("terminId", TerminId, Pruefung.Kurz).Datum("am", Am).Minuten("dauer", Dauer).Enum("form", Form).Enum("zweck", Zweck)
            .Optional("ort", Ort, Pruefung.Kurz).When(string.IsNullOrWhiteSpace(Ort) && NeedsOrt(Form), "ort", "TerminOhneOrt")
            .Optional("anliegen", Anliegen);
        for (var i = 0; i < (Teilnehmende?.Count ?? 0); i++)
            pruefung.Enum($"teilnehmende[{i}].art", Teilnehmende![i].Art).Text($"teilnehmende[{i}].name", Teilnehmende[i].Name, Pruefung.Kurz);
        return pruefung.Fehler;
    }

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UebergabeMussAngenommenSein(fall),
        new FallDarfNichtBeendetSein(fall),
        new TerminMussNeuSein(fall, TerminId),
        new TerminMussNachVereinbarungLiegen(Am, erfassung.WirksamAm),
    ];

    /// <summary>Whether a form of contact has a place where people meet.</summary>
    public static bool NeedsOrt(Kontaktform form) => form is not (Kontaktform.Telefon or Kontaktform.Video);

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.Add(new Termin
    {
        Id = TerminId,
        VereinbartAm = eintrag.WirksamAm,
        Am = Am,
        Um = Um,
        Dauer = Dauer,
        Form = Form,
        Zweck = Zweck,
        Ort = Ort,
        Anliegen = Anliegen,
        Teilnehmende = Teilnehmende ?? [],
    });
}
