using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using FallWorkflow.TestKit.App;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>A process designer looks at 24 months before publishing, in a real browser on the real program.</summary>
public sealed class WhenAProcessIsSimulated(Studiowirt wirt) : IClassFixture<Studiowirt>
{
    private const string Adresse = "/prozesse/kontaktrhythmus/simulieren";

    [Fact]
    public async Task A_draft_with_an_earlier_reminder_shows_its_difference_side_by_side()
    {
        var page = await wirt.SignInAsync();
        await DraftAsync(page, "kontaktrhythmus", "3 Wochen");
        await page.GotoAsync(Adresse);
        await CheckAsync(page);

        // Many Fälle: figures of both versions, a drawing, and what differs in words.
        await page.FillAsync("#feld-faelle", "40");
        await page.FillAsync("#feld-von", "11.01.2027");
        await page.FillAsync("#feld-monate", "12");
        await page.SelectOptionAsync("#feld-land", "BY");
        await StartAsync(page);
        await Expect(page.Locator("#ueberblick thead th")).ToHaveTextAsync(["Größe", "Veröffentlicht (Version 1)", "Entwurf (Version 2)"]);
        await Expect(page.Locator("#unterschiedsliste")).ToContainTextAsync("„Kontakt führen“:");
        await Expect(page.Locator("svg.fw-diagramm polyline")).ToHaveCountAsync(2);
        await CheckAsync(page);

        // One Fall: the calendar, where the reminder stands a week earlier.
        await page.ClickAsync("text=Neue Simulation mit diesen Angaben");
        await Expect(page.Locator("#feld-monate")).ToHaveValueAsync("12");
        await page.FillAsync("#feld-faelle", "1");
        await page.FillAsync("#feld-verhalten-bearbeitungBis", "0");
        foreach (var feld in new[] { "puenktlich", "kontaktePuenktlich", "traegerAntwortet", "traegerNimmtAn", "traegerPuenktlich" })
            await page.FillAsync($"#feld-verhalten-{feld}", "100");
        await StartAsync(page);
        await Expect(page.Locator("#unterschiedsliste")).ToContainTextAsync("Aufgabe „Kontakt führen“, 1. Mal: 01.02.2027 statt 08.02.2027");
        var tag = page.Locator(".fw-kalender tr", new() { HasText = "Mo 01.02.2027" });
        await Expect(tag).ToContainTextAsync("anders");
        await Expect(tag.Locator("td").Nth(0)).ToHaveTextAsync("–");
        await Expect(tag.Locator("td").Nth(1)).ToContainTextAsync("Neue Aufgabe: Kontakt führen");
        await CheckAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_wrong_comes_back_with_its_place_and_nothing_is_lost()
    {
        var page = await wirt.SignInAsync();
        await page.GotoAsync("/prozesse/dauer/simulieren");
        await page.FillAsync("#feld-faelle", "viele");
        await page.FillAsync("#feld-verhalten-puenktlich", "95");
        await page.ClickAsync(".fw-formular button[type=submit]");
        await Expect(page.Locator("#fehlerliste")).ToContainTextAsync("Zahl der Fälle: Geben Sie eine ganze Zahl an.");
        await page.FillAsync("#feld-faelle", "10");
        await page.FillAsync("#feld-verhalten-puenktlich", "101");
        await page.ClickAsync(".fw-formular button[type=submit]");
        await Expect(page.Locator("#feld-verhalten-puenktlich-fehler")).ToContainTextAsync("0 bis 100");
        await Expect(page.Locator("#feld-faelle")).ToHaveValueAsync("10");
        await Expect(page.Locator("#feld-verhalten-puenktlich")).ToHaveAttributeAsync("aria-invalid", "true");
        await CheckAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_long_simulation_shows_how_far_it_is_and_can_be_cancelled()
    {
        var page = await wirt.SignInAsync();
        await page.GotoAsync("/prozesse/dauer/simulieren");
        await page.FillAsync("#feld-faelle", "10000");
        await page.FillAsync("#feld-monate", "60");
        await page.ClickAsync(".fw-formular button[type=submit]");
        await page.ClickAsync("text=Seite nicht mehr von selbst neu laden");
        await Expect(page.Locator("progress")).ToHaveAttributeAsync("max", "10000");
        await CheckAsync(page);
        await page.ClickAsync("text=Simulation abbrechen");
        await UntilAsync(page, page.Locator("text=Die Simulation ist abgebrochen"));

        await page.GotoAsync("/prozesse/dauer/simulieren?lauf=gibtesnicht");
        await Expect(page.Locator("main")).ToContainTextAsync("Diese Simulation ist nicht mehr da");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Only_process_designers_have_the_page()
    {
        var page = await wirt.SignInAsync(Testjobcenter.Teamleiterin);
        (await page.GotoAsync(Adresse))!.Status.ShouldBe(404);
        await page.Context.CloseAsync();
    }

    private static ILocatorAssertions Expect(ILocator ort) => Assertions.Expect(ort);

    private static async Task StartAsync(IPage page)
    {
        await page.ClickAsync(".fw-formular button[type=submit]");
        await UntilAsync(page, page.Locator("#ueberblick"));
    }

    /// <summary>Waits while the page loads itself anew.</summary>
    private static async Task UntilAsync(IPage page, ILocator ort)
    {
        var anfang = TimeProvider.System.GetTimestamp();
        while (!await ort.IsVisibleAsync())
        {
            TimeProvider.System.GetElapsedTime(anfang).TotalSeconds.ShouldBeLessThan(150, page.Url);
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
            if (page.Url.Contains("neuladen=nein", StringComparison.Ordinal))
                await page.ReloadAsync();
        }
    }

    /// <summary>Nothing for axe to find, and nothing cut off at 360 pixels.</summary>
    private static async Task CheckAsync(IPage page)
    {
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Target))})").ShouldBeEmpty();
        await page.SetViewportSizeAsync(360, 900);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        await page.SetViewportSizeAsync(1600, 1100);
    }

    private static async Task DraftAsync(IPage page, string id, string wert)
    {
        var modell = JsonNode.Parse(await (await page.APIRequest.GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{id}?versionOptions=Latest")).TextAsync())!;
        var schritt = modell["root"]!["activities"]!.AsArray().First(a => a!["type"]!.ToString() == "FallWorkflow.FristAbwarten")!;
        schritt["wert"] = JsonNode.Parse($$"""{"typeName":"String","expression":{"type":"Literal","value":"{{wert}}"},"memoryReference":null}""");
        var antwort = await page.APIRequest.PostAsync("/elsa/api/workflow-definitions", new()
        {
            Headers = new Dictionary<string, string> { ["X-FallWorkflow"] = "studio", ["Content-Type"] = "application/json" },
            DataString = new JsonObject { ["model"] = modell, ["publish"] = false }.ToJsonString(),
        });
        antwort.Ok.ShouldBeTrue(await antwort.TextAsync());
    }
}
