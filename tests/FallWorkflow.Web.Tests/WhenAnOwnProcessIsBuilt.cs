using System.Text.RegularExpressions;
using FallWorkflow.TestKit.App;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>Somebody follows the handbook's chapter about a process of one's own, step by step and with its words, to its end.</summary>
public sealed class WhenAnOwnProcessIsBuilt(Studiowirt wirt) : IClassFixture<Studiowirt>
{
    private const string Name = "Aufnahme ansehen";

    private static readonly DateOnly Tag = new(2027, 1, 11);

    [Fact]
    public async Task The_handbook_leads_from_an_empty_canvas_to_a_task_of_the_team_lead_and_back()
    {
        var page = await wirt.SignInAsync();
        await page.GotoAsync("/prozesse");
        // Studio closes a dialog when it writes the page of its list into the address.
        await page.WaitForURLAsync("**/prozesse/?page=1*");
        await page.GetByText("Prozess anlegen").First.ClickAsync();
        var dialog = page.Locator(".mud-dialog");
        await Expect(dialog.Locator("input").First).ToHaveValueAsync(new Regex(@"^Prozess \d+$"));
        await dialog.Locator("input").First.FillAsync(Name);
        await dialog.GetByText("In Ordnung").ClickAsync();
        await page.WaitForURLAsync("**/prozesse/aufnahme-ansehen");
        await page.WaitForSelectorAsync(".x6-graph-svg");
        var editor = new Editor(wirt, page, "aufnahme-ansehen");

        await editor.DrawAsync("Auf Ereignis warten", "Ereignisse", "Ereignis", x: 140, y: 160);
        await editor.ChooseAsync("Ereignis", "In das Fallmanagement aufgenommen (FallAufgenommen)");
        await editor.TabAsync("Allgemein");
        await editor.FillAsync("Text auf der Zeichenfläche", "Aufgenommen");
        await page.GetByText("Beginn des Prozesses").First.ClickAsync();
        await editor.SavedAsync("eventName", "FallAufgenommen");
        var ereignis = (await editor.StepAsync())!["id"]!.ToString();

        editor.Forget(ereignis);
        await editor.DrawAsync(x: 430, y: 160);
        await editor.FillAsync("Art", "Aufnahmeblick");
        await editor.FillAsync("Titel", Name);
        await editor.ChooseAsync("Rolle", "Teamleitung");
        await editor.AddOutcomeAsync("In Ordnung");
        await editor.TypeOutcomeAsync("In");
        await Expect(page.Locator("#studio-meldungen")).ToContainTextAsync("sein Eingang");
        await Expect(page.Locator(".mud-chip")).ToHaveCountAsync(1);
        await editor.Field("Ausgänge").Locator("input").First.FillAsync("");
        await editor.ChooseAsync("Frist ab", "Aufnahme");
        await editor.FillAsync("Eigener Wert", "2 Wochen");
        await page.Locator(".x6-graph").First.ClickAsync(new() { Position = new() { X = 300, Y = 300 } });
        await editor.ConnectAsync(ereignis);

        await page.ClickAsync(".fw-prozessleiste a[href$='/pruefen']");
        await page.WaitForURLAsync("**/pruefen");
        await Expect(page.Locator("main")).ToContainTextAsync("Keine Beanstandungen");
        await editor.SimulateAsync(Tag);
        await Expect(page.Locator(".fw-kalender")).ToContainTextAsync($"Neue Aufgabe: {Name}");

        var frueherer = await Beispieldaten.AdmitAsync(wirt.App, Tag);
        await editor.ReopenAsync();
        await editor.PublishAsync("Beschluss der Leitungsrunde");
        await Expect(page.Locator(".mud-snackbar").First).ToContainTextAsync("veröffentlicht");
        var fall = await Beispieldaten.AdmitAsync(wirt.App, Tag);
        (await TasksAsync()).Select(a => (a.Fall, a.Frist)).ShouldBe([(fall, "2027-01-25")]);

        await editor.ReopenAsync();
        await editor.RetractAsync("Nur zum Üben gebaut");
        await Expect(page.Locator(".mud-snackbar").First).ToContainTextAsync("zurückgezogen");
        var spaeterer = await Beispieldaten.AdmitAsync(wirt.App, Tag);
        var aufgabe = (await TasksAsync()).ShouldHaveSingleItem($"neither {frueherer} nor {spaeterer} was admitted while it was published");
        aufgabe.Fall.ShouldBe(fall);

        // Who has it finishes it with the outcome of two words.
        var teamleitung = await wirt.App.SignInAsync(Testjobcenter.Teamleiterin);
        (await teamleitung.PostAsync($"/api/aufgaben/{aufgabe.Id}/ergebnis", new { ergebnis = "In Ordnung" })).IsSuccessStatusCode.ShouldBeTrue();
        (await TasksAsync()).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private static ILocatorAssertions Expect(ILocator ort) => Assertions.Expect(ort);

    private async Task<IReadOnlyList<(Guid Id, Guid Fall, string? Frist)>> TasksAsync()
    {
        var teamleitung = await wirt.App.SignInAsync(Testjobcenter.Teamleiterin);
        return [.. (await teamleitung.GetAsync("/api/aufgaben")).EnumerateArray()
            .Where(a => a.GetProperty("titel").GetString() == Name)
            .Select(a => (a.GetProperty("id").GetGuid(), a.GetProperty("fallId").GetGuid(), a.GetProperty("faelligAm").GetString()))];
    }
}
