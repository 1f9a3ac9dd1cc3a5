using FallWorkflow.TestKit.App;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>The whole program, and a browser in which the real Elsa Studio runs.</summary>
public sealed class Studiowirt : IAsyncLifetime
{
    /// <summary>Longest wait for anything in the editor, milliseconds: it starts a runtime of its own.</summary>
    private const int Geduld = 60_000;

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public FallWorkflowApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await FallWorkflowApp.StartAsync();
        Assertions.SetDefaultExpectTimeout(Geduld);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } genannt ? genannt : "/usr/bin/chromium",
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>A page of a fresh browser, signed in as process designer.</summary>
    public async Task<IPage> SignInAsync(string benutzer = Testjobcenter.Prozessgestalterin)
    {
        var context = await _browser.NewContextAsync(new() { BaseURL = App.BaseAddress.ToString(), Locale = "de-DE", ViewportSize = new() { Width = 1600, Height = 1100 } });
        context.SetDefaultTimeout(Geduld);
        var page = await context.NewPageAsync();
        await SignInAsync(page, benutzer);
        return page;
    }

    public static async Task SignInAsync(IPage page, string benutzer)
    {
        await page.GotoAsync("/anmeldung");
        await page.FillAsync("#benutzer", benutzer);
        await page.FillAsync("#kennwort", Testjobcenter.Kennwort);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForSelectorAsync(".fw-person");
    }
}
