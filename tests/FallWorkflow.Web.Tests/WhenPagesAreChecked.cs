using Deque.AxeCore.Playwright;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>Every page for people who see, hear or handle it differently, and on a narrow screen.</summary>
public sealed class WhenPagesAreChecked(Webwirt wirt) : Browsertest(wirt)
{
    private static (Guid Fall, string Zuweisung)? _beispiel;
    private static Guid? _aufgabe;

    public static TheoryData<string?, string> Seiten => new()
    {
        { null, "/anmeldung" },
        { null, "/abmelden" },
        { Jobcenter.Anna, "/" },
        { Jobcenter.Anna, "/faelle" },
        { Jobcenter.Anna, "/faelle/{fall}" },
        { Jobcenter.Anna, "/faelle/{fall}/festhalten/KontaktGehalten" },
        { Jobcenter.Anna, "/faelle/{fall}/festhalten/PlanVereinbart" },
        { Jobcenter.Anna, "/faelle/{fall}/festhalten/AssessmentAbgeschlossen" },
        { Jobcenter.Anna, "/faelle/{fall}/festhalten/ErstgespraechGefuehrt" },
        { Jobcenter.Anna, "/faelle/{fall}/festhalten/ZuweisungVereinbart" },
        { Jobcenter.Anna, "/faelle/{fall}/festhalten/DokumentAbgelegt" },
        { Jobcenter.Anna, "/faelle/{fall}/festhalten/TerminVereinbart" },
        { Jobcenter.Anna, "/faelle/{fall}/termine/t1/einladung" },
        { Jobcenter.Anna, "/termine" },
        { Jobcenter.Theo, "/termine" },
        { Jobcenter.Anna, "/faelle/{fall}/auskunft" },
        { Jobcenter.Anna, "/faelle/{fall}/beratung" },
        { Jobcenter.Anna, "/aufgaben/{aufgabe}" },
        { Jobcenter.Anna, "/demo/uhr" },
        { Jobcenter.Anna, "/demo/postausgang" },
        { Jobcenter.Anna, "/gibt-es-nicht" },
        { Jobcenter.Ines, "/uebergabe" },
        { Jobcenter.Theo, "/team" },
        { Jobcenter.Theo, "/team/ergebnisse" },
        { Jobcenter.Theo, "/befragungen" },
        { Jobcenter.Anna, "/befragungen" },
        { null, "/befragung/gibtesnicht" },
        { Jobcenter.Theo, "/faelle" },
        { Jobcenter.Theo, "/stoerungen" },
        { Jobcenter.Theo, "/hilfe" },
        { Jobcenter.Theo, "/hilfe/kennzahlen" },
        { Jobcenter.Theo, "/hilfe/prozesse-gestalten" },
        { Jobcenter.Theo, "/hilfe/team-leiten" },
        { Jobcenter.Anna, "/hilfe/faelle-fuehren" },
        { "schulden", "/hilfe/zuweisungen-beantworten" },
        { Jobcenter.Theo, "/netzwerk" },
        { Jobcenter.Theo, "/netzwerk/festhalten/NetzwerkkonferenzGehalten" },
        { "schulden", "/traeger" },
        { "schulden", "/traeger/{zuweisung}" },
        { "schulden", "/traeger/{zuweisung}/ZuweisungAngenommen" },
    };

    [Theory]
    [MemberData(nameof(Seiten))]
    public async Task Axe_finds_nothing_and_nothing_is_cut_off_at_360_pixels(string? benutzer, string pfad)
    {
        var page = await OpenAsync(benutzer, pfad, 1200);
        await CheckAsync(page);

        await page.SetViewportSizeAsync(360, 900);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        await ShootAsync(page, pfad, benutzer, "schmal");
    }

    [Theory]
    [InlineData("PlanVereinbart")]
    [InlineData("ErstgespraechGefuehrt")]
    [InlineData("ZuweisungVereinbart")]
    public async Task Axe_finds_nothing_in_a_form_full_of_errors(string art)
    {
        var page = await OpenAsync(Jobcenter.Anna, $"/faelle/{{fall}}/festhalten/{art}", 1200);
        await page.FillAsync("#feld-wirksamAm", "31.02.2027");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("#fehlerliste")).ToBeVisibleAsync();

        await CheckAsync(page);
        await ShootAsync(page, $"fehler-{art}", Jobcenter.Anna, "breit");
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_by_the_first_link()
    {
        var page = await OpenAsync(Jobcenter.Anna, "/", 1200);

        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("Zum Inhalt springen");
        await page.Keyboard.PressAsync("Enter");

        (await page.EvaluateAsync<string>("location.hash")).ShouldBe("#inhalt");
    }

    [Fact]
    public async Task The_demo_bar_asks_for_the_day()
    {
        var page = await OpenAsync(Jobcenter.Anna, "/faelle", 1200);
        await Assertions.Expect(page.Locator(".fw-demo")).ToContainTextAsync("Heute ist Mo 15.03.2027");

        await page.RunAndWaitForResponseAsync(() => page.ClickAsync("text=+4 Wochen"), r => r.Request.Method == "POST");
        await page.WaitForURLAsync("**/faelle");
        await page.FillAsync("#demo-bis", "1.5.2027");
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync(".fw-demo >> text=Vorspulen"), r => r.Request.Method == "POST");

        Wirt.Demo.Verlangt.TakeLast(2).ShouldBe([new DateOnly(2027, 4, 12), new DateOnly(2027, 5, 1)]);
    }

    private async Task<IPage> OpenAsync(string? benutzer, string pfad, int breite)
    {
        var (fall, zuweisung) = _beispiel ??= await ExampleAsync();
        var aufgabe = _aufgabe ??= await Wirt.Jobcenter.TaskOfAsync(await Wirt.Jobcenter.OpenAsync("Neu"));
        pfad = pfad.Replace("{fall}", fall.ToString(), StringComparison.Ordinal)
            .Replace("{zuweisung}", zuweisung, StringComparison.Ordinal)
            .Replace("{aufgabe}", aufgabe.ToString(), StringComparison.Ordinal);
        var page = await Wirt.OpenAsync(benutzer, pfad, breite);
        await ShootAsync(page, pfad, benutzer, "breit");
        return page;
    }

    private async Task<(Guid Fall, string Zuweisung)> ExampleAsync()
    {
        var beispiel = await Wirt.Jobcenter.ReferAsync("Beispiel");
        await Wirt.Jobcenter.RecordAsync(
            beispiel.Fall, new TerminVereinbart("t1", new(2027, 3, 20), new(9, 0), 45, Kontaktform.Buero, Terminzweck.Gespraech, "Zimmer 204", "Post"), new(2027, 3, 12));
        return beispiel;
    }

    private static async Task CheckAsync(IPage page)
    {
        var ergebnis = await page.RunAxe();
        ergebnis.Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Target))})").ShouldBeEmpty();
    }

    /// <summary>Pictures for people, where a folder is named.</summary>
    private static async Task ShootAsync(IPage page, string pfad, string? benutzer, string art)
    {
        if (Environment.GetEnvironmentVariable("FALLWORKFLOW_WEB_PICTURES") is { Length: > 0 } ordner)
        {
            var name = string.Join("-", new[] { benutzer ?? "niemand", pfad.Trim('/').Replace('/', '-'), art }.Where(t => t.Length > 0));
            await page.ScreenshotAsync(new() { Path = Path.Combine(ordner, name + ".png"), FullPage = true });
        }
    }
}
