using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>What every page of ours must be: without findings of accessibility, and whole on a telephone.</summary>
internal static class Ansehen
{
    public static async Task CheckAsync(IPage page, string name)
    {
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Target))})").ShouldBeEmpty();
        await ShootAsync(page, name);
        await page.SetViewportSizeAsync(360, 900);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        await ShootAsync(page, name + "-schmal");
        await page.SetViewportSizeAsync(1600, 1100);
    }

    /// <summary>Pictures for people, where a folder is named.</summary>
    public static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("FALLWORKFLOW_WEB_PICTURES") is { Length: > 0 } ordner)
            await page.ScreenshotAsync(new() { Path = Path.Combine(ordner, name + ".png"), FullPage = true });
    }
}
