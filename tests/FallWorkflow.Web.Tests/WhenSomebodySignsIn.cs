using System.Net;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

public sealed class WhenSomebodySignsIn(Webwirt wirt) : Browsertest(wirt)
{
    [Fact]
    public async Task The_own_tasks_come_first()
    {
        var page = await Wirt.OpenAsync(Jobcenter.Anna);

        (await page.TextContentAsync("h1")).ShouldBe("Meine Aufgaben");
        (await page.TextContentAsync(".fw-person"))!.ShouldContain("Anna Fischer");
    }

    [Fact]
    public async Task The_cookie_is_strict_and_out_of_reach_of_scripts()
    {
        var page = await Wirt.OpenAsync(Jobcenter.Anna);

        var cookie = (await page.Context.CookiesAsync()).Single(c => c.Name == "fallworkflow");
        cookie.HttpOnly.ShouldBeTrue();
        cookie.SameSite.ShouldBe(SameSiteAttribute.Strict);
    }

    [Theory]
    [InlineData(Jobcenter.Anna, "falsch")]
    [InlineData("gibt.es.nicht", Jobcenter.Kennwort)]
    [InlineData("", "")]
    public async Task A_failure_does_not_tell_what_was_wrong(string benutzer, string kennwort)
    {
        var page = await Wirt.OpenAsync(pfad: "/anmeldung");
        await page.FillAsync("#benutzer", benutzer);
        await page.FillAsync("#kennwort", kennwort);

        var antwort = await page.RunAndWaitForResponseAsync(() => page.ClickAsync("main button[type=submit]"), r => r.Request.Method == "POST");

        antwort.Status.ShouldBe(400);
        (await page.InnerTextAsync("[role=alert]")).ShouldBe(
            "Die Anmeldung ist nicht gelungen.\n\nPrüfen Sie Benutzername und Kennwort und versuchen Sie es noch einmal.");
        (await page.InputValueAsync("#benutzer")).ShouldBe(benutzer);
    }

    [Theory]
    [InlineData("/faelle", "/faelle")]
    [InlineData("https://boese.example/", "/")]
    [InlineData("//boese.example/", "/")]
    [InlineData("/\\boese.example", "/")]
    public async Task Only_pages_of_this_program_are_gone_back_to(string ziel, string pfad)
    {
        var page = await Wirt.OpenAsync(pfad: "/anmeldung?ziel=" + Uri.EscapeDataString(ziel));
        await page.FillAsync("#benutzer", Jobcenter.Anna);
        await page.FillAsync("#kennwort", Jobcenter.Kennwort);
        await page.ClickAsync("main button[type=submit]");

        await Assertions.Expect(page.Locator(".fw-person")).ToBeVisibleAsync();
        new Uri(page.Url).GetLeftPart(UriPartial.Path).ShouldBe(Wirt.Adresse + pfad);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        var page = await Wirt.OpenAsync(Jobcenter.Anna);
        await page.ClickAsync(".fw-abmelden button");
        await Assertions.Expect(page.Locator(".fw-person")).ToHaveCountAsync(0);

        await page.GotoAsync("/");

        page.Url.ShouldContain("/anmeldung?ziel=%2F");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/faelle")]
    [InlineData("/faelle/11111111-1111-1111-1111-111111111111")]
    [InlineData("/faelle/11111111-1111-1111-1111-111111111111/festhalten/KontaktGehalten")]
    [InlineData("/uebergabe")]
    [InlineData("/team")]
    [InlineData("/traeger")]
    [InlineData("/demo/postausgang")]
    public async Task Nobody_sees_a_page_without_it(string pfad)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Wirt.Adresse) };

        var antwort = await client.GetAsync(pfad);

        antwort.StatusCode.ShouldBe(HttpStatusCode.Found);
        antwort.Headers.Location!.ToString().ShouldStartWith(Wirt.Adresse + "/anmeldung?ziel=");
    }

    [Theory]
    [InlineData(Jobcenter.Anna, "/team", 404)]
    [InlineData(Jobcenter.Anna, "/traeger", 404)]
    [InlineData(Jobcenter.Theo, "/uebergabe", 404)]
    [InlineData(Jobcenter.Theo, "/team", 200)]
    [InlineData(Jobcenter.Dora, "/team", 404)]
    [InlineData(Jobcenter.Ines, "/uebergabe", 200)]
    [InlineData(Jobcenter.Anna, "/gibt-es-nicht", 404)]
    public async Task Pages_of_other_roles_do_not_exist(string benutzer, string pfad, int status)
    {
        var page = await Wirt.OpenAsync(benutzer);

        var antwort = await page.GotoAsync(pfad);

        antwort!.Status.ShouldBe(status);
        if (status == 404)
            (await page.TextContentAsync("h1")).ShouldBe("Seite nicht gefunden");
    }

    [Fact]
    public async Task Pages_allow_no_script_and_no_foreign_source()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Wirt.Adresse) };

        var antwort = await client.GetAsync("/anmeldung");

        var csp = antwort.Headers.GetValues("Content-Security-Policy").Single();
        csp.ShouldContain("default-src 'none'");
        csp.ShouldNotContain("unsafe");
        (await antwort.Content.ReadAsStringAsync()).ShouldNotContain("<script");
        (await antwort.Content.ReadAsStringAsync()).ShouldNotContain("style=\"");
    }
}
