using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Prozessvergleich;

namespace FallWorkflow.Web.Prozesse;

/// <summary>Two versions in one picture: the later one, with what is gone from the earlier one in its old place.</summary>
internal static class Vergleichsbild
{
    private static readonly Bildmarke Neu = new("neu", "+", Seitentexte.T("Vergleich.Marke.Neu"));

    private static readonly Bildmarke Entfallen = new("entfallen", "−", Seitentexte.T("Vergleich.Marke.Entfallen"));

    private static readonly Bildmarke Geaendert = new("geaendert", "≠", Seitentexte.T("Vergleich.Marke.Geaendert"));

    public static Prozessbild Of(JsonObject vorher, JsonObject nachher, IReadOnlyList<Aenderung> aenderungen)
    {
        var arten = aenderungen.Where(a => a.SchrittId is not null && a.Ort is Aenderungsort.Schritt or Aenderungsort.Sonstiges)
            .GroupBy(a => a.SchrittId ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Art is var art && g.All(a => a.Art == art) ? art : Aenderungsart.Geaendert, StringComparer.Ordinal);
        var linien = aenderungen.SelectMany(a => a.Linien).ToLookup(l => (l.Von, l.Ausgang, l.Nach, l.Eingang), l => l.Art);
        var alt = Prozessbild.Of(vorher).Mark(Mark, MarkLine);
        var neu = Prozessbild.Of(nachher).Mark(Mark, MarkLine);
        var ebenen = neu.Ebenen.Select(e => alt.Ebenen.FirstOrDefault(a => a.Behaelter == e.Behaelter) is { } frueher ? Merge(frueher, e) : e).ToList();
        ebenen.AddRange(alt.Ebenen.Where(a => neu.Ebenen.All(e => e.Behaelter != a.Behaelter)));
        return neu with { Ebenen = ebenen };

        Bildmarke? Mark(Bildschritt schritt) => arten.TryGetValue(schritt.Id, out var art) ? MarkFor(art) : null;

        Bildmarke? MarkLine(Bildlinie linie) => linien[(linie.Von, linie.Ausgang, linie.Nach, linie.Eingang)].Select(MarkFor).FirstOrDefault();
    }

    private static Bildebene Merge(Bildebene alt, Bildebene neu) => neu with
    {
        Schritte = [.. neu.Schritte, .. alt.Schritte.Where(s => s.Marke == Entfallen)],
        Linien = [.. alt.Linien.Where(l => l.Marke == Entfallen), .. neu.Linien],
    };

    private static Bildmarke MarkFor(Aenderungsart art) => art switch
    {
        Aenderungsart.Neu => Neu,
        Aenderungsart.Entfallen => Entfallen,
        _ => Geaendert,
    };
}
