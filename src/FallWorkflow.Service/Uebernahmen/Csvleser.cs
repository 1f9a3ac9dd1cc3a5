using System.Text;
using CsvHelper;
using FallWorkflow.Application.Falluebernahmen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Service.Uebernahmen;

/// <summary>Reads CSV as German Excel writes it (semicolon, Windows-1252 or UTF-8), and as most other programs do (comma).</summary>
internal sealed class Csvleser : ICsvleser
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public Csvtabelle Read(byte[] datei)
    {
        var text = Decode(datei);
        var optionen = CsvReaderOptions.Default with
        {
            Separator = SeparatorOf(text),
            HasHeader = false,
            SkipEmptyLines = false,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
        var zeilen = new List<Csvzeile>();
        try
        {
            using var leser = CsvReader.FromText(text, optionen);
            for (var nr = 1; leser.Read(); nr++)
            {
                var zellen = leser.Current.ToArray();
                if (zellen.Any(z => !string.IsNullOrWhiteSpace(z)))
                    zeilen.Add(new(nr, zellen));
            }
        }
        catch (CsvFormatException e)
        {
            // A quotation mark that was not closed would make one cell of half of the file.
            throw new InvalidInputException("datei", Application.Texte.Of("Uebernahme.KeinCsv", e.RecordNumber));
        }

        return zeilen is [var kopf, .. var rest] ? new(WithoutEmptyEnd(kopf.Zellen), rest) : throw new InvalidInputException("datei", Application.Texte.Of("Uebernahme.Leer"));
    }

    /// <summary>Spreadsheets write separators for empty columns at the end, too.</summary>
    private static IReadOnlyList<string> WithoutEmptyEnd(IReadOnlyList<string> zellen) =>
        [.. zellen.Take(zellen.ToList().FindLastIndex(z => !string.IsNullOrWhiteSpace(z)) + 1)];

    private static char SeparatorOf(string text)
    {
        var kopf = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is var ende and >= 0 ? ende : text.Length);
        return kopf.Count(';') >= kopf.Count(',') ? ';' : ',';
    }

    private static string Decode(byte[] datei)
    {
        // A workbook is a ZIP file, an old one an OLE file; UTF-16 and binary files have zeros.
        if (datei.AsSpan().StartsWith("PK\u0003\u0004"u8) || datei.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || datei.AsSpan().Contains((byte)0))
            throw new InvalidInputException("datei", Application.Texte.Of("Uebernahme.KeineTabelle"));
        try
        {
            return Utf8.GetString(datei.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? datei.AsSpan(3) : datei);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(datei);
        }
    }
}
