using System.Text;
using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Application.Tests;

/// <summary>What a file is decides its content; name and type must say the same, and nothing that runs comes in.</summary>
public class WhenAFileArrives
{
    private static readonly (string Name, string Typ, byte[] Inhalt, Dateiart Art)[] Gute =
    [
        ("Zeugnis.pdf", "application/pdf", Testdateien.Pdf(), Dateiart.Pdf),
        ("Foto.PNG", "image/png", Testdateien.Png, Dateiart.Png),
        ("Scan.jpeg", "image/jpeg", Testdateien.Jpeg, Dateiart.Jpeg),
        ("Notiz.txt", "text/plain; charset=utf-8", Encoding.UTF8.GetBytes("Größe < 3\r\n\tZeile"), Dateiart.Text),
        ("MZ.txt", "text/plain", "MZ heißt Mitteilungszettel"u8.ToArray(), Dateiart.Text),
        ("Brief.docx", Testdateien.DocxTyp, Testdateien.Docx(), Dateiart.Docx),
        ("Brief.odt", Testdateien.OdtTyp, Testdateien.Odt(), Dateiart.Odt),
    ];

    private static readonly Dictionary<string, (string Name, byte[] Inhalt, string Meldung)> Schlechte = new()
    {
        ["empty"] = ("leer.txt", [], "leer"),
        ["cut PDF"] = ("Zeugnis.pdf", Testdateien.Pdf()[..40], "unvollständig"),
        ["PDF with script"] = ("Zeugnis.pdf", Testdateien.Pdf("/S /JavaScript /JS (app.alert)"), "Programmteile"),
        ["PDF that starts a program"] = ("Zeugnis.pdf", Testdateien.Pdf("/S /Launch"), "Programmteile"),
        ["PDF with a file in it"] = ("Zeugnis.pdf", Testdateien.Pdf("/Type /EmbeddedFile"), "Programmteile"),
        ["damaged PNG"] = ("Foto.png", [.. Testdateien.Png[..8], 1, 2, 3], "beschädigt"),
        ["page"] = ("Notiz.txt", "<!DOCTYPE html><p>Hallo</p>"u8.ToArray(), "Webseite"),
        ["page after text"] = ("Notiz.txt", "Hallo <SCRIPT>alert(1)</SCRIPT>"u8.ToArray(), "Webseite"),
        ["SVG"] = ("Bild.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(), "Webseite"),
        ["Windows program"] = ("Zeugnis.pdf", [.. "MZ"u8, 0x90, 0], "Programm"),
        ["Linux program"] = ("Zeugnis.pdf", [0x7F, .. "ELF"u8, 2, 1], "Programm"),
        ["shell script"] = ("Notiz.txt", "#!/bin/sh\nrm -rf /"u8.ToArray(), "Programm"),
        ["old Word"] = ("Brief.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Kennwort"),
        ["macros in Word"] = ("Brief.docx", Testdateien.Docx(("word/vbaProject.bin", "x")), "Makros"),
        ["Word that says it has macros"] = ("Brief.docx", Testdateien.Zip(("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"), ("word/document.xml", "x")), "Makros"),
        ["Word that says so behind a megabyte of blanks"] =
            ("Brief.docx", Testdateien.Zip(("[Content_Types].xml", new string(' ', 1024 * 1024) + "macroEnabled"), ("word/document.xml", "x")), "beschädigt"),
        ["ActiveX in Word"] = ("Brief.docx", Testdateien.Docx(("word/activeX/activeX1.xml", "x")), "Makros"),
        ["object in Word"] = ("Brief.docx", Testdateien.Docx(("word/embeddings/oleObject1.bin", "x")), "Makros"),
        ["template from elsewhere"] = ("Brief.docx", Testdateien.Docx(("word/_rels/settings.xml.rels", "<Relationship Type=\".../attachedTemplate\" TargetMode=\"External\"/>")), "Makros"),
        ["macros in OpenDocument"] = ("Brief.odt", Testdateien.Odt(("Basic/Standard/Module1.xml", "x")), "Makros"),
        ["scripts in OpenDocument"] = ("Brief.odt", Testdateien.Odt(("Scripts/python/m.py", "x")), "Makros"),
        ["some archive"] = ("alles.zip", Testdateien.Zip(("a.txt", "x")), "können nicht abgelegt werden"),
        ["table"] = ("Liste.docx", Testdateien.Zip(("[Content_Types].xml", "x"), ("xl/workbook.xml", "x")), "können nicht abgelegt werden"),
        ["damaged archive"] = ("Brief.docx", "PK\u0003\u0004 und dann nichts"u8.ToArray(), "beschädigt"),
        ["text that is not UTF-8"] = ("Notiz.txt", [.. "Gr"u8, 0xF6, 0xDF, .. "e"u8], "UTF-8"),
        ["bytes"] = ("Notiz.txt", [1, 2, 3, 0], "können nicht abgelegt werden"),
        ["PDF called picture"] = ("Foto.png", Testdateien.Pdf(), ".pdf"),
        ["picture called PDF"] = ("Zeugnis.pdf", Testdateien.Png, "PNG-Bild"),
        ["text called program"] = ("Start.bat", "echo"u8.ToArray(), ".txt"),
        ["no ending"] = ("Zeugnis", Testdateien.Pdf(), ".pdf"),
        ["two endings"] = ("Zeugnis.pdf.exe", Testdateien.Pdf(), ".pdf"),
        ["ending that reads backwards"] = ("Zeugnis\u202Efdp.exe", Testdateien.Pdf(), "Zeugnisfdp.exe"),
    };

    public static TheoryData<int> Erlaubt => [.. Enumerable.Range(0, Gute.Length)];

    public static TheoryData<string> Verboten => [.. Schlechte.Keys];

    [Theory]
    [MemberData(nameof(Erlaubt))]
    public async Task Each_kind_that_is_wanted_comes_in_as_what_it_is(int welche)
    {
        var (name, typ, inhalt, art) = Gute[welche];
        var datei = await new Dokumentannahme().CheckAsync(name, typ, inhalt);
        (datei.Name, datei.Art, datei.Geprueft).ShouldBe((name, art, Schadsoftwarepruefung.NichtGeprueft));
        datei.Bytes.ShouldBe(inhalt);
        datei.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(inhalt)));
        foreach (var nichtssagend in new[] { null, "", "application/octet-stream" })
            (await new Dokumentannahme().CheckAsync(name, nichtssagend, inhalt)).Art.ShouldBe(art);
    }

    [Theory]
    [MemberData(nameof(Verboten))]
    public async Task Anything_else_is_refused_with_what_to_do(string was)
    {
        var (name, inhalt, meldung) = Schlechte[was];
        var fehler = (await Should.ThrowAsync<InvalidInputException>(() => new Dokumentannahme().CheckAsync(name, null, inhalt))).Fehler.ShouldHaveSingleItem();
        fehler.Feld.ShouldBe("datei");
        fehler.Meldung.ShouldContain(meldung);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/png")]
    [InlineData("application/x-msdownload")]
    public async Task A_type_that_says_something_else_is_refused(string typ) =>
        (await Should.ThrowAsync<InvalidInputException>(() => new Dokumentannahme().CheckAsync("Zeugnis.pdf", typ, Testdateien.Pdf()))).Message.ShouldContain(typ);

    [Theory]
    [InlineData("C:\\Users\\ada\\Zeugnis.pdf", "Zeugnis.pdf")]
    [InlineData("../../etc/Zeugnis.pdf", "Zeugnis.pdf")]
    [InlineData("Zeug\u200Bnis\r\n\u202E.pdf", "Zeugnis.pdf")]
    [InlineData("  Größe „1“ & 2.pdf ", "Größe „1“ & 2.pdf")]
    public async Task Its_name_loses_folders_and_what_nobody_sees(string name, string erwartet) =>
        (await new Dokumentannahme().CheckAsync(name, null, Testdateien.Pdf())).Name.ShouldBe(erwartet);

    [Fact]
    public async Task One_byte_too_many_is_refused_and_the_largest_comes_in()
    {
        var annahme = new Dokumentannahme(new Dokumentgrenzen(MaxBytes: 1000));
        (await annahme.CheckAsync("a.pdf", null, Testdateien.Pdf(laenge: 1000))).Bytes.Length.ShouldBe(1000);
        await Should.ThrowAsync<InvalidInputException>(() => annahme.CheckAsync("a.pdf", null, Testdateien.Pdf(laenge: 1001)));
    }

    [Fact]
    public async Task A_scanner_marks_what_it_has_seen_refuses_what_it_finds_and_stops_all_while_it_is_away()
    {
        var pruefer = new Pruefer();
        var annahme = new Dokumentannahme(pruefung: pruefer);
        (await annahme.CheckAsync("a.pdf", null, Testdateien.Pdf())).Geprueft.ShouldBe(Schadsoftwarepruefung.OhneBefund);
        pruefer.Fund = "Eicar-Test-Signature";
        (await Should.ThrowAsync<InvalidInputException>(() => annahme.CheckAsync("a.pdf", null, Testdateien.Pdf()))).Message.ShouldContain("Eicar-Test-Signature");
        pruefer.IstFort = true;
        await Should.ThrowAsync<PruefdienstNichtErreichbarException>(() => annahme.CheckAsync("a.pdf", null, Testdateien.Pdf()));
    }

    private sealed class Pruefer : ISchadsoftwarepruefung
    {
        public string? Fund { get; set; }

        public bool IstFort { get; set; }

        public Task<string?> ScanAsync(ReadOnlyMemory<byte> inhalt, CancellationToken cancellation = default) =>
            IstFort ? throw new PruefdienstNichtErreichbarException() : Task.FromResult(Fund);
    }
}
