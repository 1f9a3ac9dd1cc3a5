using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The Kooperationsplan with everyone who took part, its steps, and date and manner of its review.</summary>
[Tatsache("PlanVereinbart", Rollen = "Fallmanager", Anforderungen = "R37,R38,R39,R40,R43,R46")]
public sealed record PlanVereinbart(
    [NenntNamen(NurHier = true)] IReadOnlyList<string> Beteiligte,
    IReadOnlyList<Planschritt> Schritte,
    string ArtDerUeberpruefung,
    string? UeberpruefungNach = null) : Tatsache
{
    private IEnumerable<Eingabefehler> Pruefe()
    {
        var pruefung = new Pruefung()
            .When(Beteiligte is null or { Count: 0 } || Beteiligte.All(string.IsNullOrWhiteSpace), "beteiligte", "BeteiligteFehlen")
            .When(Schritte is null or { Count: 0 }, "schritte", "PlanschrittFehlt")
            .Text("artDerUeberpruefung", ArtDerUeberpruefung, Pruefung.Kurz)
            .Frist("ueberpruefungNach", UeberpruefungNach);
        for (var i = 0; i < (Schritte?.Count ?? 0); i++)
        {
            pruefung
                .Text($"schritte[{i}].bezeichnung", Schritte![i].Bezeichnung, Pruefung.Kurz)
                .Enum($"schritte[{i}].verantwortlich", Schritte[i].Verantwortlich)
                .Enum($"schritte[{i}].thema", Schritte[i].Thema)
                .Rechtsgrundlage($"schritte[{i}].rechtsgrundlage", Schritte[i].Rechtsgrundlage)
                .When(
                    Schritte[i].Verantwortlich == Verantwortung.VermittelteLeistung && string.IsNullOrWhiteSpace(Schritte[i].Rechtsgrundlage),
                    $"schritte[{i}].rechtsgrundlage", "RechtsgrundlageFehlt");
        }

        return pruefung.Fehler;
    }

    public override IEnumerable<Eingabefehler> Validate() => Pruefe();

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new PlanschritteMuessenZielenDienen(fall, Schritte),
        new RechtsgrundlageMussGelten((Schritte ?? []).Select(s => s.Rechtsgrundlage), erfassung.WirksamAm, "schritte"),
    ];

    public override bool AnswersTasks(Fall vorher, DateOnly wirksamAm) => !(vorher.PlanStandVom > wirksamAm);

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.PlanStandVom > eintrag.WirksamAm)
            return;
        fall.PlanVereinbartAm = eintrag.WirksamAm;
        fall.PlanStandVom = eintrag.WirksamAm;
        fall.Planschritte = Schritte;
        fall.UeberpruefungNach = UeberpruefungNach;
    }
}
