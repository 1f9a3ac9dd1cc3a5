using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Closing with the joint evaluation and its five questions; aftercare is agreed here.</summary>
[Tatsache("FallAbgeschlossen", Rollen = "Fallmanager", Anforderungen = "R44,R72,R73,R78")]
public sealed record FallAbgeschlossen(
    string SituationDamalsUndHeute,
    string Zielerreichung,
    string WasGeholfenHat,
    string VerbleibendeSchritte,
    string StandDerAngebote,
    bool ArbeitGefunden,
    IReadOnlyList<Einschaetzung>? Einschaetzungen = null,
    string? NachbetreuungDauer = null,
    IReadOnlyList<FehlendesAngebot>? FehlendeAngebote = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => (FehlendeAngebote ?? [])
        .Select((angebot, i) => (Feld: $"fehlendeAngebote[{i}]", Angebot: angebot))
        .Aggregate(new Pruefung(), (pruefung, f) => pruefung.Fehlend(f.Feld, f.Angebot))
        .Text("situationDamalsUndHeute", SituationDamalsUndHeute).Text("zielerreichung", Zielerreichung).Text("wasGeholfenHat", WasGeholfenHat)
        .Text("verbleibendeSchritte", VerbleibendeSchritte).Text("standDerAngebote", StandDerAngebote)
        .Skalen("einschaetzungen", Einschaetzungen).Frist("nachbetreuungDauer", NachbetreuungDauer).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new ErgebnisseMuessenUebernommenSein(fall),
    ];

    /// <summary>Open referrals are withdrawn; offers that are still missing join the list of gaps (R44).</summary>
    public override IEnumerable<Tatsache> Folgen(Fall fall) =>
    [
        .. fall.Zuweisungen.Values.Where(z => z.IstOffen).Select(z => new ZuweisungZurueckgezogen(z.Id)),
        .. (FehlendeAngebote ?? []).Select((angebot, i) => new AngebotFehlt($"abschluss-{fall.Akte.Count}-{i + 1}", angebot)),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.AbgeschlossenAm = eintrag.WirksamAm;
        fall.NachbetreuungDauer = NachbetreuungDauer;
        fall.Status = Fallstatus.Nachbetreuung;
        fall.EndStraenge(eintrag.WirksamAm);
        fall.AddEinschaetzung(eintrag.WirksamAm, "Abschluss", Einschaetzungen ?? []);
    }
}
