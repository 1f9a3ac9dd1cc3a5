using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>Whatever goes wrong: nothing that was typed is lost.</summary>
public sealed class WhenAFormIsWrong(Webwirt wirt) : Browsertest(wirt)
{
    private const string Text = "Größe & \"Maß\" <b>fett</b>\nzweite Zeile\n\n  eingerückt 😀";

    [Fact]
    public async Task Missing_fields_are_named_beside_them_and_in_a_summary_that_has_the_focus()
    {
        var (page, _) = await ContactAsync("Fehlt");

        await page.FillAsync("#feld-vereinbarungen", Text);
        await Absenden.SendAsync(page, 400);

        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("fehlerliste");
        await Assertions.Expect(page.Locator("#fehlerliste a")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#feld-form-fehler")).ToContainTextAsync("Bitte füllen Sie dieses Feld aus.");
        await Assertions.Expect(page.Locator("#feld-themen-fehler")).ToContainTextAsync("Bitte füllen Sie dieses Feld aus.");
        (await page.InputValueAsync("#feld-vereinbarungen")).ShouldBe(Text);
        await page.ClickAsync("#fehlerliste a >> nth=1");
        await Assertions.Expect(page.Locator("#feld-themen")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_text_that_is_too_long_comes_back_whole()
    {
        var (page, _) = await ContactAsync("Zulang");
        var lang = new string('ü', 10_001);
        await page.SelectOptionAsync("#feld-form", "Video");
        await page.FillAsync("#feld-themen", lang);

        await Absenden.SendAsync(page, 400);

        await Assertions.Expect(page.Locator("#feld-themen-fehler")).ToContainTextAsync("Der Text ist mit 10001 Zeichen zu lang.");
        (await page.InputValueAsync("#feld-themen")).ShouldBe(lang);
        (await page.InputValueAsync("#feld-form")).ShouldBe("Video");
    }

    [Fact]
    public async Task Ten_megabytes_come_back_whole()
    {
        var (page, _) = await ContactAsync("Riesig");
        await page.EvaluateAsync("document.querySelector('#feld-themen').value = 'äöüß€ Zeile mit Text. '.repeat(10 * 1024 * 1024 / 22)");
        var vorher = await page.EvaluateAsync<int>("document.querySelector('#feld-themen').value.length");

        await Absenden.SendAsync(page, 400);

        await Assertions.Expect(page.Locator("#feld-themen-fehler")).ToContainTextAsync("zu lang");
        (await page.EvaluateAsync<int>("document.querySelector('#feld-themen').value.length")).ShouldBe(vorher);
        vorher.ShouldBeGreaterThan(10_000_000);
    }

    [Theory]
    [InlineData("31.02.2027", "Dieses Datum gibt es nicht.")]
    [InlineData("morgen", "Dieses Datum gibt es nicht.")]
    [InlineData("", "Bitte füllen Sie dieses Feld aus.")]
    [InlineData("16.03.2027", "Das Datum liegt in der Zukunft.")]
    [InlineData("10.01.2027", "Das Datum liegt vor der Übergabe am 11.01.2027.")]
    [InlineData("01.01.1800", "Das Datum ist nicht plausibel.")]
    public async Task A_wrong_day_stays_as_it_was_typed(string tag, string meldung)
    {
        var (page, fall) = await ContactAsync("Datum");
        await page.SelectOptionAsync("#feld-form", "Telefon");
        await page.FillAsync("#feld-themen", Text);
        await page.FillAsync("#feld-wirksamAm", tag);

        await Absenden.SendAsync(page, 400);

        await Assertions.Expect(page.Locator("#feld-wirksamAm-fehler")).ToContainTextAsync(meldung);
        (await page.InputValueAsync("#feld-wirksamAm")).ShouldBe(tag);
        (await page.InputValueAsync("#feld-themen")).ShouldBe(Text);
        (await Wirt.Jobcenter.LoadAsync(fall)).Akte.ShouldNotContain(e => e.Tatsache is KontaktGehalten);
    }

    [Fact]
    public async Task A_Sunday_needs_a_confirmation_and_then_counts()
    {
        var (page, fall) = await ContactAsync("Sonntag");
        await page.SelectOptionAsync("#feld-form", "Telefon");
        await page.FillAsync("#feld-themen", Text);
        await page.FillAsync("#feld-wirksamAm", "14.03.2027");

        await Absenden.SendAsync(page, 400);
        await Assertions.Expect(page.Locator("#feld-wirksamAm-fehler")).ToContainTextAsync("Das Datum ist ein Samstag, Sonntag oder Feiertag.");
        (await page.InputValueAsync("#feld-themen")).ShouldBe(Text);
        await page.CheckAsync("#feld-bestaetigt");
        await Absenden.SendAsync(page, 302);

        var eintrag = (await Wirt.Jobcenter.LoadAsync(fall)).Akte.Single(e => e.Tatsache is KontaktGehalten);
        eintrag.WirksamAm.ShouldBe(new DateOnly(2027, 3, 14));
        ((KontaktGehalten)eintrag.Tatsache).Themen.ShouldBe(Text);
    }

    [Fact]
    public async Task A_rule_that_may_be_departed_from_asks_for_the_reason()
    {
        var (fall, zuweisung) = await Wirt.Jobcenter.ReferAsync("Abweichung");
        await Wirt.Jobcenter.RecordAsync(fall, new ZuweisungAngenommen(zuweisung), Jobcenter.Heute);
        await Wirt.Jobcenter.RecordAsync(fall, new ZuweisungBeendet(zuweisung, Jobcenter.Heute, "Erledigt"), Jobcenter.Heute);
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}/festhalten/FallAbgeschlossen");
        foreach (var feld in new[] { "situationDamalsUndHeute", "zielerreichung", "wasGeholfenHat", "verbleibendeSchritte", "standDerAngebote" })
            await page.FillAsync($"#feld-{feld}", Text);
        await page.CheckAsync("#feld-arbeitGefunden-nein");

        await Absenden.SendAsync(page, 409);
        await Assertions.Expect(page.Locator("#feld-begruendung-fehler")).ToContainTextAsync("mit einer Begründung können Sie davon abweichen");
        (await page.InputValueAsync("#feld-standDerAngebote")).ShouldBe(Text);
        await page.FillAsync("#feld-begruendung", "Träger berichtet nicht mehr");
        await Absenden.SendAsync(page, 302);

        (await Wirt.Jobcenter.LoadAsync(fall)).Akte.Single(e => e.Tatsache is FallAbgeschlossen).Begruendung.ShouldBe("Träger berichtet nicht mehr");
    }

    [Fact]
    public async Task A_database_that_is_away_loses_nothing()
    {
        var (page, fall) = await ContactAsync("Weg");
        await page.SelectOptionAsync("#feld-form", "Telefon");
        await page.FillAsync("#feld-themen", Text);

        Wirt.Datenbank.IsAway = true;
        try
        {
            await Absenden.SendAsync(page, 503);
        }
        finally
        {
            Wirt.Datenbank.IsAway = false;
        }

        await Assertions.Expect(page.Locator("#fehlerliste")).ToContainTextAsync("Die Datenbank antwortet gerade nicht.");
        (await page.InputValueAsync("#feld-themen")).ShouldBe(Text);
        await Absenden.SendAsync(page, 302);
        (await Wirt.Jobcenter.LoadAsync(fall)).Akte.Count(e => e.Tatsache is KontaktGehalten).ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_race_loses_nothing()
    {
        var (page, fall) = await ContactAsync("Rennen");
        await page.SelectOptionAsync("#feld-form", "Telefon");
        await page.FillAsync("#feld-themen", Text);

        // The form itself is loaded once, then every try of the command loses.
        Wirt.Datenbank.VerschonteUnits = 1;
        Wirt.Datenbank.Konflikte = 8;
        await Absenden.SendAsync(page, 409);

        await Assertions.Expect(page.Locator("#fehlerliste")).ToContainTextAsync("gerade von jemand anderem geändert");
        (await page.InputValueAsync("#feld-themen")).ShouldBe(Text);
        await Absenden.SendAsync(page, 302);
        (await Wirt.Jobcenter.LoadAsync(fall)).Akte.Count(e => e.Tatsache is KontaktGehalten).ShouldBe(1);
    }

    [Fact]
    public async Task An_expired_sign_in_loses_nothing()
    {
        var (page, fall) = await ContactAsync("Abgelaufen");
        await page.SelectOptionAsync("#feld-form", "Telefon");
        await page.FillAsync("#feld-themen", Text);
        await page.Context.ClearCookiesAsync();

        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Ihre Anmeldung ist abgelaufen");
        await page.FillAsync("#benutzer", Jobcenter.Anna);
        await page.FillAsync("#kennwort", "falsch");
        await page.ClickAsync("main button[type=submit]");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("Die Anmeldung ist nicht gelungen.");
        await page.FillAsync("#kennwort", Jobcenter.Kennwort);
        await page.ClickAsync("main button[type=submit]");
        await page.ClickAsync("text=Zurück zum Formular");

        await Assertions.Expect(page.Locator("#feld-themen")).ToHaveValueAsync(Text);
        (await page.InputValueAsync("#feld-form")).ShouldBe("Telefon");
        (await Wirt.Jobcenter.LoadAsync(fall)).Akte.ShouldNotContain(e => e.Tatsache is KontaktGehalten);
        await Absenden.SendAsync(page, 302);
        (await Wirt.Jobcenter.LoadAsync(fall)).Akte.Select(e => e.Tatsache).OfType<KontaktGehalten>().Single().Themen.ShouldBe(Text);
    }

    [Fact]
    public async Task A_stale_token_loses_nothing()
    {
        var (page, _) = await ContactAsync("Token");
        await page.FillAsync("#feld-themen", Text);
        await page.Context.ClearCookiesAsync(new() { Name = "fallworkflow-form" });

        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await page.ClickAsync("text=Zurück zum Formular");

        await Assertions.Expect(page.Locator("#feld-themen")).ToHaveValueAsync(Text);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        var (page, fall) = await ContactAsync("Fremd");
        var form = page.Context.APIRequest.CreateFormData();
        form.Append("form", "Telefon");
        form.Append("themen", "von einer fremden Seite");
        form.Append("_wirksamAm", "15.03.2027");

        await page.Context.APIRequest.PostAsync($"/faelle/{fall}/festhalten/KontaktGehalten", new() { Multipart = form });

        (await Wirt.Jobcenter.LoadAsync(fall)).Akte.ShouldNotContain(e => e.Tatsache is KontaktGehalten);
    }

    public static TheoryData<string> Formulare =>
        [.. TatsachenKatalog.Alle.Where(a => a.Rollen.Contains(Rollen.Fallmanager) && a.Name != "Uebergeben").Select(a => a.Name)];

    /// <summary>Every form with every text field filled and a day that does not exist: everything must come back.</summary>
    [Theory]
    [MemberData(nameof(Formulare))]
    public async Task Every_form_comes_back_with_everything_that_was_typed(string art)
    {
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{await PlannedAsync()}/festhalten/{art}");
        await page.EvaluateAsync("""
            () => {
              document.querySelectorAll('form.fw-formular textarea, form.fw-formular input[type=text]').forEach((f, i) => f.value = 'Größe ' + i);
              document.querySelectorAll('form.fw-formular select').forEach(s => s.selectedIndex = s.options.length - 1);
              document.querySelectorAll('form.fw-formular input[type=checkbox], form.fw-formular input[type=radio]').forEach(c => c.checked = true);
            }
            """);
        var vorher = await StateAsync(page);

        await Absenden.SendAsync(page, 400);

        (await StateAsync(page)).ShouldBe(vorher);
        (await page.Locator("#fehlerliste").CountAsync()).ShouldBe(1);
    }

    private static Guid? _geplant;

    private async Task<Guid> PlannedAsync() => _geplant ??= (await Wirt.Jobcenter.ReferAsync("Alleformulare")).Fall;

    private static Task<string> StateAsync(IPage page) => page.EvaluateAsync<string>("""
        () => JSON.stringify(Array.from(document.querySelectorAll('form.fw-formular [name]'))
          .filter(f => f.name && !f.name.startsWith('_') && !f.name.startsWith('__'))
          .map(f => [f.name, f.type === 'checkbox' || f.type === 'radio' ? f.value + f.checked : f.value]))
        """);

    private async Task<(IPage Page, Guid Fall)> ContactAsync(string name)
    {
        var fall = await Wirt.Jobcenter.AdmitAsync(name);
        return (await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}/festhalten/KontaktGehalten"), fall);
    }
}
