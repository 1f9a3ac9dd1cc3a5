using System.Globalization;
using System.Text;
using FallWorkflow.Application.Simulation;
using Microsoft.AspNetCore.Html;

namespace FallWorkflow.Web.Prozesse;

/// <summary>Tasks per week over the course as a drawing: a line per version, and the range of eight in ten Fälle behind it.</summary>
internal static class Wochendiagramm
{
    private const int Breite = 720;
    private const int Hoehe = 260;
    private const int Links = 40;
    private const int Unten = 36;
    private const int Rand = 12;

    /// <param name="reihen">At most two, with their names.</param>
    public static IHtmlContent Write(IReadOnlyList<(string Name, IReadOnlyList<Wochenwert> Wochen)> reihen, string titelId)
    {
        var wochen = Math.Max(2, reihen.Max(r => r.Wochen.Count));
        var hoechstens = Math.Max(1, Math.Ceiling(reihen.Max(r => r.Wochen.Max(w => Math.Max(w.Mean, w.P90)))));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg class="fw-diagramm" viewBox="0 0 {Breite} {Hoehe}" role="img" aria-labelledby="{titelId}">""");
        var stufe = Math.Max(1, Math.Ceiling(hoechstens / 6));
        for (var wert = 0.0; wert <= hoechstens; wert += stufe)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="raster" x1="{Links}" x2="{Breite - Rand}" y1="{Y(wert)}" y2="{Y(wert)}"/>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="ende" x="{Links - 6}" y="{Y(wert)}" dy="5">{wert}</text>""");
        }

        for (var woche = 0; woche < wochen; woche += 13)
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="mitte" x="{X(woche)}" y="{Hoehe - Unten + 22}">{woche + 1}</text>""");
        for (var nr = 0; nr < reihen.Count; nr++)
        {
            var reihe = reihen[nr].Wochen;
            var band = string.Join(' ', reihe.Select(w => Point(w.Week, w.P90)).Concat(reihe.Reverse().Select(w => Point(w.Week, w.P10))));
            svg.Append(CultureInfo.InvariantCulture, $"""<polygon class="band-{nr}" points="{band}"/>""");
        }

        for (var nr = 0; nr < reihen.Count; nr++)
            svg.Append(CultureInfo.InvariantCulture, $"""<polyline class="linie-{nr}" points="{string.Join(' ', reihen[nr].Wochen.Select(w => Point(w.Week, w.Mean)))}"/>""");
        return new HtmlString(svg.Append("</svg>").ToString());

        string Point(int woche, double wert) => string.Create(CultureInfo.InvariantCulture, $"{X(woche)},{Y(wert)}");
        double X(int woche) => Math.Round(Links + (double)woche / (wochen - 1) * (Breite - Links - Rand), 1);
        double Y(double wert) => Math.Round(Hoehe - Unten - wert / hoechstens * (Hoehe - Unten - Rand), 1);
    }
}
