using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>A process designer goes on working while the server still saves.</summary>
public sealed class WhenAnswersComeLate(Studiowirt wirt) : IClassFixture<Studiowirt>
{
    /// <summary>How late every answer to a saving comes.</summary>
    private static readonly TimeSpan Verspaetung = TimeSpan.FromSeconds(2.5);

    [Fact]
    public async Task What_is_typed_into_a_step_meanwhile_is_neither_lost_nor_taken_out_of_its_field()
    {
        var page = await wirt.SignInAsync();
        var editor = await Editor.BeginAsync(wirt, page, "spaet");
        await DelayAsync(page);
        await editor.DrawAsync();
        await page.WaitForTimeoutAsync(1100);
        await editor.FillAsync("Art", "Freigabe");
        // The answer to the drawing is there now, and knows nothing of this.
        await page.WaitForTimeoutAsync(1500);
        await editor.FillAsync("Titel", "Freigabe durch die Teamleitung");

        // Coming back to the fields, Studio reads them from what it was answered.
        await editor.TabAsync("Allgemein");
        await editor.TabAsync("Eingabe");
        await Assertions.Expect(editor.Field("Art").Locator("input")).ToHaveValueAsync("Freigabe");
        await Assertions.Expect(editor.Field("Titel").Locator("input")).ToHaveValueAsync("Freigabe durch die Teamleitung");
        await editor.FillAsync("Art", "Zustimmung");
        await editor.SavedAsync("art", "Zustimmung");
        (await editor.InputAsync("titel")).ShouldBe("Freigabe durch die Teamleitung");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_typed_about_the_process_meanwhile_is_kept()
    {
        var page = await wirt.SignInAsync();
        var editor = await Editor.BeginAsync(wirt, page, "spaet-beschrieben");
        var darf = new TaskCompletionSource();
        await page.RouteAsync("**/elsa/api/workflow-definitions", async route =>
        {
            var antwort = await route.FetchAsync();
            await darf.Task;
            await route.FulfillAsync(new() { Response = antwort });
        });
        await editor.DrawAsync();
        await editor.SavedAsync(j => editor.Step(j) is not null);
        await editor.FillAsync("Name", "Spät und gut");
        // The answer to the drawing comes in the half second in which the editor still waits before it saves this.
        darf.SetResult();
        await editor.SavedAsync(j => j["name"]?.ToString() == "Spät und gut" && editor.Step(j) is not null);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_chosen_is_kept_when_another_tab_is_filled_in_at_once()
    {
        var page = await wirt.SignInAsync();
        var editor = await Editor.BeginAsync(wirt, page, "spaet-gewechselt");
        await editor.DrawAsync("Auf Ereignis warten", "Ereignisse", "Ereignis");
        await page.WaitForTimeoutAsync(2500);
        await editor.ChooseAsync("Ereignis", "In das Fallmanagement aufgenommen (FallAufgenommen)");
        await editor.TabAsync("Allgemein");
        await editor.FillAsync("Text auf der Zeichenfläche", "Aufgenommen");
        await editor.SavedAsync(j => editor.Step(j)?["metadata"]?["displayText"]?.ToString() == "Aufgenommen");
        (await editor.InputAsync("eventName")).ShouldBe("FallAufgenommen");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_slow_computer_nothing_is_lost_of_what_is_filled_in_at_once()
    {
        var page = await wirt.SignInAsync();
        var editor = await Editor.BeginAsync(wirt, page, "langsam");
        var leitung = await page.Context.NewCDPSessionAsync(page);
        await leitung.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 8 });
        await editor.DrawAsync();
        await editor.FillAsync("Art", "Freigabe");
        await editor.FillAsync("Titel", "Freigabe durch die Teamleitung");
        await editor.ChooseAsync("Rolle", "Teamleitung");
        await editor.SavedAsync("rolle", "Teamleitung");
        (await editor.InputAsync("art"), await editor.InputAsync("titel")).ShouldBe(("Freigabe", "Freigabe durch die Teamleitung"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_typed_last_is_saved_before_a_link_leads_away()
    {
        var page = await wirt.SignInAsync();
        var editor = await Editor.BeginAsync(wirt, page, "spaet-gegangen");
        await DelayAsync(page);
        await editor.DrawAsync();
        await editor.Field("Titel").Locator("input").FillAsync("Zuletzt getippt");
        await page.ClickAsync(".fw-prozessleiste a[href$='/pruefen']");
        await page.WaitForURLAsync("**/pruefen");
        (await editor.InputAsync("titel")).ShouldBe("Zuletzt getippt");
        await page.Context.CloseAsync();
    }

    private static Task<IAsyncDisposable> DelayAsync(IPage page) => page.RouteAsync("**/elsa/api/workflow-definitions", async route =>
    {
        var antwort = await route.FetchAsync();
        await Task.Delay(Verspaetung, TimeProvider.System);
        await route.FulfillAsync(new() { Response = antwort });
    });
}
