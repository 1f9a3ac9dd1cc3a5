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

        // Outcomes in words, over the names that the process goes on by.
        var ausgaenge = page.Locator(".x6-node[data-cell-id=UebergabeBeantworten] .x6-port-label");
        await Expect(ausgaenge.GetByText("Übergabe angenommen")).ToBeAttachedAsync();
        await Expect(ausgaenge.GetByText("Überfällig")).ToBeAttachedAsync();
        await Expect(page.Locator(".x6-node[data-cell-id=UebergabeBeantworten] [port=Ueberfaellig]").First).ToBeAttachedAsync();
        await Expect(page.Locator(".x6-port-label").GetByText("UebergabeAngenommen")).ToHaveCountAsync(0);
        await Expect(page.GetByText("Inherit")).ToHaveCountAsync(0);
        (await wirt.App.Services.GetRequiredService<IProzessentwuerfe>().FindAsync("fallmanagement"))!.Json.ShouldBeNull("looking is not changing");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_process_is_begun_in_German_and_of_a_kind_that_runs()
    {
        var page = await wirt.SignInAsync();
        await page.GotoAsync("/prozesse");
        await page.WaitForURLAsync("**/prozesse/?page=1*");
        await page.GetByText("Prozess anlegen").First.ClickAsync();
        var dialog = page.Locator(".mud-dialog");
        await Expect(dialog.Locator("input").First).ToHaveValueAsync(new Regex(@"^Prozess \d+$"));
        await Expect(dialog.GetByText("Ablaufplan", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(dialog.Locator(".workflow-root-template:visible")).ToHaveCountAsync(2);
        await dialog.Locator("input").First.FillAsync("Kontaktrhythmus");
        await page.Keyboard.PressAsync("Tab");
        await Expect(dialog).ToContainTextAsync("Es gibt schon einen Prozess mit diesem Namen.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_task_for_the_team_lead_is_drawn_connected_described_saved_and_published()
    {
        var page = await wirt.SignInAsync();
        var editor = await Editor.BeginAsync(wirt, page, "zustimmung");
        await editor.DrawAsync();
        await editor.FillAsync("Art", "Freigabe");
        await editor.FillAsync("Titel", "Freigabe durch die Teamleitung");
        await editor.SavedAsync("art", "Freigabe");
        await editor.SavedAsync("titel", "Freigabe durch die Teamleitung");
        await editor.ConnectAsync();

        // A condition in JavaScript, typed into Monaco.
        await editor.SelectAsync();
        await editor.WriteJavaScriptAsync("Beschreibung", "getPhase() === 'Planung' ? 'Plan prüfen' : 'Prüfen'");
        await editor.SavedAsync(j => editor.Step(j)?["beschreibung"]?["expression"]?["type"]?.ToString() == "JavaScript"
            && editor.Step(j)!["beschreibung"]!["expression"]!["value"]!.ToString().Contains("getPhase()", StringComparison.Ordinal));
        (await editor.InputAsync("titel")).ShouldBe("Freigabe durch die Teamleitung");

        await page.ReloadAsync();
        await Expect(editor.Neuer).ToBeVisibleAsync();
        await editor.SelectAsync();
        await Expect(editor.Field("Titel").Locator("input")).ToHaveValueAsync("Freigabe durch die Teamleitung");
        await Expect(page.Locator(".x6-edge")).ToHaveCountAsync(1);
        (await editor.InputAsync("titel")).ShouldBe("Freigabe durch die Teamleitung");

        // Without role and outcomes it is refused with the reason in German, and nothing is lost.
        await editor.PublishAsync("Zu früh");
        await Expect(page.Locator(".mud-snackbar").First).ToContainTextAsync("Rolle");
        (await editor.VersionsAsync()).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_published_change_is_a_new_version_with_its_reason()
    {
        var page = await wirt.SignInAsync();
        var editor = await Editor.BeginAsync(wirt, page, "kurz");
        await editor.DrawAsync("Bezeichnung setzen", "Werte", "Bezeichnung");
        await editor.FillAsync("Bezeichnung", "Kurz und gut");
        await editor.ConnectAsync();
        await editor.SavedAsync(j => j["root"]!["connections"]!.AsArray().Count == 1 && editor.Step(j)?["value"] is not null);
        await editor.PublishAsync("Beschluss der Teamrunde");
        await Expect(page.Locator(".mud-snackbar").First).ToContainTextAsync("veröffentlicht");
        (await editor.VersionsAsync()).Single().Version.ShouldBe(1);
        (await wirt.App.Services.GetRequiredService<IProzessentwuerfe>().FindAsync("kurz"))!.Begruendung.ShouldBe("Beschluss der Teamrunde");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_outcome_named_like_where_lines_come_in_leaves_the_canvas_whole()
    {
        var page = await wirt.SignInAsync();
        await Editor.SaveAsync(page, """
            { "definitionId": "inordnung", "name": "inordnung", "root": { "id": "F", "type": "Elsa.Flowchart", "connections": [], "activities": [
              { "id": "A", "type": "FallWorkflow.AufgabeStellen", "ergebnisse": { "typeName": "String", "expression": { "type": "Literal", "value": "In, Ordnung, Erledigt" } },
                "metadata": { "designer": { "position": { "x": 40, "y": 40 }, "size": { "width": 150, "height": 54 } } } } ] } }
            """);
        await page.GotoAsync("/prozesse/inordnung");
        await Expect(page.Locator(".x6-node [port=Ordnung]").First).ToBeAttachedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Canvas_and_fields_fit_the_window_and_no_step_covers_another()
    {
        var page = await wirt.SignInAsync();
        await page.SetViewportSizeAsync(1366, 900);
        await Editor.OpenAsync(wirt, page, "kontaktrhythmus");
        await page.Locator(".x6-node[data-cell-id=KontaktfensterAbwarten] .activity-label").ClickAsync(new() { Force = true });
        // Three fields can be seen without scrolling, the third is where the handbook has a value written.
        var feld = (await page.Locator(".mud-input-control", new() { Has = page.Locator("label", new() { HasText = "Eigener Wert" }) }).First.BoundingBoxAsync())!;
        (feld.Y + feld.Height).ShouldBeLessThan(900);
        await Expect(page.Locator(".mud-tab-panel label", new() { HasText = "Eigener Wert" }).First).ToBeInViewportAsync();
        var schritte = await page.EvaluateAsync<double[][]>("[...document.querySelectorAll('.x6-node .elsa-activity')].map(n => n.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])");
        foreach (var (a, nr) in schritte.Select((s, nr) => (s, nr)))
            schritte.Skip(nr + 1).Any(b => a[2] > b[0] && b[2] > a[0] && a[3] > b[1] && b[3] > a[1]).ShouldBeFalse($"step {nr} covers another");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Neither_a_lost_network_nor_an_expired_sign_in_loses_anything(bool anmeldung)
    {
        var page = await wirt.SignInAsync();
        var id = anmeldung ? "abgelaufen" : "offline";
        var editor = await Editor.BeginAsync(wirt, page, id);
        if (anmeldung)
            await page.Context.ClearCookiesAsync();
        else
            await page.RouteAsync("**/elsa/api/**", r => r.AbortAsync());

        await editor.DrawAsync();
        await Expect(page.Locator("#studio-meldungen")).ToContainTextAsync(anmeldung ? "Anmeldung ist abgelaufen" : "nicht erreichbar");
        await editor.FillAsync("Titel", "Trotzdem");
        await editor.UntilAsync("Object.values(localStorage).some(v => v.includes('Trotzdem'))");
        await Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        (await editor.DraftAsync()).ShouldNotContain("Trotzdem");

        if (anmeldung)
        {
            var fenster = await page.Context.NewPageAsync();
            await Studiowirt.SignInAsync(fenster, Testjobcenter.Prozessgestalterin);
        }
        else
        {
            await page.UnrouteAsync("**/elsa/api/**");
        }

        await editor.SavedAsync("titel", "Trotzdem");
        await editor.UntilAsync("!Object.keys(localStorage).some(k => k.startsWith('fallworkflow.entwurf.'))");
        await Expect(editor.Neuer).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("speichern", "Aus dem Browser")]
    [InlineData("verwerfen", "Inzwischen geändert")]
    public async Task What_an_earlier_session_could_not_save_is_asked_about_before_anything_is_overwritten(string wahl, string bleibt)
    {
        var page = await wirt.SignInAsync();
        var id = $"rest-{wahl}";
        var editor = await Editor.BeginAsync(wirt, page, id);
        await page.RouteAsync("**/elsa/api/**", r => r.AbortAsync());
        await editor.DrawAsync();
        await editor.FillAsync("Titel", "Aus dem Browser");
        await editor.UntilAsync("Object.values(localStorage).some(v => v.includes('Aus dem Browser'))");
        await page.GotoAsync("/prozesse");
        var entwurf = JsonNode.Parse(await editor.DraftAsync())!.AsObject();
        entwurf["description"] = "Inzwischen geändert";
        await Editor.SaveAsync(page, entwurf.ToJsonString());

        await page.UnrouteAsync("**/elsa/api/**");
        await page.GotoAsync($"/prozesse/{id}");
        await Expect(page.Locator("#studio-rest")).ToBeVisibleAsync();
        await page.WaitForTimeoutAsync(5000);
        (await editor.DraftAsync()).ShouldContain("Inzwischen geändert", customMessage: "nothing is sent before the person has decided");
        var datei = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#studio-rest [value=datei]"));
        (await File.ReadAllTextAsync(await datei.PathAsync())).ShouldContain("Aus dem Browser");
        await page.ClickAsync($"#studio-rest [value={wahl}]");
        await page.WaitForSelectorAsync(".x6-node");
        (await editor.DraftAsync()).ShouldContain(bleibt);
        await editor.UntilAsync("!Object.keys(localStorage).some(k => k.startsWith('fallworkflow.entwurf.'))");
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
}
