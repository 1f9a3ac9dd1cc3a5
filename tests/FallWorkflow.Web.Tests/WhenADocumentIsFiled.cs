using FallWorkflow.Domain.Faelle;
using FallWorkflow.TestKit.App;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

public sealed class WhenADocumentIsFiled(Webwirt wirt) : Browsertest(wirt)
{
    [Fact]
    public async Task It_is_uploaded_listed_downloaded_and_removed_without_JavaScript()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Dokument");
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}", javaScript: false);
        await page.ClickAsync("text=Dokument ablegen >> nth=0");
        await FillAsync(page, "Abschlusszeugnis", "Größe „1“.pdf", "application/pdf", Testdateien.Pdf("Inhalt"));
        await page.ClickAsync("form.fw-formular .kern-btn--primary");

        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Dokument abgelegt");
        var zeile = page.Locator("section[aria-labelledby=dokumente] tbody tr");
        await Assertions.Expect(zeile).ToContainTextAsync("Abschlusszeugnis");
        await Assertions.Expect(zeile).ToContainTextAsync("Nicht auf Schadsoftware geprüft");
        var download = await page.RunAndWaitForDownloadAsync(() => zeile.GetByText("Größe „1“.pdf").ClickAsync());
        download.SuggestedFilename.ShouldBe("Größe „1“.pdf");
        (await File.ReadAllBytesAsync(await download.PathAsync())).ShouldBe(Testdateien.Pdf("Inhalt"));

        await zeile.GetByText("Entfernen").ClickAsync();
        (await page.InputValueAsync("#feld-dokumentId")).ShouldBe((await Wirt.Jobcenter.LoadAsync(fall)).Dokumente.Single().Id);
        await page.FillAsync("#feld-begruendung", "Versehentlich abgelegt");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(zeile).ToContainTextAsync("Am 15.03.2027 entfernt: Versehentlich abgelegt");
        (await zeile.GetByText("Größe „1“.pdf").CountAsync()).ShouldBe(0);
        (await Wirt.Service<FallWorkflow.Application.Ports.IDokumente>().FindAsync(fall, (await Wirt.Jobcenter.LoadAsync(fall)).Dokumente.Single().Id)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Brief.docx", "Makros")]
    [InlineData("Seite.txt", "Webseite")]
    [InlineData(null, "Wählen Sie die Datei aus")]
    public async Task A_file_that_cannot_come_in_is_named_at_its_field_and_what_was_typed_stays(string? datei, string meldung)
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Abgelehnt");
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}/festhalten/DokumentAbgelegt");
        await FillAsync(page, "Mein „Titel“", datei, "application/octet-stream", datei == "Brief.docx" ? Testdateien.Docx(("word/vbaProject.bin", "x")) : "<html>"u8.ToArray());
        await Absenden.SendAsync(page, 400);

        await Assertions.Expect(page.Locator("#feld-datei-fehler")).ToContainTextAsync(meldung);
        (await page.Locator("#feld-datei-fehler").InnerTextAsync()).Split('\n').Length.ShouldBe(1, "one mistake, one message");
        (await page.InputValueAsync("#feld-titel")).ShouldBe("Mein „Titel“");
        (await page.InputValueAsync("#feld-herkunft")).ShouldBe("Klient");
        (await Wirt.Jobcenter.LoadAsync(fall)).Dokumente.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_correction_asks_for_no_file_and_keeps_it()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Berichtigt");
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}/festhalten/DokumentAbgelegt");
        await FillAsync(page, "Zeugniss", "Zeugnis.pdf", "application/pdf", Testdateien.Pdf("Inhalt"));
        await Absenden.SendAsync(page, 302);
        await page.Locator(".fw-zeit--akte", new() { HasText = "Dokument abgelegt" }).First.GetByText("Berichtigen").ClickAsync();
        (await page.Locator("#feld-datei").CountAsync()).ShouldBe(0);
        await page.FillAsync("#feld-titel", "Zeugnis der Berufsschule");
        await page.FillAsync("#feld-begruendung", "verschrieben");
        await Absenden.SendAsync(page, 302);

        var dokument = (await Wirt.Jobcenter.LoadAsync(fall)).Dokumente.ShouldHaveSingleItem();
        (dokument.Titel, dokument.Datei, dokument.Groesse, dokument.Herkunft).ShouldBe(("Zeugnis der Berufsschule", "Zeugnis.pdf", Testdateien.Pdf("Inhalt").Length, Dokumentherkunft.Klient));
        (await Wirt.Service<FallWorkflow.Application.Ports.IDokumente>().FindAsync(fall, dokument.Id)).ShouldBe(Testdateien.Pdf("Inhalt"));
    }

    private static async Task FillAsync(IPage page, string titel, string? datei, string typ, byte[] inhalt)
    {
        await page.SelectOptionAsync("#feld-art", "Zeugnis");
        await page.FillAsync("#feld-titel", titel);
        if (datei is not null)
            await page.SetInputFilesAsync("#feld-datei", new FilePayload { Name = datei, MimeType = typ, Buffer = inhalt });
        await page.SelectOptionAsync("#feld-herkunft", "Klient");
        await page.SelectOptionAsync("#feld-betrifft", "NurKlient");
    }
}
