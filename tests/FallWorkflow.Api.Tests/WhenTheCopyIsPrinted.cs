using System.Net;
using FallWorkflow.TestKit.App;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace FallWorkflow.Api.Tests;

/// <summary>The copy for the person as a PDF (R25), read back by a program that did not write it.</summary>
[Collection(GemeinsameApp.Name)]
public sealed class WhenTheCopyIsPrinted(Gemeinsam gemeinsam)
{
    private const string Lang = "Олена Шевченко und Łukasz Ğülşen sprechen über „Wohngeld“";

    [Fact]
    public async Task The_PDF_has_everything_that_the_copy_has_in_its_order()
    {
        var (probe, kopie) = await IssueAsync();
        var akte = (await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{kopie}")).GetProperty("akte").EnumerateArray().ToList();
        foreach (var adresse in new[] { $"/api/faelle/{probe.Fall}/auskunft/{kopie}/pdf", $"/faelle/{probe.Fall}/auskunft/{kopie}?handler=Pdf" })
        {
            using var pdf = await OpenAsync(probe.Sitzung, adresse);
            var text = TextOf(pdf);
            var stelle = 0;
            foreach (var wort in akte.SelectMany(e => (string[])
                [
                    e.GetProperty("titel").GetString()!,
                    .. e.GetProperty("angaben").EnumerateArray().SelectMany(a => new[] { a.GetProperty("label").GetString()!, a.GetProperty("text").GetString()! }),
                ]))
            {
                var gefunden = text.IndexOf(Dense(wort), stelle, StringComparison.Ordinal);
                gefunden.ShouldBeGreaterThanOrEqualTo(0, wort);
                stelle = gefunden;
            }

            foreach (var wort in new[] { "Müßig-Öztürk", Lang, "eingeschränkt", "Wofür wir sie brauchen", "Wer Ihre Daten gelesen oder bekommen hat", "Die Person hat um Unterlagen gebeten.", "BegründungEs war am Telefon.", "Berichtigt", "Aufgeschrieben" })
                text.ShouldContain(Dense(wort), Case.Sensitive, wort);
            TextOf(pdf, fuss: true).ShouldEndWith(Dense($"Seite {pdf.NumberOfPages} von {pdf.NumberOfPages}"));
            text.ShouldNotContain(Dense("Technischer Anhang"));
        }
    }

    [Fact]
    public async Task Nothing_stands_outside_the_margins_and_screen_readers_find_headings()
    {
        var (probe, kopie) = await IssueAsync();
        using var pdf = await OpenAsync(probe.Sitzung, $"/api/faelle/{probe.Fall}/auskunft/{kopie}/pdf");
        pdf.NumberOfPages.ShouldBeGreaterThan(1);
        pdf.Information.Title.ShouldBe("Auskunft über alle gespeicherten Daten");
        foreach (var seite in pdf.GetPages())
        {
            (seite.Width, seite.Height).ShouldBe((595, 842), "A4");
            seite.Letters.ShouldAllBe(b => b.StartBaseLine.X >= 56 && b.EndBaseLine.X <= 595 - 56 && b.StartBaseLine.Y >= 50 && b.StartBaseLine.Y <= 842 - 56);
            seite.Letters.ShouldAllBe(b => b.PointSize >= 8);
        }

        var marken = pdf.GetPage(1).GetMarkedContents();
        marken.Select(m => m.Tag).Where(t => t[0] == 'H').Take(2).ShouldBe(["H1", "H2"]);
        marken.Count(m => m.IsArtifact).ShouldBe(1, "the number of the page");
        pdf.Structure.Catalog.CatalogDictionary.ToString().ShouldContain("de-DE");
    }

    [Fact]
    public async Task The_rows_as_stored_come_on_demand()
    {
        var (probe, kopie) = await IssueAsync();
        var tabellen = (await probe.Sitzung.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{kopie}")).GetProperty("tabellen").EnumerateObject().ToList();
        tabellen.Count.ShouldBeGreaterThan(5);
        foreach (var adresse in new[] { $"/api/faelle/{probe.Fall}/auskunft/{kopie}/pdf?anhang=true", $"/faelle/{probe.Fall}/auskunft/{kopie}?handler=Pdf&anhang=true" })
        {
            using var pdf = await OpenAsync(probe.Sitzung, adresse);
            var text = TextOf(pdf);
            foreach (var tabelle in tabellen)
                text.ShouldContain(Dense($"{tabelle.Name}: "), Case.Sensitive);
        }

        var seite = WebUtility.HtmlDecode(await probe.Sitzung.Http.GetStringAsync($"/faelle/{probe.Fall}/auskunft/{kopie}"));
        foreach (var adresse in new[] { "?handler=Pdf\"", "?handler=Pdf&anhang=true\"" })
            seite.ShouldContain($"/faelle/{probe.Fall}/auskunft/{kopie}{adresse}");
    }

    [Fact]
    public async Task A_member_gets_its_own_share_without_the_number_of_the_Fall()
    {
        var (probe, _) = await IssueAsync();
        await probe.RecordAsync("MitgliedEinbezogen", new { mitgliedId = "m1", name = "Gundula Quitte", grund = "WunschDerPerson", erlaeuterung = "Pflege regeln" });
        var anteil = await probe.RecordAsync("AuskunftErteilt", new { form = "Papier", an = "Gundula Quitte", mitgliedId = "m1" });
        using var pdf = await OpenAsync(probe.Sitzung, $"/api/faelle/{probe.Fall}/auskunft/{anteil}/pdf", "auskunft.pdf");
        var text = TextOf(pdf);
        text.ShouldContain(Dense("Für Gundula Quitte, als Mitglied"));
        text.ShouldNotContain("FM-");
        text.ShouldNotContain("Müßig");
    }

    [Fact]
    public async Task Only_an_issued_copy_and_only_who_may_issue_one()
    {
        var (probe, kopie) = await IssueAsync();
        foreach (var adresse in new[] { $"/api/faelle/{probe.Fall}/auskunft/{Guid.NewGuid()}/pdf", $"/api/faelle/{Guid.NewGuid()}/auskunft/{kopie}/pdf" })
            await (await probe.Sitzung.Http.GetAsync(adresse)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
        var partner = await gemeinsam.App.SignInAsync(Testjobcenter.PartnerSchulden);
        (await partner.Http.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{kopie}/pdf")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var berlin = await gemeinsam.App.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        await (await berlin.Http.GetAsync($"/api/faelle/{probe.Fall}/auskunft/{kopie}/pdf")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "nicht-gefunden");
    }

    private static string Dense(string text) => string.Concat(text.Where(z => !char.IsWhiteSpace(z)));

    private static string TextOf(PdfDocument pdf, bool fuss = false) =>
        Dense(string.Concat(pdf.GetPages().SelectMany(s => s.GetMarkedContents()).Where(m => m.IsArtifact == fuss).Select(LettersOf)));

    private static string LettersOf(MarkedContentElement teil) => string.Concat(teil.Letters.Select(b => b.Value)) + string.Concat(teil.Children.Select(LettersOf));

    private static async Task<PdfDocument> OpenAsync(Sitzung sitzung, string adresse, string? name = null)
    {
        var antwort = await sitzung.Http.GetAsync(adresse);
        antwort.StatusCode.ShouldBe(HttpStatusCode.OK, adresse);
        antwort.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        antwort.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var anhang = antwort.Content.Headers.ContentDisposition!;
        anhang.DispositionType.ShouldBe("attachment");
        anhang.FileName!.ShouldBe(name ?? anhang.FileName);
        return PdfDocument.Open(await antwort.Content.ReadAsByteArrayAsync());
    }

    private async Task<(Fallprobe Probe, Guid Kopie)> IssueAsync()
    {
        var probe = await Fallprobe.AdmitAsync(gemeinsam);
        var kontakt = await probe.RecordAsync("KontaktGehalten", new { form = "Buero", themen = $"{Lang}\nDie Person hat um Unterlagen gebeten.", vereinbarungen = new string('W', 300), minuten = 45 });
        await Sitzung.ReadAsync(await probe.Sitzung.PostAsync($"/api/faelle/{probe.Fall}/eintraege/KontaktGehalten", new
        {
            wirksamAm = Gemeinsam.Heute,
            berichtigt = kontakt,
            begruendung = "Es war am Telefon.",
            daten = new { form = "Telefon", themen = "Unterlagen", minuten = 45 },
        }));
        for (var i = 0; i < 6; i++)
            await probe.RecordAsync("ZielVereinbart", Beispieldaten.Ziel($"z{i}", $"Ziel {i}"));
        return (probe, await probe.RecordAsync("AuskunftErteilt", new { form = "Papier", an = "dem Klienten persönlich" }));
    }
}
