using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using FallWorkflow.Application.Ports;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>A process designer looks at what a draft would do, publishes it, moves one Fall, and takes that back.</summary>
public sealed class WhenFaelleMoveToAnotherVersion(Studiowirt wirt) : IClassFixture<Studiowirt>
{
    private static readonly Dictionary<string, string> Kopf = new() { ["X-FallWorkflow"] = "studio", ["Content-Type"] = "application/json", ["X-Begruendung"] = "Beschluss" };

    [Fact]
    public async Task A_draft_is_looked_at_published_and_one_Fall_moves_and_goes_back()
    {
        await Beispieldaten.AdmitAsync(wirt.App, new(2027, 1, 11));
        await Beispieldaten.AdmitAsync(wirt.App, new(2027, 1, 11));
        var page = await wirt.SignInAsync();
        await DraftAsync(page);

        await page.GotoAsync("/prozesse/kontaktrhythmus/auswirkung");
        await Expect(page.Locator("#nach")).ToHaveValueAsync("entwurf");
        await Expect(page.Locator("#faelle")).ToHaveTextAsync("Fälle (2)");
        await Expect(page.Locator("main")).ToContainTextAsync("Fälle können erst wechseln, wenn der Entwurf veröffentlicht ist.");
        await Expect(page.Locator(".fw-aufgabe").First).ToContainTextAsync("Kann nicht wechseln");
        await Expect(page.Locator("#zuordnung label")).ToHaveTextAsync("Kontaktfenster abwarten");
        await CheckAsync(page, "auswirkung");

        await page.Locator("#zuordnung select").SelectOptionAsync("weiter:Fenster");
        await page.SelectOptionAsync("#fristen", "neu");
        await page.ClickAsync("text=Auswirkung zeigen");
        await Expect(page.Locator(".fw-aufgabe").First).ToContainTextAsync("Kann wechseln");
        await Expect(page.Locator(".fw-aufgabe").First).ToContainTextAsync("Frist ändert sich: Kontaktfenster abwarten, bisher 08.02.2027 08:00, neu 01.02.2027 08:00");

        (await page.APIRequest.PostAsync("/elsa/api/workflow-definitions/kontaktrhythmus/publish", new() { Headers = Kopf })).Ok.ShouldBeTrue();
        await page.GotoAsync(page.Url.Replace("nach=entwurf", "nach=2", StringComparison.Ordinal));
        var nummer = (await page.Locator(".fw-aufgabe .kern-label").First.InnerTextAsync()).Replace("Fall ", "", StringComparison.Ordinal);
        await page.ClickAsync("text=Wechsel beginnen");
        await Expect(page.Locator("#fehlerliste")).ToContainTextAsync("Begründen Sie");
        await page.FillAsync("#grund", "Dichtere Kontakte");
        await page.ClickAsync("text=Wechsel beginnen");
        await Expect(page.Locator("#fehlerliste")).ToContainTextAsync("mindestens einen Fall");
        await Expect(page.Locator("#grund")).ToHaveValueAsync("Dichtere Kontakte");
        await page.Locator($"#fall-{nummer}").CheckAsync(new() { Force = true });
        await page.ClickAsync("text=Wechsel beginnen");

        // The page renews itself until it is done.
        await page.WaitForURLAsync("**/auswirkung/*-*");
        await Expect(page.Locator("#fortschritt")).ToContainTextAsync("Fertig. Bearbeitete Fälle: 1.", new() { Timeout = 60_000 });
        await Expect(page.Locator(".fw-aufgabe")).ToContainTextAsync("Gewechselt");
        await Expect(page.Locator("main")).ToContainTextAsync("Dichtere Kontakte");
        (await VersionsAsync()).Order().ShouldBe([1, 2]);
        await CheckAsync(page, "wechsel");

        await page.FillAsync("#grund", "Doch nicht");
        await page.ClickAsync("text=Alle zurücknehmen (1)");
        await Expect(page.Locator("#fortschritt")).ToContainTextAsync("Fertig", new() { Timeout = 60_000 });
        await Expect(page.Locator(".fw-aufgabe")).ToContainTextAsync("Zurückgenommen");
        await Expect(page.Locator(".fw-aufgabe")).ToContainTextAsync("Doch nicht");
        (await VersionsAsync()).ShouldBe([1, 1]);

        await page.GotoAsync("/prozesse/kontaktrhythmus/belegung?version=1");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("Kontaktfenster abwarten");
        await Expect(page.Locator("tbody tr").First.Locator("summary")).ToHaveTextAsync("2 Läufe");
        await Expect(page.Locator("[data-schritt=KontaktfensterAbwarten] .fw-bild__marke")).ToContainTextAsync("2 warten");
        await page.Locator("tbody summary").First.ClickAsync();
        await page.ClickAsync("text=Jetzt prüfen");
        await Expect(page.Locator("#zeitgeber-ergebnis")).ToHaveTextAsync("Alles stimmt überein.");
        await CheckAsync(page, "belegung");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_there_is_one_version_only_no_move_is_offered()
    {
        var page = await wirt.SignInAsync();
        await page.GotoAsync("/prozesse/dauer/auswirkung");
        await Expect(page.Locator("#eine-version")).ToContainTextAsync("nur eine Version");
        await Expect(page.Locator("#von")).ToHaveCountAsync(0);
        await page.GotoAsync("/prozesse/dauer/auswirkung?von=1&nach=1");
        await Expect(page.Locator("text=Wechsel beginnen")).ToHaveCountAsync(0);
        await Expect(page.Locator("#fehlerliste")).ToContainTextAsync("sind dieselbe");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Only_process_designers_see_it()
    {
        var page = await wirt.SignInAsync(Testjobcenter.Teamleiterin);
        foreach (var seite in (string[])["auswirkung", "belegung"])
            (await page.GotoAsync($"/prozesse/kontaktrhythmus/{seite}"))!.Status.ShouldBe(404, "what is not theirs does not exist for them");
        await page.Context.CloseAsync();
    }

    private static ILocatorAssertions Expect(ILocator ort) => Assertions.Expect(ort);

    private async Task<List<int>> VersionsAsync()
    {
        var seite = await wirt.App.Services.GetRequiredService<IProzessinstanzen>().ListAsync(new(["kontaktrhythmus"], [], [], null, null, 1, 50), null);
        return [.. seite.Zeilen.Select(z => z.Instanz.Version)];
    }

    /// <summary>The contact window is three weeks, and has another id.</summary>
    private static async Task DraftAsync(IPage page)
    {
        var text = await (await page.APIRequest.GetAsync("/api/prozesse/kontaktrhythmus/1")).TextAsync();
        var definition = JsonNode.Parse(text.Replace("\"KontaktfensterAbwarten\"", "\"Fenster\"", StringComparison.Ordinal))!;
        definition["root"]!["activities"]!.AsArray().First(a => a!["id"]!.ToString() == "Fenster")!["wert"] =
            new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "3 Wochen" } };
        var antwort = await page.APIRequest.PostAsync("/elsa/api/workflow-definitions", new()
        {
            Headers = Kopf,
            DataString = new JsonObject { ["model"] = definition, ["publish"] = false }.ToJsonString(),
        });
        antwort.Ok.ShouldBeTrue(await antwort.TextAsync());
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Target))})").ShouldBeEmpty();
        await ShootAsync(page, $"{name}-breit");
        await page.SetViewportSizeAsync(360, 900);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        await ShootAsync(page, $"{name}-schmal");
        await page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>Pictures for people, where a folder is named.</summary>
    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("FALLWORKFLOW_WEB_PICTURES") is { Length: > 0 } ordner)
            await page.ScreenshotAsync(new() { Path = Path.Combine(ordner, name + ".png"), FullPage = true });
    }
}
