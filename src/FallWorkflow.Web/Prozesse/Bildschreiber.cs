using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace FallWorkflow.Web.Prozesse;

/// <summary>Writes one canvas of a <see cref="Prozessbild"/> as SVG. Colours come from app.css, so that nothing is styled in the page.</summary>
internal static class Bildschreiber
{
    private const double Rand = 40;

    /// <summary>Room for lines that go round below the last row.</summary>
    private const double Unten = 30;

    /// <summary>Characters of a name per line and pixel of width, at the size of the letters in app.css.</summary>
    private const double ZeichenJePixel = 0.125;

    /// <summary>Characters of an outcome in one line: two steps in a row leave no more room between them.</summary>
    private const int Ausgangsbreite = 12;

    private const int Ausgangszeilen = 4;

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
        var hoehe = ebene.Schritte.Select(s => s.Y + s.Hoehe).Concat(punkte.Select(p => p.Y)).DefaultIfEmpty(0).Max() + Rand + Unten - oben;
        var bild = new XElement(Svg + "svg",
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{kennung}-titel {kennung}-text"),
            new XAttribute("viewBox", $"{Z(links)} {Z(oben)} {Z(breite)} {Z(hoehe)}"), new XAttribute("width", Z(breite)), new XAttribute("height", Z(hoehe)),
            new XElement(Svg + "title", new XAttribute("id", $"{kennung}-titel"), ebene.Titel),
            new XElement(Svg + "desc", new XAttribute("id", $"{kennung}-text"), beschreibung),
            ebene.Linien.Where(l => schritte.ContainsKey(l.Von) && schritte.ContainsKey(l.Nach)).Select(l => Line(l, schritte[l.Von], schritte[l.Nach])),
            ebene.Schritte.Select(Step));
        foreach (var text in bild.DescendantNodes().OfType<XText>())
            text.Value = Writable(text.Value);
        foreach (var attribut in bild.DescendantsAndSelf().Attributes())
            attribut.Value = Writable(attribut.Value);
        return new HtmlString(bild.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>Names may hold what XML has no way to write, such as control characters.</summary>
    private static string Writable(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));

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
        var weg = Linienweg.Of(linie, von, nach);
        var (x, y) = weg.Ende;
        // The arrow points where the line comes in: (dx, dy) is its direction, (dy, dx) lies across.
        var (dx, dy) = weg.Richtung;
        var pfeil = $"{Z(x)},{Z(y)} {Z(x - 9 * dx + 5 * dy)},{Z(y - 9 * dy + 5 * dx)} {Z(x - 9 * dx - 5 * dy)},{Z(y - 9 * dy - 5 * dx)}";
        var text = string.Join(" ", new[] { linie.Marke?.Zeichen, linie.Text }.Where(t => !string.IsNullOrEmpty(t)));
        return new XElement(Svg + "g", Look("fw-bild__linie", linie.Marke),
            new XElement(Svg + "title", $"{von.Name} → {nach.Name}{(linie.Text.Length > 0 ? $" ({linie.Text})" : "")}{(linie.Marke is { } m ? $": {m.Text}" : "")}"),
            new XElement(Svg + "path", new XAttribute("d", weg.Pfad)),
            new XElement(Svg + "polygon", new XAttribute("points", pfeil)),
            text.Length == 0 ? null : Label(text, weg.Mitte.X, weg.Mitte.Y));
    }

    /// <summary>The last line of it stands where the line is.</summary>
    private static XElement Label(string text, double x, double y)
    {
        var zeilen = Wrap(text, Ausgangsbreite, Ausgangszeilen);
        return new(Svg + "text", new XAttribute("text-anchor", "middle"),
            zeilen.Select((zeile, nr) => new XElement(Svg + "tspan", At(x, y - (zeilen.Count - 1 - nr) * 13), zeile)));
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

    /// <summary>Cuts between characters, never within one that takes two units.</summary>
    private static string Short(string text, int laenge) =>
        text.Length <= laenge ? text : text[..(char.IsHighSurrogate(text[laenge - 2]) ? laenge - 2 : laenge - 1)] + "…";

    private static XAttribute Look(string art, Bildmarke? marke) => new("class", marke is null ? art : $"{art} fw-bild--{marke.Klasse}");

    private static XAttribute[] At(double x, double y) => [new("x", Z(x)), new("y", Z(y))];

    private static XAttribute[] Size(double breite, double hoehe) => [new("width", Z(breite)), new("height", Z(hoehe))];

    private static string Z(double wert) => Math.Round(wert, 1).ToString(CultureInfo.InvariantCulture);
}
