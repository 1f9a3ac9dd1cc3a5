using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Several services become one chain with interfaces and one responsible person.</summary>
[Tatsache("LeistungsketteGebildet", Rollen = "Fallmanager", Anforderungen = "R62")]
public sealed record LeistungsketteGebildet(
    string KetteId,
    string Bezeichnung,
    [NenntNamen] string Verantwortlich,
    IReadOnlyList<Kettenglied> Glieder,
    string? AbstimmungNach = null) : Tatsache
{
    public override string? Bezug => KetteId;

    public override IEnumerable<Eingabefehler> Validate() => Pruefe();

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new StrangMussNeuSein(fall, KetteId, Strangart.Leistungskette),
        new KettengliederMuessenZugewiesenSein(fall, Glieder),
    ];

    private IEnumerable<Eingabefehler> Pruefe()
    {
        var pruefung = new Pruefung()
            .Text("ketteId", KetteId, Pruefung.Kurz).Text("bezeichnung", Bezeichnung, Pruefung.Kurz).Text("verantwortlich", Verantwortlich, Pruefung.Kurz)
            .When(Glieder is null or { Count: < 2 }, "glieder", "KetteZuKurz")
            .When(Glieder?.Select(g => g.ZuweisungId).Distinct().Count() < Glieder?.Count, "glieder", "KetteDoppelt")
            .Frist("abstimmungNach", AbstimmungNach);
        for (var i = 0; i < (Glieder?.Count ?? 0); i++)
        {
            pruefung.Text($"glieder[{i}].zuweisungId", Glieder![i].ZuweisungId, Pruefung.Kurz).Optional($"glieder[{i}].schnittstelle", Glieder[i].Schnittstelle)
                .When(i < Glieder.Count - 1 && string.IsNullOrWhiteSpace(Glieder[i].Schnittstelle), $"glieder[{i}].schnittstelle", "SchnittstelleFehlt");
        }

        return pruefung.Fehler;
    }

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Add(new Strang { Id = KetteId, Art = Strangart.Leistungskette, Bezeichnung = Bezeichnung, StandVom = eintrag.WirksamAm, Frist = AbstimmungNach, Zuweisungen = [.. Glieder.Select(g => g.ZuweisungId)] });
    }
}
