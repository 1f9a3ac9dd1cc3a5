using System.IO.Compression;
using System.Text;

namespace FallWorkflow.TestKit.App;

/// <summary>Small files of every kind, good and bad.</summary>
public static class Testdateien
{
    public const string DocxTyp = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string OdtTyp = "application/vnd.oasis.opendocument.text";

    /// <summary>The test file that every scanner finds, as its makers prescribe it. Written in two halves so that no scanner takes this source for it.</summary>
    public static byte[] Eicar { get; } = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");

    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];

    /// <param name="inhalt">Put into the body as it is.</param>
    /// <param name="laenge">Filled up to this length in bytes.</param>
    public static byte[] Pdf(string inhalt = "Zeugnis", int laenge = 0)
    {
        var anfang = $"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% {inhalt}\n";
        const string ende = "\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";
        var mitte = new string('x', Math.Max(0, laenge - Encoding.UTF8.GetByteCount(anfang) - ende.Length));
        return Encoding.UTF8.GetBytes(anfang + mitte + ende);
    }

    public static byte[] Docx(params (string Name, string Inhalt)[] weitere) => Zip(
        [("[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\"/></Types>"), ("word/document.xml", "<w:document/>"), .. weitere]);

    public static byte[] Odt(params (string Name, string Inhalt)[] weitere) => Zip([("mimetype", OdtTyp), ("content.xml", "<office:document-content/>"), .. weitere]);

    public static byte[] Zip(params (string Name, string Inhalt)[] teile)
    {
        using var strom = new MemoryStream();
        using (var zip = new ZipArchive(strom, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, inhalt) in teile)
            {
                using var teil = zip.CreateEntry(name).Open();
                teil.Write(Encoding.UTF8.GetBytes(inhalt));
            }
        }

        return strom.ToArray();
    }
}
