using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>A real Chromium (<c>CHROME_PATH</c>, otherwise the system's) without a window.</summary>
internal static class Browserstart
{
    public static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync(float geduld)
    {
        // As patient as everything else here: a loaded machine is slow, and that is no failure.
        Assertions.SetDefaultExpectTimeout(geduld);
        var playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } genannt ? genannt : "/usr/bin/chromium",
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        return (playwright, browser);
    }
}
