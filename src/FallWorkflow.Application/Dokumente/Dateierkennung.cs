using System.Text;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Dokumente;

/// <summary>
/// What a file is by its content, whatever it is called. What could do something when it is opened (programs, pages, macros) is
/// refused; a scanner finds more, where one is set up.
/// </summary>
internal static class Dateierkennung
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Names of a PDF for what runs or carries something else; those hidden in compressed parts are the scanner's matter.</summary>
    private static readonly byte[][] AktiveTeile = [.. new[] { "/JavaScript", "/Launch", "/EmbeddedFile" }.Select(Encoding.ASCII.GetBytes)];

    private static readonly byte[][] Programme = [[0x7F, .. "ELF"u8], [.. "#!"u8], [0xCA, 0xFE, 0xBA, 0xBE], [0xFE, 0xED, 0xFA], [0xCF, 0xFA, 0xED, 0xFE]];

    private static readonly string[] Seiten = ["<script", "<html", "<svg", "<iframe"];

    /// <exception cref="InvalidInputException">No such file may be put into an Akte; the message says why and what to do.</exception>
    public static Dateiart Recognize(byte[] inhalt)
    {
        ReadOnlySpan<byte> bytes = inhalt;
        if (bytes.IsEmpty)
            throw Refused("DateiLeer");
        if (bytes.StartsWith("%PDF-"u8))
            return Pdf(bytes);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']))
            return bytes.Length > 16 && bytes[12..16].SequenceEqual("IHDR"u8) ? Dateiart.Png : throw Refused("DateiBeschaedigt");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Dateiart.Jpeg;
        if (bytes.StartsWith("PK"u8))
            return Bueropaket.Recognize(inhalt);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw Refused("DateiAltesFormat");
        // A text may begin with these two letters as well; it has no zeros.
        if (bytes.StartsWith("MZ"u8) && bytes.Contains((byte)0))
            throw Refused("DateiIstProgramm");
        foreach (var programm in Programme)
        {
            if (bytes.StartsWith(programm))
                throw Refused("DateiIstProgramm");
        }

        return Text(bytes);
    }

    public static InvalidInputException Refused(string text, params object?[] angaben) => new("datei", Texte.Of(text, angaben));

    private static Dateiart Pdf(ReadOnlySpan<byte> bytes)
    {
        // Some programs write a few line ends, or a signature, behind the end.
        if (bytes[^Math.Min(bytes.Length, 2048)..].IndexOf("%%EOF"u8) < 0)
            throw Refused("DateiBeschaedigt");
        foreach (var teil in AktiveTeile)
        {
            if (bytes.IndexOf(teil) >= 0)
                throw Refused("DateiPdfAktiv");
        }

        return Dateiart.Pdf;
    }

    private static Dateiart Text(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Refused("DateiUnbekannt", Liste);
        }

        text = text.TrimStart('\uFEFF');
        if (text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f')))
            throw Refused("DateiUnbekannt", Liste);
        var anfang = text.TrimStart();
        if ((anfang.Length > 1 && anfang[0] == '<' && (char.IsAsciiLetter(anfang[1]) || anfang[1] is '!' or '?'))
            || Seiten.Any(s => text.Contains(s, StringComparison.OrdinalIgnoreCase)))
            throw Refused("DateiIstSeite");
        return Dateiart.Text;
    }

    /// <summary>What may be put into an Akte, as people read it.</summary>
    public static string Liste => string.Join(", ", Dateiart.Alle.Select(a => $"{a.Bezeichnung} ({string.Join(", ", a.Endungen)})"));
}
