using FallWorkflow.Domain.Netzwerke;
using FallWorkflow.Web.Formulare;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>The office's network on its page (R68–R71).</summary>
public sealed class WhenTheNetworkIsKept(Webwirt wirt) : Browsertest(wirt)
{
    public static TheoryData<string> Arten => [.. Netzwerkkatalog.Alle.Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Arten))]
    public void Every_form_has_German_labels_and_is_read_without_surprise(string art)
    {
        var formular = Formularbauer.Build(Netzwerkkatalog.Find(art)!, Formularkontext.Leer(Jobcenter.AnnaAkteur) with { NeueKennung = () => "neu" });

        formular.Felder.ShouldAllBe(f => f.Label.Length > 1);
        formular.Felder.Where(f => f.Name.EndsWith("Id", StringComparison.Ordinal)).ShouldAllBe(f => f.Art == Feldart.Verborgen || f.Art == Feldart.Auswahl);
        Formularleser.Read(formular, Formularwerte.Empty(formular)).Fehler.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_offer_is_recorded_and_stands_in_the_directory()
    {
        var page = await Wirt.OpenAsync(Jobcenter.Anna, "/netzwerk/festhalten/AngebotAufgenommen");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("#fehlerliste")).ToBeVisibleAsync();

        await page.SelectOptionAsync("#feld-art", "SozialeKontakte");
        await page.SelectOptionAsync("#feld-form", "Informell");
        await page.FillAsync("#feld-bezeichnung", "Nachbarschaftstreff");
        await page.FillAsync("#feld-anbieter", "Nachbarn");
        await page.FillAsync("#feld-gebiet", "Langwasser");
        await page.FillAsync("#feld-bedingungen", "offen für alle");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");

        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Angebot aufgenommen");
        await Assertions.Expect(page.Locator("main section:has(h2:text-is(\"Verzeichnis der Angebote\"))")).ToContainTextAsync("Nachbarschaftstreff");
    }
}
