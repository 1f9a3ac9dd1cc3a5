using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Dokumente;

/// <summary>
/// Looks into every file before it may come in: its size, what it is by its content, whether name and type say the same, and whether
/// a scanner, where one is set up, finds malicious software.
/// </summary>
public sealed class Dokumentannahme(Dokumentgrenzen? grenzen = null, ISchadsoftwarepruefung? pruefung = null)
{
    // What browsers and other programs say where they know no better, and older names of the same.
    private static readonly string[] Nichtssagend = ["application/octet-stream", "binary/octet-stream", "application/x-download"];
    private static readonly Dictionary<string, Dateiart[]> Andere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/x-pdf"] = [Dateiart.Pdf],
        ["image/jpg"] = [Dateiart.Jpeg],
        ["image/pjpeg"] = [Dateiart.Jpeg],
        ["application/zip"] = [Dateiart.Docx, Dateiart.Odt],
        ["application/x-zip-compressed"] = [Dateiart.Docx, Dateiart.Odt],
    };

    public Dokumentgrenzen Grenzen { get; } = grenzen ?? Dokumentgrenzen.Standard;

    /// <summary>Whether files are scanned for malicious software.</summary>
    public bool PrueftAufSchadsoftware => pruefung is not null;

    /// <param name="name">As the sender calls it; folders are cut off.</param>
    /// <param name="behauptet">The type that the sender claims; null if none.</param>
    /// <exception cref="InvalidInputException">It may not come in; the message says why and what to do.</exception>
    /// <exception cref="PruefdienstNichtErreichbarException">A scanner is set up and did not say.</exception>
    public async Task<Dateiinhalt> CheckAsync(string name, string? behauptet, byte[] inhalt, CancellationToken cancellation = default)
    {
        if (inhalt.Length > Grenzen.MaxBytes)
            throw TooLarge(Grenzen);
        var dateiname = CleanName(name);
        var art = Dateierkennung.Recognize(inhalt);
        if (!art.Endungen.Contains(Path.GetExtension(dateiname), StringComparer.OrdinalIgnoreCase))
            throw Dateierkennung.Refused("DateiAndererName", dateiname, art.Bezeichnung, string.Join(", ", art.Endungen));
        if (!Agrees(behauptet, art))
            throw Dateierkennung.Refused("DateiAndererTyp", behauptet, art.Bezeichnung, art.Medientyp);
        if (pruefung is not null && await pruefung.ScanAsync(inhalt, cancellation) is { } fund)
            throw Dateierkennung.Refused("DateiSchadsoftware", fund);
        return new(
            dateiname, art, inhalt, Convert.ToHexStringLower(SHA256.HashData(inhalt)),
            pruefung is null ? Schadsoftwarepruefung.NichtGeprueft : Schadsoftwarepruefung.OhneBefund);
    }

    public static InvalidInputException TooLarge(Dokumentgrenzen grenzen) => Dateierkennung.Refused("DateiZuGross", grenzen.MaxBytes / Dokumentgrenzen.Megabyte);

    /// <summary>Without folders, and without characters that nobody sees, some of which turn the reading direction of an ending round.</summary>
    private static string CleanName(string name)
    {
        var sauber = new StringBuilder();
        foreach (var zeichen in name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(zeichen) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                sauber.Append(zeichen);
        }

        return sauber.ToString().Normalize().Trim();
    }

    private static bool Agrees(string? behauptet, Dateiart art)
    {
        var typ = (behauptet ?? "").Split(';')[0].Trim();
        return typ.Length == 0 || typ.Equals(art.Medientyp, StringComparison.OrdinalIgnoreCase)
            || Nichtssagend.Contains(typ, StringComparer.OrdinalIgnoreCase) || (Andere.TryGetValue(typ, out var arten) && arten.Contains(art));
    }
}
