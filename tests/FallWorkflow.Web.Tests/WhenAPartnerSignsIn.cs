using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

public sealed class WhenAPartnerSignsIn(Webwirt wirt) : Browsertest(wirt)
{
    [Fact]
    public async Task It_sees_its_own_referral_with_the_released_fields_and_nothing_else()
    {
        var (_, zuweisung) = await Wirt.Jobcenter.ReferAsync("Freigabe");
        var page = await Wirt.OpenAsync("schulden");

        await page.ClickAsync("text=Beratung – Mira Freigabe");
        await page.WaitForURLAsync($"**/traeger/{zuweisung}");

        page.Url.ShouldEndWith($"/traeger/{zuweisung}");
        var text = await page.InnerTextAsync("main");
        text.ShouldContain("Mira Freigabe");
        text.ShouldContain("089 12345");
        text.ShouldContain("Schulden von etwa 8.000 Euro");
        text.ShouldNotContain("Isarweg");
        text.ShouldNotContain("1988");
        text.ShouldNotContain("Sucht");
        text.ShouldNotContain("Anna Fischer");
    }

    [Fact]
    public async Task It_finds_nothing_of_other_partners_and_no_Fall()
    {
        var (fall, zuweisung) = await Wirt.Jobcenter.ReferAsync("Fremderfall", Jobcenter.Sprache);
        var page = await Wirt.OpenAsync("schulden");

        (await page.InnerTextAsync("main")).ShouldNotContain("Fremderfall");
        foreach (var pfad in new[] { $"/traeger/{zuweisung}", $"/traeger/{zuweisung}/ZuweisungAngenommen", $"/faelle/{fall}", "/faelle", "/", "/team", "/uebergabe", "/demo/postausgang" })
            (await page.GotoAsync(pfad))!.Status.ShouldBe(404, pfad);
    }

    [Fact]
    public async Task It_cannot_answer_for_another_partner_by_a_forged_form()
    {
        var (fall, fremd) = await Wirt.Jobcenter.ReferAsync("Gefaelscht", Jobcenter.Sprache);
        var (_, eigen) = await Wirt.Jobcenter.ReferAsync("Eigenes");
        var page = await Wirt.OpenAsync("schulden", $"/traeger/{eigen}/ZuweisungAbgelehnt");
        await page.FillAsync("#feld-begruendung", "kein Platz");
        await page.EvaluateAsync($"document.querySelector('form.fw-formular').action = '/traeger/{fremd}/ZuweisungAbgelehnt'");

        var antwort = await page.RunAndWaitForResponseAsync(() => page.ClickAsync("form.fw-formular .kern-btn--primary"), r => r.Request.Method == "POST");

        antwort.Url.ShouldEndWith($"/traeger/{fremd}/ZuweisungAbgelehnt");
        antwort.Status.ShouldBe(404, $"{antwort.Url} -> {await antwort.HeaderValueAsync("location")} fremd {fremd} eigen {eigen}");
        (await page.InputValueAsync("#feld-begruendung")).ShouldBe("kein Platz");
        (await Wirt.Jobcenter.LoadAsync(fall)).Zuweisungen[fremd].Stand.ShouldBe(Zuweisungsstand.Gesendet);
    }

    [Fact]
    public async Task It_accepts_and_reports_and_the_Fall_knows_at_once()
    {
        var (fall, zuweisung) = await Wirt.Jobcenter.ReferAsync("Annahme");
        var page = await Wirt.OpenAsync("schulden", $"/traeger/{zuweisung}");

        await page.ClickAsync("text=Annehmen");
        await page.FillAsync("#feld-ansprechperson", "Frau Öztürk");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Zuweisung vom Träger angenommen");
        await page.ClickAsync("text=Verlauf berichten");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("#feld-bericht-fehler")).ToContainTextAsync("Bitte füllen Sie dieses Feld aus.");
        await page.FillAsync("#feld-bericht", "Läuft gut");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");

        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Verlaufsbericht");
        var akte = await Wirt.Jobcenter.LoadAsync(fall);
        akte.Zuweisungen[zuweisung].Stand.ShouldBe(Zuweisungsstand.Angenommen);
        akte.Akte.Select(e => e.Tatsache).OfType<VerlaufGemeldet>().Single().Bericht.ShouldBe("Läuft gut");
    }

    [Fact]
    public async Task One_that_leads_the_work_is_asked_for_its_report_and_no_other_is()
    {
        var (fall, zuweisung) = await Wirt.Jobcenter.ReferAsync("Fallfuehrung");
        await Wirt.Jobcenter.RecordAsync(fall, new ZuweisungAngenommen(zuweisung, "Frau Öztürk", null), new(2027, 3, 12));
        var page = await Wirt.OpenAsync("schulden", $"/traeger/{zuweisung}");
        await Assertions.Expect(page.Locator("text=Verlauf berichten")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("text=Über die Fallführung berichten")).ToHaveCountAsync(0);
        await Wirt.Jobcenter.RecordAsync(fall, new FallfuehrungUebertragen(zuweisung, "Begleitung im Alltag", "Frau Öztürk", true), new(2027, 3, 12));

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=auftrag]")).ToContainTextAsync("Begleitung im Alltag");
        await Assertions.Expect(page.Locator("section[aria-labelledby=auftrag]")).ToContainTextAsync("bis Mo 14.06.2027");
        await page.ClickAsync("text=Über die Fallführung berichten");
        await page.FillAsync("#feld-kontakte", "3");
        await page.FillAsync("#feld-stand", "stabil");
        await page.FillAsync("#feld-naechsteSchritte", "Umzug");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");

        await Assertions.Expect(page.Locator("#meldung")).ToBeVisibleAsync();
        (await Wirt.Jobcenter.LoadAsync(fall)).Akte.Select(e => e.Tatsache).OfType<FallfuehrungBerichtet>().Single().Kontakte.ShouldBe(3);
    }

    [Fact]
    public async Task A_withdrawn_referral_vanishes_but_not_what_was_just_typed_about_it()
    {
        var (fall, zuweisung) = await Wirt.Jobcenter.ReferAsync("Rueckzug");
        var page = await Wirt.OpenAsync("schulden", $"/traeger/{zuweisung}/RueckfrageGestellt");
        await page.FillAsync("#feld-frage", "Gibt es Unterlagen?");
        await Wirt.Jobcenter.RecordAsync(fall, new EinwilligungWiderrufen(zuweisung), Jobcenter.Heute);

        await page.ClickAsync("form.fw-formular .kern-btn--primary");

        await Assertions.Expect(page.Locator("#fehlerliste")).ToContainTextAsync("Diese Zuweisung gibt es nicht (mehr).");
        (await page.InputValueAsync("#feld-frage")).ShouldBe("Gibt es Unterlagen?");
        (await page.InnerTextAsync("main")).ShouldNotContain("Mira");
        (await page.GotoAsync($"/traeger/{zuweisung}"))!.Status.ShouldBe(404);
        await page.GotoAsync("/traeger");
        (await page.InnerTextAsync("main")).ShouldNotContain("Rueckzug");
    }
}
