using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>Goals of all levels and preparatory work (R79).</summary>
public sealed record Zielsummen(IReadOnlyList<Zielebenensumme> Ebenen, IReadOnlyList<Vorarbeitssumme> Vorarbeiten)
{
    public static Zielsummen Of(Statistikbereich bereich, IReadOnlyCollection<Fallbogen> boegen) => new(
        [.. Enum.GetValues<Zielebene>().Select(e => EbeneOf(bereich, e, boegen))],
        [
            Count(Vorarbeit.Begleiten, boegen, b => b.Assistenzen.Count(a => a == Assistenzart.Begleiten)),
            Count(Vorarbeit.Anleiten, boegen, b => b.Assistenzen.Count(a => a == Assistenzart.Anleiten)),
            Count(Vorarbeit.StellvertretendHandeln, boegen, b => b.Assistenzen.Count(a => a == Assistenzart.StellvertretendHandeln)),
            Count(Vorarbeit.SchrittErreicht, boegen, b => b.Ziele.Count(z => Reached(bereich, z) && z.Ebene == Zielebene.Schritt)),
            Count(Vorarbeit.UmwegErreicht, boegen, b => b.Ziele.Count(z => Reached(bereich, z) && z.IstUmweg)),
            Count(Vorarbeit.LeistungVereinbart, boegen, b => b.Leistungen.Count(z => bereich.Contains(z.VereinbartAm))),
        ]);

    private static bool Reached(Statistikbereich bereich, Zielzeile ziel) => ziel.Ergebnis == Zielergebnis.Erreicht && bereich.Contains(ziel.AbgeschlossenAm);

    private static Vorarbeitssumme Count(Vorarbeit art, IReadOnlyCollection<Fallbogen> boegen, Func<Fallbogen, int> anzahl) =>
        new(art, boegen.Sum(anzahl), boegen.Count(b => anzahl(b) > 0));

    private static Zielebenensumme EbeneOf(Statistikbereich bereich, Zielebene ebene, IReadOnlyCollection<Fallbogen> boegen)
    {
        var ziele = boegen.SelectMany(b => b.Ziele, (b, z) => (b.FallId, Ziel: z))
            .Where(z => z.Ziel.Ebene == ebene && (z.Ziel.Ergebnis is null || bereich.Contains(z.Ziel.VereinbartAm) || bereich.Contains(z.Ziel.AbgeschlossenAm)))
            .ToList();
        var beendet = ziele.Where(z => bereich.Contains(z.Ziel.AbgeschlossenAm)).ToLookup(z => z.Ziel.Ergebnis);
        return new(
            ebene, ziele.Select(z => z.FallId).Distinct().Count(), ziele.Count(z => bereich.Contains(z.Ziel.VereinbartAm)),
            beendet[Zielergebnis.Erreicht].Count(), beendet[Zielergebnis.TeilweiseErreicht].Count(), beendet[Zielergebnis.NichtErreicht].Count(),
            beendet[Zielergebnis.Aufgegeben].Count(), ziele.Count(z => z.Ziel.Ergebnis is null));
    }
}
