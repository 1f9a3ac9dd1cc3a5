using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>The survey from the link to the sum (R80), and what the team lead sees at a glance (R76–R84).</summary>
public sealed class WhenResultsAreShown(Webwirt wirt) : Browsertest(wirt)
{
    [Fact]
    public async Task A_link_is_made_handed_out_answered_once_and_used_up()
    {
        var buero = await Wirt.OpenAsync(Jobcenter.Anna, "/befragungen");
        await buero.FillAsync("#anzahl", "100");
        await buero.ClickAsync("form[action*=Links] button");
        await Assertions.Expect(buero.Locator("#anzahl-hinweis")).ToContainTextAsync("von 1 bis 40");
        await buero.FillAsync("#anzahl", "2");
        await buero.ClickAsync("form[action*=Links] button");
        await Assertions.Expect(buero.Locator(".fw-link")).ToHaveCountAsync(2);
        await Assertions.Expect(buero.Locator("#papier")).ToHaveCountAsync(0);
        var link = await buero.Locator(".fw-link").First.InnerTextAsync();

        var klient = await Wirt.OpenAsync(null, link, 360, javaScript: false);
        await Assertions.Expect(klient.Locator("h1")).ToHaveTextAsync("Wie zufrieden sind Sie?");
        await Assertions.Expect(klient.Locator("header a")).ToHaveCountAsync(0);
        await klient.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(klient.Locator("#fehlerliste")).ToContainTextAsync("mindestens eine Frage");
        await klient.CheckAsync("#feld-respekt-5");
        await klient.CheckAsync("#feld-zufriedenheit-4");
        await klient.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(klient.Locator("#danke")).ToBeVisibleAsync();
        (await klient.Context.CookiesAsync()).ShouldBeEmpty();

        await klient.GotoAsync(link);
        await Assertions.Expect(klient.Locator("#zu")).ToHaveTextAsync("Dieser Link gilt nicht mehr");
    }

    [Fact]
    public async Task The_open_survey_and_its_errors_are_accessible()
    {
        var buero = await Wirt.OpenAsync(Jobcenter.Theo, "/befragungen");
        await buero.FillAsync("#anzahl", "1");
        await buero.ClickAsync("form[action*=Links] button");
        var klient = await Wirt.OpenAsync(null, await buero.Locator(".fw-link").First.InnerTextAsync());
        await CheckAsync(klient);
        await klient.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(klient.Locator("#fehlerliste")).ToBeVisibleAsync();
        await CheckAsync(klient);

        static async Task CheckAsync(IPage page) => (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help}").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_team_lead_enters_paper_and_sees_no_mean_of_few()
    {
        var page = await Wirt.OpenAsync(Jobcenter.Theo, "/befragungen");
        await page.CheckAsync("#feld-respekt-3");
        await page.ClickAsync("form[action*=Papier] button");
        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Die Antworten sind eingetragen");

        await page.GotoAsync("/team");
        await Assertions.Expect(page.Locator("#befragung + p")).ToContainTextAsync("noch zu wenige Antworten");
    }

    [Fact]
    public async Task The_team_page_compares_caseloads_and_leads_to_the_results()
    {
        await Wirt.Jobcenter.PlanAsync("Ergebnis");
        var page = await Wirt.OpenAsync(Jobcenter.Theo, "/team");
        var schluessel = page.Locator("section[aria-labelledby=fallzahlen] table").First.Locator("tbody tr");
        await Assertions.Expect(schluessel).ToHaveCountAsync(2);
        await Assertions.Expect(schluessel.First).ToContainTextAsync("Nur Fallmanagement");
        await Assertions.Expect(schluessel.First.Locator("td").Nth(3)).ToHaveTextAsync("75");

        await page.ClickAsync("a[href='/team/ergebnisse']");
        await page.FillAsync("#bis", "01.01.2026");
        await page.ClickAsync("form.fw-filter button");
        await Assertions.Expect(page.Locator("#zeitraum-hinweis")).ToContainTextAsync("Prüfen Sie beide Daten");
        await page.FillAsync("#von", "01.01.2027");
        await page.FillAsync("#bis", "15.03.2027");
        await page.ClickAsync("form.fw-filter button");
        var gesundheit = page.Locator("section[aria-labelledby=t-wirkung] tbody tr", new() { HasText = "Gesundheit" });
        int.Parse(await gesundheit.Locator("td").First.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        await Assertions.Expect(page.Locator("section[aria-labelledby=t-wirkung] a")).ToHaveAttributeAsync("href", "/api/statistik/wirkung.csv?von=2027-01-01&bis=2027-03-15");
    }
}
