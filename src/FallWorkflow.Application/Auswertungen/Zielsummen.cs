using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>Goals of all levels and preparatory work (R79).</summary>
public sealed record Zielsummen(IReadOnlyList<Zielebenensumme> Ebenen, IReadOnlyList<Vorarbeitssumme> Vorarbeiten)
{
    public static Zielsummen Of(Statistikbereich bereich, IReadOnlyCollection<Fallbogen> boegen)
    {
        var ziele = boegen.SelectMany(b => b.Ziele).ToList();
        var assistenzen = boegen.SelectMany(b => b.Assistenzen).ToList();
        var erreicht = ziele.Where(z => z.Ergebnis == Zielergebnis.Erreicht && bereich.Contains(z.AbgeschlossenAm)).ToList();
        return new(
            [.. Enum.GetValues<Zielebene>().Select(e => EbeneOf(bereich, e, [.. ziele.Where(z => z.Ebene == e)]))],
            [
                new(Vorarbeit.Begleiten, assistenzen.Count(a => a == Assistenzart.Begleiten)),
                new(Vorarbeit.Anleiten, assistenzen.Count(a => a == Assistenzart.Anleiten)),
                new(Vorarbeit.StellvertretendHandeln, assistenzen.Count(a => a == Assistenzart.StellvertretendHandeln)),
                new(Vorarbeit.SchrittErreicht, erreicht.Count(z => z.Ebene == Zielebene.Schritt)),
                new(Vorarbeit.UmwegErreicht, erreicht.Count(z => z.IstUmweg)),
                new(Vorarbeit.LeistungVereinbart, boegen.SelectMany(b => b.Leistungen).Count(a => bereich.Contains(a.VereinbartAm))),
            ]);
    }

    private static Zielebenensumme EbeneOf(Statistikbereich bereich, Zielebene ebene, IReadOnlyCollection<Zielzeile> ziele)
    {
        var beendet = ziele.Where(z => bereich.Contains(z.AbgeschlossenAm)).ToLookup(z => z.Ergebnis);
        return new(
            ebene, ziele.Count(z => bereich.Contains(z.VereinbartAm)),
            beendet[Zielergebnis.Erreicht].Count(), beendet[Zielergebnis.TeilweiseErreicht].Count(), beendet[Zielergebnis.NichtErreicht].Count(),
            beendet[Zielergebnis.Aufgegeben].Count(), ziele.Count(z => z.Ergebnis is null));
    }
}
