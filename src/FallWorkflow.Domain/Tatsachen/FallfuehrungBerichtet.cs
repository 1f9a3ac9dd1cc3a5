using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The mandated third party reports: contacts held, how things stand, next steps.</summary>
[Tatsache("FallfuehrungBerichtet", Rollen = "Fallmanager,Traeger", Anforderungen = "R65")]
public sealed record FallfuehrungBerichtet(string ZuweisungId, int Kontakte, string Stand, string NaechsteSchritte) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("zuweisungId", ZuweisungId, Pruefung.Kurz).When(Kontakte is < 0 or > 1000, "kontakte", "KontakteAusserhalb")
        .Text("stand", Stand).Text("naechsteSchritte", NaechsteSchritte).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallfuehrungMussUebertragenSein(fall, ZuweisungId),
    ];

    public override bool AnswersTasks(Fall vorher, DateOnly wirksamAm) => !(vorher.FallfuehrungStandVom > wirksamAm);

    /// <summary>Contacts that the third party has held are held contacts (R48): they count when the lead comes back.</summary>
    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (Kontakte > 0 && fall.LetzterKontaktAm < eintrag.WirksamAm)
            fall.LetzterKontaktAm = eintrag.WirksamAm;
        if (!(fall.FallfuehrungStandVom > eintrag.WirksamAm))
            fall.FallfuehrungStandVom = eintrag.WirksamAm;
    }
}
