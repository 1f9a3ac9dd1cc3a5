using System.IO.Compression;
using System.Text;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Dokumente;

/// <summary>Text documents that are ZIP archives inside: by the parts they must have, and without those that run or load something.</summary>
internal static class Bueropaket
{
    /// <summary>Longest part that is looked into, in bytes; the parts in question are some kilobytes long.</summary>
    private const int Hoechstens = Dokumentgrenzen.Megabyte;

    /// <exception cref="InvalidInputException">It is neither, or has macros, or is damaged.</exception>
    public static Dateiart Recognize(byte[] inhalt)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(inhalt, writable: false), ZipArchiveMode.Read);
            var namen = zip.Entries.Select(e => e.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (namen.Contains("[Content_Types].xml") && namen.Contains("word/document.xml"))
                return Word(zip, namen);
            if (namen.Contains("content.xml") && Read(zip, "mimetype").Trim() == Dateiart.Odt.Medientyp)
                return OpenDocument(namen);
        }
        catch (InvalidDataException)
        {
            throw Dateierkennung.Refused("DateiBeschaedigt");
        }

        throw Dateierkennung.Refused("DateiUnbekannt", Dateierkennung.Liste);
    }

    private static Dateiart Word(ZipArchive zip, HashSet<string> namen)
    {
        var makros = namen.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || n.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
            || (n.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) && n.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)));
        // A template from elsewhere is loaded with the macros that it has.
        if (makros || Read(zip, "[Content_Types].xml").Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || Read(zip, "word/_rels/settings.xml.rels").Contains("attachedTemplate", StringComparison.OrdinalIgnoreCase))
            throw Dateierkennung.Refused("DateiMitMakros");
        return Dateiart.Docx;
    }

    private static Dateiart OpenDocument(HashSet<string> namen) =>
        namen.Any(n => n.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || n.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase))
            ? throw Dateierkennung.Refused("DateiMitMakros")
            : Dateiart.Odt;

    /// <summary>A part as text; empty if there is none.</summary>
    private static string Read(ZipArchive zip, string name)
    {
        if (zip.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } teil)
            return "";
        if (teil.Length > Hoechstens)
            throw new InvalidDataException($"{name} is too long.");
        using var strom = teil.Open();
        var puffer = new byte[Hoechstens];
        return Encoding.UTF8.GetString(puffer, 0, strom.ReadAtLeast(puffer, puffer.Length, throwOnEndOfStream: false));
    }
}
