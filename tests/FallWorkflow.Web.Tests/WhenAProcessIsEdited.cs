using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace FallWorkflow.Web.Tests;

/// <summary>A process designer works in the real Elsa Studio, in a real browser, on the real program.</summary>
public sealed class WhenAProcessIsEdited(Studiowirt wirt, ITestOutputHelper ausgabe) : IClassFixture<Studiowirt>
{
    private const string Neuer = ".x6-node:not([data-cell-id=Beginn])";

    [Fact]
    public async Task The_lifecycle_opens_in_German_with_all_its_steps()
    {
        var page = await wirt.SignInAsync();
        var uhr = Stopwatch.StartNew();
        await page.GotoAsync("/prozesse/fallmanagement");
        await page.WaitForSelectorAsync(".x6-node");
        ausgabe.WriteLine($"Editor usable after {uhr.Elapsed.TotalSeconds:0.0} s with an empty cache.");
        uhr.Elapsed.TotalSeconds.ShouldBeLessThan(60);

        var gespeichert = (await wirt.App.Services.GetRequiredService<IProzessversionen>().VersionsOfAsync("fallmanagement"))[0].Json;
        await Expect(page.Locator(".x6-node")).ToHaveCountAsync(JsonNode.Parse(gespeichert)!["root"]!["activities"]!.AsArray().Count);
        await Expect(page.GetByText("Fallmanagement: Aufgaben")).ToBeVisibleAsync();
        await Expect(page.GetByText("Von selbst speichern")).ToBeVisibleAsync();
        (await wirt.App.Services.GetRequiredService<IProzessentwuerfe>().FindAsync("fallmanagement"))!.Json.ShouldBeNull("looking is not changing");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_task_for_the_team_lead_is_drawn_connected_described_saved_and_published()
    {
        var page = await wirt.SignInAsync();
        await OpenAsync(page, "zustimmung");
        await DrawAsync(page, "Aufgabe stellen");
        await SavedAsync("zustimmung", j => Step(j) is not null);
        await FillAsync(page, "Art", "Freigabe");
        await FillAsync(page, "Titel", "Freigabe durch die Teamleitung");
        await SavedAsync("zustimmung", j => Step(j)?["art"] is not null && Step(j)?["titel"] is not null);
        await ConnectAsync(page);

        // A condition in JavaScript, typed into Monaco.
        await SelectAsync(page);
        await page.Locator("xpath=//label[starts-with(normalize-space(.),'Beschreibung')]/ancestor::*[.//button][1]//button").First.ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("JavaScript").ClickAsync();
        await page.Locator(".monaco-editor").First.ClickAsync();
        await page.Keyboard.InsertTextAsync("getPhase() === 'Planung' ? 'Plan prüfen' : 'Prüfen'");
        await SavedAsync("zustimmung", j => Step(j)?["beschreibung"]?["expression"]?["type"]?.ToString() == "JavaScript"
            && Step(j)!["beschreibung"]!["expression"]!["value"]!.ToString().Contains("getPhase()", StringComparison.Ordinal));

        await page.ReloadAsync();
        await Expect(page.Locator(Neuer)).ToBeVisibleAsync();
        await SelectAsync(page);
        await Expect(Field(page, "Titel").Locator("input")).ToHaveValueAsync("Freigabe durch die Teamleitung");
        await Expect(page.Locator(".x6-edge")).ToHaveCountAsync(1);

        // Without role and outcomes it is refused with the reason in German, and nothing is lost.
        await PublishAsync(page, "Zu früh");
        await Expect(page.Locator(".mud-snackbar").First).ToContainTextAsync("Rolle");
        (await Versions("zustimmung")).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_published_change_is_a_new_version_with_its_reason()
    {
        var page = await wirt.SignInAsync();
        await OpenAsync(page, "kurz");
        await DrawAsync(page, "Bezeichnung setzen", "Werte");
        await SavedAsync("kurz", j => Step(j) is not null);
        await FillAsync(page, "Bezeichnung", "Kurz und gut");
        await ConnectAsync(page);
        await SavedAsync("kurz", j => j["root"]!["connections"]!.AsArray().Count == 1 && Step(j)?["value"] is not null);
        await PublishAsync(page, "Beschluss der Teamrunde");
        await Expect(page.Locator(".mud-snackbar").First).ToContainTextAsync("veröffentlicht");
        (await Versions("kurz")).Single().Version.ShouldBe(1);
        (await wirt.App.Services.GetRequiredService<IProzessentwuerfe>().FindAsync("kurz"))!.Begruendung.ShouldBe("Beschluss der Teamrunde");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Neither_a_lost_network_nor_an_expired_sign_in_loses_anything(bool anmeldung)
    {
        var page = await wirt.SignInAsync();
        var id = anmeldung ? "abgelaufen" : "offline";
        await OpenAsync(page, id);
        if (anmeldung)
            await page.Context.ClearCookiesAsync();
        else
            await page.RouteAsync("**/elsa/api/**", r => r.AbortAsync());

        await DrawAsync(page, "Aufgabe stellen");
        await Expect(page.Locator("#studio-meldungen")).ToContainTextAsync(anmeldung ? "Anmeldung ist abgelaufen" : "nicht erreichbar");
        await FillAsync(page, "Titel", "Trotzdem");
        await UntilAsync(page, "Object.values(localStorage).some(v => v.includes('Trotzdem'))");
        await Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        (await Draft(id)).ShouldNotContain("Trotzdem");

        if (anmeldung)
        {
            var fenster = await page.Context.NewPageAsync();
            await Studiowirt.SignInAsync(fenster, Testjobcenter.Prozessgestalterin);
        }
        else
        {
            await page.UnrouteAsync("**/elsa/api/**");
        }

        await SavedAsync(id, j => Step(j)?["titel"]?["expression"]?["value"]?.ToString() == "Trotzdem");
        await UntilAsync(page, "!Object.keys(localStorage).some(k => k.startsWith('fallworkflow.entwurf.'))");
        await Expect(page.Locator(Neuer)).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("speichern", "Aus dem Browser")]
    [InlineData("verwerfen", "Inzwischen geändert")]
    public async Task What_an_earlier_session_could_not_save_is_asked_about_before_anything_is_overwritten(string wahl, string bleibt)
    {
        var page = await wirt.SignInAsync();
        var id = $"rest-{wahl}";
        await OpenAsync(page, id);
        await page.RouteAsync("**/elsa/api/**", r => r.AbortAsync());
        await DrawAsync(page, "Aufgabe stellen");
        await FillAsync(page, "Titel", "Aus dem Browser");
        await UntilAsync(page, "Object.values(localStorage).some(v => v.includes('Aus dem Browser'))");
        await page.GotoAsync("/prozesse");
        var entwurf = JsonNode.Parse(await Draft(id))!.AsObject();
        entwurf["description"] = "Inzwischen geändert";
        await SaveAsync(page, entwurf.ToJsonString());

        await page.UnrouteAsync("**/elsa/api/**");
        await page.GotoAsync($"/prozesse/{id}");
        await Expect(page.Locator("#studio-rest")).ToBeVisibleAsync();
        await page.WaitForTimeoutAsync(5000);
        (await Draft(id)).ShouldContain("Inzwischen geändert", customMessage: "nothing is sent before the person has decided");
        var datei = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#studio-rest [value=datei]"));
        (await File.ReadAllTextAsync(await datei.PathAsync())).ShouldContain("Aus dem Browser");
        await page.ClickAsync($"#studio-rest [value={wahl}]");
        await page.WaitForSelectorAsync(".x6-node");
        (await Draft(id)).ShouldContain(bleibt);
        await UntilAsync(page, "!Object.keys(localStorage).some(k => k.startsWith('fallworkflow.entwurf.'))");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_team_lead_sees_instances_on_the_canvas_with_their_journal()
    {
        await Beispieldaten.AdmitAsync(wirt.App, new(2027, 1, 11));
        var page = await wirt.SignInAsync(Testjobcenter.Teamleiterin);
        await page.GotoAsync("/prozesse/laeufe");
        // Other processes of the Fall have the word in their names, and all began in the same instant.
        await page.Locator("td").GetByText(new Regex(@"^\s*(fallmanagement|Lebenslauf eines Falls)\s*$")).First.ClickAsync();
        await page.WaitForURLAsync("**/prozesse/laeufe/*");
        await page.WaitForSelectorAsync(".x6-node");
        await Expect(page.Locator(".x6-node[data-cell-id=UebergabeBeantworten]")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static ILocatorAssertions Expect(ILocator ort) => Assertions.Expect(ort);

    /// <summary>A process with nothing but its beginning, and the editor on it.</summary>
    private static async Task OpenAsync(IPage page, string id)
    {
        await SaveAsync(page, $$"""
            { "definitionId": "{{id}}", "name": "{{id}}", "root": { "id": "F", "type": "Elsa.Flowchart", "connections": [], "activities": [
              { "id": "Beginn", "type": "Elsa.Start", "name": "Beginn", "metadata": { "designer": { "position": { "x": 40, "y": 40 }, "size": { "width": 150, "height": 54 } } } } ] } }
            """);
        await page.GotoAsync($"/prozesse/{id}");
        await page.WaitForSelectorAsync(".x6-node");
    }

    /// <summary>As from another window: past what the page is cut off from.</summary>
    private static async Task SaveAsync(IPage page, string model)
    {
        var antwort = await page.APIRequest.PostAsync("/elsa/api/workflow-definitions", new()
        {
            Headers = new Dictionary<string, string> { ["X-FallWorkflow"] = "studio", ["Content-Type"] = "application/json" },
            DataString = $$"""{ "model": {{model}}, "publish": false }""",
        });
        antwort.Ok.ShouldBeTrue(await antwort.TextAsync());
    }

    private static async Task DrawAsync(IPage page, string schritt, string gruppe = "Fallmanagement: Aufgaben")
    {
        await page.GetByText(gruppe, new() { Exact = true }).First.ClickAsync();
        var quelle = page.Locator("[draggable=true]", new() { HasText = schritt }).First;
        await quelle.WaitForAsync();
        await quelle.DragToAsync(page.Locator(".x6-graph").First, new() { TargetPosition = new() { X = 420, Y = 260 } });
        await Expect(page.Locator(Neuer)).ToBeVisibleAsync();
        await Expect(page.Locator("label", new() { HasText = schritt == "Aufgabe stellen" ? "Titel" : "Bezeichnung" }).First).ToBeVisibleAsync();
    }

    private static ILocator Field(IPage page, string name) =>
        page.Locator(".mud-input-control").Filter(new() { Has = page.Locator("label", new() { HasText = name }) }).First;

    private static async Task FillAsync(IPage page, string name, string text)
    {
        await Field(page, name).Locator("input").FillAsync(text);
        await page.Keyboard.PressAsync("Tab");
    }

    private static Task SelectAsync(IPage page) => page.Locator(Neuer).GetByText("Aufgabe stellen").ClickAsync(new() { Force = true });

    private static async Task ConnectAsync(IPage page)
    {
        var von = (await page.Locator(".x6-node[data-cell-id=Beginn] [port=Done]").First.BoundingBoxAsync())!;
        var nach = (await page.Locator($"{Neuer} [port=In]").First.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(von.X + von.Width / 2, von.Y + von.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(von.X + 60, von.Y + 40, new() { Steps = 6 });
        await page.Mouse.MoveAsync(nach.X + nach.Width / 2, nach.Y + nach.Height / 2, new() { Steps = 12 });
        await page.Mouse.UpAsync();
        await Expect(page.Locator(".x6-edge")).ToHaveCountAsync(1);
    }

    private static async Task PublishAsync(IPage page, string grund)
    {
        await page.Locator("button:visible").Filter(new() { Has = page.Locator("svg path[d^='M19.35 10.04']") }).First.ClickAsync();
        await page.Locator("#studio-grund").FillAsync(grund);
        await page.ClickAsync("#studio-frage button[value=ja]");
    }

    private Task<IReadOnlyList<Prozessversion>> Versions(string id) => wirt.App.Services.GetRequiredService<IProzessversionen>().VersionsOfAsync(id);

    private async Task<string> Draft(string id) => (await wirt.App.Services.GetRequiredService<IProzessentwuerfe>().FindAsync(id))!.Json!;

    private static JsonObject? Step(JsonNode definition) =>
        definition["root"]!["activities"]!.AsArray().OfType<JsonObject>().FirstOrDefault(a => a["id"]!.ToString() != "Beginn");

    /// <summary>Waits until it is so in the page, whose content security forbids Playwright's own way of waiting.</summary>
    private static async Task UntilAsync(IPage page, string so)
    {
        var anfang = TimeProvider.System.GetTimestamp();
        while (!await page.EvaluateAsync<bool>(so))
        {
            TimeProvider.System.GetElapsedTime(anfang).TotalSeconds.ShouldBeLessThan(60, so);
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    /// <summary>Waits until the draft on the server is so.</summary>
    private async Task SavedAsync(string id, Func<JsonNode, bool> so)
    {
        var bis = TimeProvider.System.GetTimestamp();
        while (!so(JsonNode.Parse(await Draft(id))!))
        {
            TimeProvider.System.GetElapsedTime(bis).TotalSeconds.ShouldBeLessThan(60, $"Draft of {id}: {await Draft(id)}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }
}
