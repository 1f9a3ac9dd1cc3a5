using Deque.AxeCore.Playwright;
using FallWorkflow.TestKit.App;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>The team lead checks a file, corrects it and takes it over, in the whole program.</summary>
public sealed class WhenRunningFaelleAreTakenOver : IAsyncLifetime
{
    private const string Kopf = "Quelle;Schlüssel;Büro;Fallmanagement;Vorname;Nachname;Übergeben am;Einwilligung am;Aufgenommen am;Phase;Handlungsbedarfe;Letzter Kontakt am;Kontaktform\r\n";

    private readonly Studiowirt _wirt = new();

    public Task InitializeAsync() => _wirt.InitializeAsync();

    public Task DisposeAsync() => _wirt.DisposeAsync();

    [Fact]
    public async Task The_file_is_checked_corrected_and_taken_over()
    {
        var page = await _wirt.SignInAsync(Testjobcenter.Teamleiterin);
        await page.GotoAsync("/team");
        await page.ClickAsync("text=Laufende Fälle aus einem anderen Verfahren übernehmen");
        await Axe(page);
        var vorlage = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=Leere Vorlage herunterladen"));
        (await File.ReadAllTextAsync(await vorlage.PathAsync())).ShouldStartWith("Quelle;Schlüssel;Büro;");

        await UploadAsync(page, Kopf + Line("1", "Umsetzung", "03.06.2026") + Line("2", "Irgendwo", "14.12.2026"));
        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Zeilen geprüft: 2, bereit: 1, schon übernommen: 0, mit Fehlern: 1.");
        var zeilen = page.Locator("table >> nth=0 >> tbody tr");
        await Assertions.Expect(zeilen.Nth(0)).ToContainTextAsync("Überfällige Aufgabe: Kontakt führen, letzter Tag war Mi 15.07.2026");
        await Assertions.Expect(zeilen.Nth(1)).ToContainTextAsync("Phase: „Irgendwo“ kann hier nicht stehen.");
        await Axe(page);
        await page.SetViewportSizeAsync(360, 900);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        await page.SetViewportSizeAsync(1200, 900);
        var liste = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=Liste als CSV herunterladen"));
        (await File.ReadAllTextAsync(await liste.PathAsync())).ShouldContain("3;2;Nicht übernommen;;Phase;");
        (await page.InnerTextAsync("main")).ShouldContain("Es wurde noch nichts gespeichert.");

        await page.ClickAsync("text=Fälle übernehmen (1)");
        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Zeilen: 2, übernommen: 1, schon übernommen: 0, nicht übernommen: 1.");
        await UploadAsync(page, Kopf + Line("1", "Umsetzung", "03.06.2026") + Line("2", "Planung", "14.12.2026"));
        await page.ClickAsync("text=Fälle übernehmen (1)");
        await Assertions.Expect(zeilen.Nth(0)).ToContainTextAsync("War schon übernommen");
        await zeilen.Nth(1).Locator("a").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Kooperationsplan vereinbaren");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Aus einem anderen Verfahren übernommen");
    }

    [Fact]
    public async Task A_wrong_file_is_named_and_other_people_do_not_get_there()
    {
        var page = await _wirt.SignInAsync(Testjobcenter.Teamleiterin);
        await page.GotoAsync("/uebernahme");
        await UploadAsync(page, "Unfug;Quelle\r\n1;2\r\n");
        await Assertions.Expect(page.Locator("#fehlerliste")).ToContainTextAsync("Unfug: Diese Spalte ist nicht vorgesehen.");
        await Axe(page);
        await page.ClickAsync("button[value=pruefen]");
        await Assertions.Expect(page.Locator("#fehlerliste")).ToContainTextAsync("Es ist keine Datei angekommen.");

        var andere = await _wirt.SignInAsync(Testjobcenter.Fallmanagerin);
        var antwort = await andere.GotoAsync("/uebernahme");
        antwort!.Status.ShouldBe(404, "a page of others does not exist");
    }

    private static string Line(string schluessel, string phase, string kontakt) =>
        $"Liste;{schluessel};Nürnberg-Süd;{Testjobcenter.Fallmanagerin};Jörg;Müßig;02.02.2026;16.02.2026;16.02.2026;{phase};Gesundheit|Finanzen|Familie;{kontakt};Telefon\r\n";

    private static async Task UploadAsync(IPage page, string inhalt)
    {
        await page.SetInputFilesAsync("#datei", new FilePayload { Name = "faelle.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(inhalt) });
        await page.ClickAsync("button[value=pruefen]");
    }

    private static async Task Axe(IPage page) =>
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Target))})").ShouldBeEmpty();
}
