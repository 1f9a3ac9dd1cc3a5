using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace FallWorkflow.Web.Druck;

/// <summary>
/// Pages of A4 as a PDF: headings, paragraphs and named values one below the other, with page numbers, and tagged so that screen
/// readers read it in order (PDF/UA). All measures in points (1/72 inch).
/// </summary>
internal sealed class Druckbogen : IDisposable
{
    private const double Rand = 57;
    private const double Fuss = 28;
    private const double Einzug = 12;
    private const double Zeilenhoehe = 1.35;

    private static readonly XFont Schrift = Font(10, XFontStyleEx.Regular);
    private static readonly XFont Benennung = Font(10, XFontStyleEx.Bold);
    private static readonly XFont Klein = Font(8, XFontStyleEx.Regular);
    private static readonly XFont[] Ueberschriften = [Font(17, XFontStyleEx.Bold), Font(13, XFontStyleEx.Bold), Font(11, XFontStyleEx.Bold)];

    private readonly PdfDocument _dokument = new();
    private readonly UAManager _ua;
    private readonly Func<int, string> _fusszeile;
    private XGraphics? _seite;
    private double _y;

    private Druckbogen(string titel, Func<int, string> fusszeile)
    {
        _fusszeile = fusszeile;
        _dokument.Info.Title = titel;
        _dokument.ViewerPreferences.DisplayDocTitle = true;
        _ua = UAManager.ForDocument(_dokument);
        _ua.SetDocumentLanguage("de-DE");
        AddPage();
    }

    /// <param name="inhalt">Puts everything onto the pages; called twice, since the first page already says how many there are.</param>
    /// <param name="fusszeile">Line at the foot of each page by its number and how many there are.</param>
    public static byte[] Write(string titel, Func<int, int, string> fusszeile, Action<Druckbogen> inhalt)
    {
        var (_, seiten) = Write(0);
        return Write(seiten).Inhalt;

        (byte[] Inhalt, int Seiten) Write(int alle)
        {
            using var bogen = new Druckbogen(titel, nr => fusszeile(nr, alle));
            inhalt(bogen);
            bogen._seite!.Dispose();
            using var ziel = new MemoryStream();
            var seiten = bogen._dokument.PageCount;
            bogen._dokument.Save(ziel);
            return (ziel.ToArray(), seiten);
        }
    }

    private double Breite => _seite!.PageSize.Width - 2 * Rand;

    private double Unten => _seite!.PageSize.Height - Rand - Fuss;

    /// <param name="ebene">1 for the title, 2 for a section, 3 for a part of it.</param>
    public void Heading(int ebene, string text)
    {
        var schrift = Ueberschriften[ebene - 1];
        var zeilen = Zeilenumbruch.Break(text, Breite, w => Width(w, schrift));
        // Never the last thing on a page.
        Space(ebene == 1 ? 0 : schrift.Size);
        Require(zeilen.Count * schrift.Size * Zeilenhoehe + 3 * Schrift.Size * Zeilenhoehe);
        Tagged(ebene switch { 1 => PdfBlockLevelElementTag.Heading1, 2 => PdfBlockLevelElementTag.Heading2, _ => PdfBlockLevelElementTag.Heading3 }, schrift, zeilen, 0);
        Space(4);
    }

    public void Paragraph(string text)
    {
        Tagged(PdfBlockLevelElementTag.Paragraph, Schrift, Zeilenumbruch.Break(text, Breite, w => Width(w, Schrift)), 0);
        Space(5);
    }

    /// <summary>A value with its name above it.</summary>
    public void Value(string name, string text)
    {
        var benennung = Zeilenumbruch.Break(name, Breite, w => Width(w, Benennung));
        Require((benennung.Count + 1) * Schrift.Size * Zeilenhoehe);
        Tagged(PdfBlockLevelElementTag.Paragraph, Benennung, benennung, 0);
        Tagged(PdfBlockLevelElementTag.Paragraph, Schrift, Zeilenumbruch.Break(text, Breite - Einzug, w => Width(w, Schrift)), Einzug);
        Space(3);
    }

    public void Dispose()
    {
        _seite?.Dispose();
        _dokument.Dispose();
    }

    private static XFont Font(double groesse, XFontStyleEx art)
    {
        GlobalFontSettings.FontResolver ??= new Druckschrift();
        return new(Druckschrift.Name, groesse, art, new XPdfFontOptions(PdfFontEncoding.Unicode));
    }

    private double Width(string text, XFont schrift) => _seite!.MeasureString(text, schrift).Width;

    private void Tagged(PdfBlockLevelElementTag art, XFont schrift, IReadOnlyList<string> zeilen, double einzug)
    {
        _ua.StructureBuilder.BeginElement(art);
        foreach (var zeile in zeilen)
        {
            var hoehe = schrift.Size * Zeilenhoehe;
            Require(hoehe);
            _y += hoehe;
            if (zeile.Length > 0)
                _seite!.DrawString(zeile, schrift, XBrushes.Black, new XPoint(Rand + einzug, _y));
        }

        _ua.StructureBuilder.End();
    }

    private void Space(double hoehe) => _y += _y > Rand ? hoehe : 0;

    private void Require(double hoehe)
    {
        if (_y + hoehe > Unten)
            AddPage();
    }

    private void AddPage()
    {
        // What is tagged goes on over the end of a page, so the one before is closed last.
        using var vorige = _seite;
        var blatt = _dokument.AddPage();
        blatt.Size = PdfSharp.PageSize.A4;
        _seite = XGraphics.FromPdfPage(blatt);
        _y = Rand;
        _ua.StructureBuilder.BeginArtifact();
        _seite.DrawString(_fusszeile(_dokument.PageCount), Klein, XBrushes.Black, new XPoint(Rand, _seite.PageSize.Height - Rand));
        _ua.StructureBuilder.End();
    }
}
