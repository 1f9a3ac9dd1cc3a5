using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>The list of Fälle with what it can be asked for.</summary>
public sealed class WhenFaelleAreSearched(Webwirt wirt) : Browsertest(wirt)
{
    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task What_is_looked_for_stands_in_the_form_and_in_the_address(int breite)
    {
        var nachname = $"Süder{(char)('a' + (breite % 26))}";
        await Wirt.Jobcenter.AcceptAsync($"Müller-{nachname}");
        await Wirt.Jobcenter.OpenAsync($"Maier-{nachname}");
        var page = await Wirt.OpenAsync(Jobcenter.Theo, "/faelle", breite);

        await page.FillAsync("#text", $"sueder{nachname[^1]} mira");
        await page.SelectOptionAsync("#bedarf", "Finanzen");
        await page.SelectOptionAsync("#folge", "Name");
        await page.FillAsync("#faelligBis", "31.12.2029");
        await page.ClickAsync("form.fw-filter button");

        await Assertions.Expect(page.Locator("tbody th a")).ToHaveTextAsync([$"Mira Maier-{nachname}", $"Mira Müller-{nachname}"]);
        (await page.InputValueAsync("#bedarf"), await page.InputValueAsync("#folge"), await page.InputValueAsync("#faelligBis")).ShouldBe(("Finanzen", "Name", "31.12.2029"));
        await CheckAsync(page, breite, "gefunden");

        await page.SelectOptionAsync("#fallmanager", Jobcenter.Anna);
        await page.ClickAsync("form.fw-filter button");
        await Assertions.Expect(page.Locator("tbody th a")).ToHaveTextAsync([$"Mira Müller-{nachname}"]);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[role=status]").First).ToHaveTextAsync("Gefunden: 1");

        await page.SelectOptionAsync("#fallmanager", "-");
        await page.ClickAsync("form.fw-filter button");
        await Assertions.Expect(page.Locator("tbody th a")).ToHaveTextAsync([$"Mira Maier-{nachname}"]);

        await page.ClickAsync("form.fw-filter a");
        page.Url.ShouldEndWith("/faelle");
        (await page.InputValueAsync("#text")).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_leafs_forth_and_back_with_what_was_looked_for()
    {
        for (var n = 0; n < 27; n++)
            await Wirt.Jobcenter.OpenAsync($"Blätter{(char)('a' + n % 26)}{n:D2}");
        var page = await Wirt.OpenAsync(Jobcenter.Theo, "/faelle?text=blaetter&folge=Name", javaScript: false);
        var erste = await page.Locator("tbody th a").AllInnerTextsAsync();
        await Assertions.Expect(page.Locator("a[rel=prev]")).ToHaveCountAsync(0);

        await page.ClickAsync("a[rel=next]");
        await Assertions.Expect(page.Locator("tbody th a")).ToHaveCountAsync(2);
        (await page.InputValueAsync("#text")).ShouldBe("blaetter");
        page.Url.ShouldNotContain("Mira");
        await Assertions.Expect(page.Locator("a[rel=next]")).ToHaveCountAsync(0);

        await page.ClickAsync("a[rel=prev]");
        (await page.Locator("tbody th a").AllInnerTextsAsync()).ShouldBe(erste);
        await Assertions.Expect(page.Locator("a[rel=prev]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_not_understood_is_said_and_left_out()
    {
        await Wirt.Jobcenter.OpenAsync("Missverstand");
        var page = await Wirt.OpenAsync(
            Jobcenter.Theo, "/faelle?text=missverstand&status=Unsinn&phase=99&faelligBis=31.2.2027&fallmanager=fremd&fortsetzung=alt");

        await Assertions.Expect(page.Locator("#fehlerliste li")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator("#fehlerliste [data-feld=fortsetzung]")).ToContainTextAsync("Sie sehen den Anfang der Liste");
        await Assertions.Expect(page.Locator("tbody th a")).ToHaveTextAsync(["Mira Missverstand"]);
        await CheckAsync(page, 1200, "fehler");
    }

    private static async Task CheckAsync(IPage page, int breite, string was)
    {
        if (Environment.GetEnvironmentVariable("FALLWORKFLOW_WEB_PICTURES") is { Length: > 0 } ordner)
            await page.ScreenshotAsync(new() { Path = Path.Combine(ordner, $"faelle-{was}-{breite}.png"), FullPage = true });
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(breite);
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Target))})").ShouldBeEmpty();
    }
}
