using FallWorkflow.Application.Ports;
using FallWorkflow.TestKit.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>A process designer gives the team lead an approval in the lifecycle, from drawing it to the first Fall that has it.</summary>
public sealed class WhenTheLifecycleIsChanged(Studiowirt wirt) : IClassFixture<Studiowirt>
{
    private const string Prozess = "fallmanagement";

    private const string Titel = "Aufnahme freigeben";

    private const string Ausdruck = "getPhase() === 'Assessment' ? 'Die Aufnahme ist eingetragen.' : 'Noch nicht aufgenommen.'";

    private static readonly DateOnly Tag = new(2027, 1, 11);

    [Fact]
    public async Task An_approval_is_drawn_simulated_compared_published_and_reaches_new_Faelle_only()
    {
        var alterFall = await Beispieldaten.AdmitAsync(wirt.App, Tag);
        var page = await wirt.SignInAsync();
        var editor = await Editor.OpenAsync(wirt, page, Prozess, "PhaseAssessment");
        var bisher = (await editor.VersionsAsync())[0].Version;

        // Drawn, connected and described.
        await editor.DrawAsync(x: 427, y: 130);
        await editor.FillAsync("Art", "Aufnahmefreigabe");
        await editor.FillAsync("Titel", Titel);
        await editor.ChooseAsync("Rolle", "Teamleitung");
        await editor.AddOutcomeAsync("Freigegeben");
        await editor.WriteJavaScriptAsync("Beschreibung", Ausdruck);
        await editor.SavedAsync("beschreibung", Ausdruck);
        await editor.ConnectAsync("PhaseAssessment");
        await editor.SavedAsync(Connected);
        (await editor.InputAsync("beschreibung")).ShouldBe(Ausdruck);
        (await editor.InputAsync("titel")).ShouldBe(Titel);
        (await editor.InputAsync("rolle")).ShouldBe("Teamleitung");
        (await editor.InputAsync("ergebnisse")).ShouldBe("Freigegeben");

        await page.ReloadAsync();
        await editor.SelectAsync();
        await Expect(editor.Field("Titel").Locator("input")).ToHaveValueAsync(Titel);

        await editor.SimulateAsync(Tag);
        var tag = page.Locator(".fw-kalender tr", new() { HasText = $"Neue Aufgabe: {Titel}" }).First;
        await Expect(tag.Locator("td").Nth(1)).ToContainTextAsync(Titel);
        await Expect(tag.Locator("td").Nth(0)).Not.ToContainTextAsync(Titel);
        await page.GotoAsync($"/prozesse/{Prozess}/vergleichen");
        await Expect(page.Locator("main")).ToContainTextAsync("Neuer Schritt: Aufgabe stellen");
        await Expect(page.Locator("main")).ToContainTextAsync(Titel);
        await Expect(page.Locator("main")).ToContainTextAsync(Ausdruck);

        await editor.ReopenAsync();
        await editor.PublishAsync("Beschluss der Leitungsrunde");
        await Expect(page.Locator(".mud-snackbar").First).ToContainTextAsync("veröffentlicht");
        (await editor.VersionsAsync())[0].Version.ShouldBe(bisher + 1);
        (await wirt.App.Services.GetRequiredService<IProzessentwuerfe>().FindAsync(Prozess))!.Begruendung.ShouldBe("Beschluss der Leitungsrunde");
        await page.Context.CloseAsync();

        // A Fall that begins now has the approval; one from before goes on as it was.
        var neuerFall = await Beispieldaten.AdmitAsync(wirt.App, Tag);
        (await VersionOfAsync(alterFall)).ShouldBe(bisher);
        (await VersionOfAsync(neuerFall)).ShouldBe(bisher + 1);
        var teamleitung = await wirt.App.SignInAsync(Testjobcenter.Teamleiterin);
        var aufgabe = (await teamleitung.GetAsync("/api/aufgaben")).EnumerateArray().Single(a => a.GetProperty("titel").GetString() == Titel);
        aufgabe.GetProperty("fallId").GetGuid().ShouldBe(neuerFall);
        aufgabe.GetProperty("beschreibung").GetString().ShouldBe("Die Aufnahme ist eingetragen.");
        (await teamleitung.PostAsync($"/api/aufgaben/{aufgabe.GetProperty("id").GetGuid()}/ergebnis", new { ergebnis = "Freigegeben" })).IsSuccessStatusCode.ShouldBeTrue();
        (await teamleitung.GetAsync("/api/aufgaben")).EnumerateArray().ShouldNotContain(a => a.GetProperty("titel").GetString() == Titel);
    }

    private static ILocatorAssertions Expect(ILocator ort) => Assertions.Expect(ort);

    private static bool Connected(System.Text.Json.Nodes.JsonNode definition) =>
        definition["root"]!["connections"]!.AsArray().Count(c => c!["source"]!["activity"]!.ToString() == "PhaseAssessment") == 2;

    private async Task<int> VersionOfAsync(Guid fall)
    {
        var seite = await wirt.App.Services.GetRequiredService<IProzessinstanzen>().ListAsync(new([Prozess], [], [], null, null, 1, 50), null);
        return seite.Zeilen.Single(z => z.FallId == fall).Instanz.Version;
    }
}
