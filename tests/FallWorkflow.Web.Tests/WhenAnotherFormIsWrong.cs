using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>The forms besides those of the Fallmanagement: whatever is wrong, they come back with everything that was typed.</summary>
public sealed class WhenAnotherFormIsWrong(Webwirt wirt) : Browsertest(wirt)
{
    private const string Text = "Größe & \"Maß\" <b>fett</b>\n\nzweite Zeile 😀";

    private static string? _zuweisung;

    public static TheoryData<string, string> Maengel => new()
    {
        { "31.02.2027", "Dieses Datum gibt es nicht." },
        { "", "Bitte füllen Sie dieses Feld aus." },
        { "16.03.2027", "Das Datum liegt in der Zukunft." },
        { "14.03.2027", "Das Datum ist ein Samstag, Sonntag oder Feiertag." },
    };

    public static TheoryData<string> Traegerformulare => [.. TatsachenKatalog.Alle.Where(a => a.Rollen.Contains(Rollen.Traeger)).Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Maengel))]
    public async Task A_handover_comes_back_whole(string tag, string meldung)
    {
        var page = await Wirt.OpenAsync(Jobcenter.Ines, "/uebergabe");
        await FillAsync(page);
        await page.FillAsync("#feld-wirksamAm", tag);
        var vorher = await StateAsync(page);

        await Absenden.SendAsync(page, 400);

        await Assertions.Expect(page.Locator("#feld-wirksamAm-fehler")).ToContainTextAsync(meldung);
        (await StateAsync(page)).ShouldBe(vorher);
    }

    [Fact]
    public async Task A_handover_without_anything_names_every_field()
    {
        var page = await Wirt.OpenAsync(Jobcenter.Ines, "/uebergabe");

        await Absenden.SendAsync(page, 400);

        foreach (var feld in new[] { "fortschrittErwartet", "fortschrittBegruendung" })
            await Assertions.Expect(page.Locator($"#feld-{feld}-fehler")).ToBeVisibleAsync();
        (await page.Locator("#fehlerliste a").CountAsync()).ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task A_handover_that_is_too_long_or_meets_a_database_that_is_away_comes_back_whole()
    {
        var page = await Wirt.OpenAsync(Jobcenter.Ines, "/uebergabe");
        await FillAsync(page);
        await page.FillAsync("#feld-fortschrittBegruendung", new string('ü', 10_001));
        var vorher = await StateAsync(page);
        await Absenden.SendAsync(page, 400);
        await Assertions.Expect(page.Locator("#feld-fortschrittBegruendung-fehler")).ToContainTextAsync("Der Text ist mit 10001 Zeichen zu lang.");
        (await StateAsync(page)).ShouldBe(vorher);

        await page.FillAsync("#feld-fortschrittBegruendung", Text);
        await page.FillAsync("#feld-vorkontakt", "");
        vorher = await StateAsync(page);
        await WithoutDatabaseAsync(() => Absenden.SendAsync(page, 503));
        (await StateAsync(page)).ShouldBe(vorher);
    }

    /// <summary>Every form of a partner, each with a day that does not exist and then with a text that is too long.</summary>
    [Theory]
    [MemberData(nameof(Traegerformulare))]
    public async Task A_partner_s_form_comes_back_whole(string art)
    {
        _zuweisung ??= (await Wirt.Jobcenter.ReferAsync("Partnerformulare")).Zuweisung;
        var page = await Wirt.OpenAsync("schulden", $"/traeger/{_zuweisung}/{art}");
        await FillAsync(page);
        await page.FillAsync("#feld-wirksamAm", "31.02.2027");
        var vorher = await StateAsync(page);

        await Absenden.SendAsync(page, 400);

        await Assertions.Expect(page.Locator("#feld-wirksamAm-fehler")).ToContainTextAsync("Dieses Datum gibt es nicht.");
        (await StateAsync(page)).ShouldBe(vorher);

        var lang = page.Locator("form.fw-formular textarea").First;
        await page.FillAsync("#feld-wirksamAm", "15.03.2027");
        await lang.FillAsync(new string('ü', 10_001));
        await Absenden.SendAsync(page, 400);
        await Assertions.Expect(page.Locator("#fehlerliste")).ToContainTextAsync("10001 Zeichen");
        (await lang.InputValueAsync()).Length.ShouldBe(10_001);

        await lang.FillAsync(Text);
        await WithoutDatabaseAsync(() => Absenden.SendAsync(page, 503));
        (await lang.InputValueAsync()).ShouldBe(Text);
    }

    [Fact]
    public async Task A_reason_of_ten_megabytes_for_dropping_a_task_comes_back_whole()
    {
        var (page, _) = await TaskAsync("Entfallriesig");
        await page.EvaluateAsync("document.querySelector('#begruendung').value = 'äöüß€ Zeile mit Text. '.repeat(10 * 1024 * 1024 / 22)");
        var vorher = await page.EvaluateAsync<int>("document.querySelector('#begruendung').value.length");

        await Absenden.SendAsync(page, 400);

        await Assertions.Expect(page.Locator("#fehlerliste")).ToContainTextAsync("zu lang");
        (await page.EvaluateAsync<int>("document.querySelector('#begruendung').value.length")).ShouldBe(vorher);
    }

    [Fact]
    public async Task A_reason_for_dropping_a_task_survives_a_database_that_is_away()
    {
        var (page, _) = await TaskAsync("Entfallweg");
        await page.FillAsync("#begruendung", Text);

        await WithoutDatabaseAsync(() => Absenden.SendAsync(page, 503));

        await Assertions.Expect(page.Locator("#fehlerliste")).ToContainTextAsync("Die Datenbank antwortet gerade nicht.");
        (await page.InputValueAsync("#begruendung")).ShouldBe(Text);
    }

    [Fact]
    public async Task A_reason_for_a_task_that_somebody_has_done_meanwhile_is_not_lost()
    {
        var (page, fall) = await TaskAsync("Entfallerledigt");
        await page.FillAsync("#begruendung", Text);
        await Wirt.Jobcenter.RecordAsync(fall, new UebergabeAngenommen(Jobcenter.Anna), Jobcenter.Heute);

        await Absenden.SendAsync(page, 409);

        await Assertions.Expect(page.Locator("#fehlerliste")).ToContainTextAsync("Diese Aufgabe ist bereits beendet.");
        (await page.InputValueAsync("#begruendung")).ShouldBe(Text);
    }

    [Fact]
    public async Task A_reason_for_a_task_of_a_Fall_that_is_somebody_else_s_now_is_not_lost()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Entfallfremd");
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/aufgaben/{await Wirt.Jobcenter.TaskOfAsync(fall)}");
        await page.FillAsync("#begruendung", Text);
        await Wirt.Jobcenter.RecordAsync(fall, new FallmanagerGewechselt(Jobcenter.Bernd, "Vertretung", Jobcenter.Heute), Jobcenter.Heute);

        await Absenden.SendAsync(page, 404);

        (await page.InputValueAsync("#begruendung")).ShouldBe(Text);
        (await page.InnerTextAsync("main")).ShouldNotContain("Mira");
    }

    [Fact]
    public async Task A_name_that_is_far_too_long_does_not_sign_in_and_comes_back()
    {
        var page = await Wirt.OpenAsync(pfad: "/anmeldung");
        var lang = new string('ß', 5_000);
        await page.FillAsync("#benutzer", lang);
        await page.FillAsync("#kennwort", lang);

        var antwort = await page.RunAndWaitForResponseAsync(() => page.ClickAsync("main button[type=submit]"), r => r.Request.Method == "POST");

        antwort.Status.ShouldBe(400);
        await Assertions.Expect(page.Locator("#benutzer")).ToHaveValueAsync(lang);
        await Assertions.Expect(page.Locator("#kennwort")).ToHaveValueAsync("");
    }

    [Theory]
    [InlineData("31.02.2027")]
    [InlineData("übermorgen")]
    [InlineData("")]
    public async Task The_demo_s_clock_keeps_a_wrong_day_and_stands(string tag)
    {
        var verlangt = Wirt.Demo.Verlangt.Count;
        var page = await Wirt.OpenAsync(Jobcenter.Anna, "/demo/uhr");
        await page.FillAsync("#bis", tag);

        await Absenden.SendAsync(page, 400);

        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("Dieses Datum gibt es nicht.");
        await Assertions.Expect(page.Locator("#bis")).ToHaveValueAsync(tag);
        Wirt.Demo.Verlangt.Count.ShouldBe(verlangt);
    }

    [Theory]
    [InlineData("31.02.2027", "15.03.2027", "Dieses Datum gibt es nicht.")]
    [InlineData("01.01.2027", "bald", "Dieses Datum gibt es nicht.")]
    [InlineData("15.03.2027", "01.01.2027", "Das Ende liegt vor dem Anfang.")]
    public async Task The_team_s_period_stays_as_it_was_typed(string von, string bis, string meldung)
    {
        var page = await Wirt.OpenAsync(Jobcenter.Theo, "/team");
        await page.FillAsync("#von", von);
        await page.FillAsync("#bis", bis);

        await page.ClickAsync("text=Berechnen");

        await Assertions.Expect(page.Locator("#zeitraum-hinweis")).ToContainTextAsync(meldung);
        await Assertions.Expect(page.Locator("#von")).ToHaveValueAsync(von);
        await Assertions.Expect(page.Locator("#bis")).ToHaveValueAsync(bis);
    }

    private async Task<(IPage Page, Guid Fall)> TaskAsync(string name)
    {
        var fall = await Wirt.Jobcenter.OpenAsync(name);
        return (await Wirt.OpenAsync(Jobcenter.Anna, $"/aufgaben/{await Wirt.Jobcenter.TaskOfAsync(fall)}"), fall);
    }

    private async Task WithoutDatabaseAsync(Func<Task> tun)
    {
        Wirt.Datenbank.IsAway = true;
        try
        {
            await tun();
        }
        finally
        {
            Wirt.Datenbank.IsAway = false;
        }
    }

    private static async Task FillAsync(IPage page) => await page.EvaluateAsync("""
        () => {
          document.querySelectorAll('form.fw-formular textarea, form.fw-formular input[type=text]').forEach((f, i) => f.value = f.inputMode === 'decimal' || f.inputMode === 'numeric' ? '3' : f.classList.contains('fw-kurz') ? '01.03.2027' : 'Größe ' + i);
          document.querySelectorAll('form.fw-formular select').forEach(s => s.selectedIndex = s.options.length - 1);
          document.querySelectorAll('form.fw-formular input[type=checkbox]:not(#feld-bestaetigt), form.fw-formular input[type=radio]').forEach(c => c.checked = true);
        }
        """);

    private static Task<string> StateAsync(IPage page) => page.EvaluateAsync<string>("""
        () => JSON.stringify(Array.from(document.querySelectorAll('form.fw-formular [name]'))
          .filter(f => f.name && !f.name.startsWith('_'))
          .map(f => [f.name, f.type === 'checkbox' || f.type === 'radio' ? f.value + f.checked : f.value]))
        """);
}
