using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace FallWorkflow.Web.Prozesse;

/// <summary>Writes one canvas of a <see cref="Prozessbild"/> as SVG. Colours come from app.css, so that nothing is styled in the page.</summary>
internal static class Bildschreiber
{
    private const double Rand = 40;

    /// <summary>Characters of a name per line and pixel of width, at the size of the letters in app.css.</summary>
    private const double ZeichenJePixel = 0.125;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="kennung">Unique in the page; begins with a letter.</param>
    /// <param name="beschreibung">What a person hears who does not see the picture.</param>
    public static IHtmlContent Write(Bildebene ebene, string kennung, string beschreibung)
    {
        var schritte = ebene.Schritte.GroupBy(s => s.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var punkte = ebene.Linien.SelectMany(l => l.Punkte).ToList();
        var links = ebene.Schritte.Select(s => s.X).Concat(punkte.Select(p => p.X)).DefaultIfEmpty(0).Min() - Rand;
        var oben = ebene.Schritte.Select(s => s.Y).Concat(punkte.Select(p => p.Y)).DefaultIfEmpty(0).Min() - Rand;
        var breite = ebene.Schritte.Select(s => s.X + s.Breite).Concat(punkte.Select(p => p.X)).DefaultIfEmpty(0).Max() + Rand - links;
        var hoehe = ebene.Schritte.Select(s => s.Y + s.Hoehe).Concat(punkte.Select(p => p.Y)).DefaultIfEmpty(0).Max() + Rand - oben;
        var bild = new XElement(Svg + "svg",
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{kennung}-titel {kennung}-text"),
            new XAttribute("viewBox", $"{Z(links)} {Z(oben)} {Z(breite)} {Z(hoehe)}"), new XAttribute("width", Z(breite)), new XAttribute("height", Z(hoehe)),
            new XElement(Svg + "title", new XAttribute("id", $"{kennung}-titel"), ebene.Titel),
            new XElement(Svg + "desc", new XAttribute("id", $"{kennung}-text"), beschreibung),
            ebene.Linien.Where(l => schritte.ContainsKey(l.Von) && schritte.ContainsKey(l.Nach)).Select(l => Line(l, schritte[l.Von], schritte[l.Nach])),
            ebene.Schritte.Select(Step));
        return new HtmlString(bild.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement Step(Bildschritt schritt)
    {
        var zeilen = Wrap(schritt.Name, (int)Math.Max(6, schritt.Breite * ZeichenJePixel), (int)Math.Max(1, (schritt.Hoehe - 12) / 18));
        var mitte = schritt.Y + schritt.Hoehe / 2 - (zeilen.Count - 1) * 9 + 5;
        return new XElement(Svg + "g", Look("fw-bild__schritt", schritt.Marke), new XAttribute("data-schritt", schritt.Id),
            new XElement(Svg + "title", schritt.Marke is { } m ? $"{schritt.Name}: {m.Text}" : schritt.Name),
            new XElement(Svg + "rect", At(schritt.X, schritt.Y), Size(schritt.Breite, schritt.Hoehe), new XAttribute("rx", 6)),
            zeilen.Select((zeile, nr) => new XElement(Svg + "text", At(schritt.X + schritt.Breite / 2, mitte + nr * 18), new XAttribute("text-anchor", "middle"), zeile)),
            schritt.Marke is { } marke ? Badge(schritt.X - 6, schritt.Y - 14, $"{marke.Zeichen} {marke.Text}") : null);
    }

    private static XElement Line(Bildlinie linie, Bildschritt von, Bildschritt nach)
    {
        var (weg, ende, zurueck, mitte) = Path(linie, von, nach);
        var pfeil = zurueck ? $"{Z(ende.X - 5)},{Z(ende.Y - 9)} {Z(ende.X + 5)},{Z(ende.Y - 9)} {Z(ende.X)},{Z(ende.Y)}"
            : $"{Z(ende.X - 9)},{Z(ende.Y - 5)} {Z(ende.X - 9)},{Z(ende.Y + 5)} {Z(ende.X)},{Z(ende.Y)}";
        var text = string.Join(" ", new[] { linie.Marke?.Zeichen, linie.Text }.Where(t => !string.IsNullOrEmpty(t)));
        return new XElement(Svg + "g", Look("fw-bild__linie", linie.Marke),
            new XElement(Svg + "title", $"{von.Name} → {nach.Name}{(linie.Text.Length > 0 ? $" ({linie.Text})" : "")}{(linie.Marke is { } m ? $": {m.Text}" : "")}"),
            new XElement(Svg + "path", new XAttribute("d", weg)),
            new XElement(Svg + "polygon", new XAttribute("points", pfeil)),
            text.Length == 0 ? null : new XElement(Svg + "text", At(mitte.X, mitte.Y), new XAttribute("text-anchor", "middle"), Short(text, 24)));
    }

    /// <summary>From the right edge of one step to the left edge of the next; to what lies before, below or above it, from edge to edge.</summary>
    private static (string Weg, (double X, double Y) Ende, bool VonOben, (double X, double Y) Mitte) Path(Bildlinie linie, Bildschritt von, Bildschritt nach)
    {
        if (linie.Punkte.Count == 0 && nach.X < von.X + von.Breite && nach.Y > von.Y + von.Hoehe)
        {
            var (x1, y1, x2, y2) = (von.X + von.Breite / 2, von.Y + von.Hoehe, nach.X + nach.Breite / 2, nach.Y);
            var halb = Math.Max(30, (y2 - y1) / 2);
            return ($"M{Z(x1)} {Z(y1)}C{Z(x1)} {Z(y1 + halb)} {Z(x2)} {Z(y2 - halb)} {Z(x2)} {Z(y2 - 8)}", (x2, y2), true, ((x1 + x2) / 2, (y1 + y2) / 2 + 4));
        }

        var (a, b, c, d) = (von.X + von.Breite, von.Y + von.Hoehe / 2, nach.X, nach.Y + nach.Hoehe / 2);
        if (linie.Punkte.Count > 0)
        {
            var knick = linie.Punkte[linie.Punkte.Count / 2];
            return ($"M{Z(a)} {Z(b)}{string.Concat(linie.Punkte.Select(p => $"L{Z(p.X)} {Z(p.Y)}"))}L{Z(c - 8)} {Z(d)}", (c, d), false, (knick.X, knick.Y - 6));
        }

        var bogen = Math.Max(40, Math.Abs(c - a) / 2);
        return ($"M{Z(a)} {Z(b)}C{Z(a + bogen)} {Z(b)} {Z(c - bogen)} {Z(d)} {Z(c - 8)} {Z(d)}", (c, d), false, ((a + c) / 2, (b + d) / 2 - 6));
    }

    private static XElement Badge(double x, double y, string text) => new(Svg + "g", new XAttribute("class", "fw-bild__marke"),
        new XElement(Svg + "rect", At(x, y), Size(Short(text, 34).Length * 7.2 + 14, 22), new XAttribute("rx", 11)),
        new XElement(Svg + "text", At(x + 7, y + 15.5), Short(text, 34)));

    private static List<string> Wrap(string text, int breite, int zeilen)
    {
        var ergebnis = new List<string>();
        foreach (var wort in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ergebnis.Count > 0 && ergebnis[^1].Length + 1 + wort.Length <= breite)
                ergebnis[^1] += " " + wort;
            else
                ergebnis.Add(wort);
        }

        return ergebnis.Count <= zeilen
            ? [.. ergebnis.Select(z => Short(z, breite + 2))]
            : [.. ergebnis.Take(zeilen - 1).Select(z => Short(z, breite + 2)), Short(string.Join(" ", ergebnis.Skip(zeilen - 1)), breite)];
    }

    private static string Short(string text, int laenge) => text.Length <= laenge ? text : text[..(laenge - 1)] + "…";

    private static XAttribute Look(string art, Bildmarke? marke) => new("class", marke is null ? art : $"{art} fw-bild--{marke.Klasse}");

    private static XAttribute[] At(double x, double y) => [new("x", Z(x)), new("y", Z(y))];

    private static XAttribute[] Size(double breite, double hoehe) => [new("width", Z(breite)), new("height", Z(hoehe))];

    private static string Z(double wert) => Math.Round(wert, 1).ToString(CultureInfo.InvariantCulture);
}
