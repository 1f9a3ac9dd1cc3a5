using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>Sends the form of a page and waits for its answer.</summary>
internal static class Absenden
{
    public static async Task SendAsync(IPage page, int status)
    {
        var knopf = page.Locator("form.fw-formular .kern-btn--primary");
        if (await knopf.CountAsync() == 0)
            knopf = page.Locator("form.fw-formular button[type=submit]");
        await page.EvaluateAsync("window.vorher = true");
        var antwort = await page.RunAndWaitForResponseAsync(() => knopf.ClickAsync(), r => r.Request.Method == "POST", new() { Timeout = 180_000 });
        antwort.Status.ShouldBe(status);
        // Until the answer is the page; waiting for a load state can miss it on a busy machine.
        await page.WaitForFunctionAsync("() => !window.vorher && document.readyState === 'complete'");
    }
}
