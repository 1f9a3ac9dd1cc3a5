using FallWorkflow.Domain.Tatsachen;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

public sealed class WhenATaskIsDone(Webwirt wirt) : Browsertest(wirt)
{
    [Fact]
    public async Task The_way_leads_from_the_task_by_its_form_to_the_Akte_and_the_task_is_gone()
    {
        var fall = await Wirt.Jobcenter.OpenAsync("Aufgabenweg");
        var page = await Wirt.OpenAsync(Jobcenter.Anna);
        var aufgabe = page.Locator(".fw-aufgabe", new() { HasText = "Mira Aufgabenweg" });
        await Assertions.Expect(aufgabe).ToContainTextAsync("Überfällig, Frist war Mo 18.01.2027");

        await aufgabe.GetByText("Übergabe angenommen").ClickAsync();
        await page.SelectOptionAsync("#feld-fallmanagerId", Jobcenter.Anna);
        await page.FillAsync("#feld-anmerkung", "Ich übernehme – grüße");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");

        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Festgehalten: Übergabe angenommen");
        await Assertions.Expect(page.Locator(".fw-zeitleiste")).ToContainTextAsync("Übergabe angenommen");
        var akte = await Wirt.Jobcenter.LoadAsync(fall);
        akte.FallmanagerId.ShouldBe(Jobcenter.Anna);
        akte.Akte.Select(e => e.Tatsache).OfType<UebergabeAngenommen>().Single().Anmerkung.ShouldBe("Ich übernehme – grüße");
        await page.GotoAsync("/");
        (await page.Locator(".fw-aufgabe", new() { HasText = "Mira Aufgabenweg" }).GetByText("Übergabe beantworten").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task It_can_be_dropped_with_a_reason_but_not_without()
    {
        await Wirt.Jobcenter.AdmitAsync("Entfall");
        var page = await Wirt.OpenAsync(Jobcenter.Anna);
        await page.Locator(".fw-aufgabe", new() { HasText = "Mira Entfall" }).First.GetByText("Entfällt").ClickAsync();

        await page.ClickAsync("text=Entfallen lassen");
        await Assertions.Expect(page.Locator("#fehlerliste")).ToContainTextAsync("Begründen Sie, warum die Aufgabe entfällt.");
        await page.FillAsync("#begruendung", "Wird im nächsten Gespräch nachgeholt");
        await page.ClickAsync("text=Entfallen lassen");

        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Die Aufgabe ist erledigt.");
    }

    [Fact]
    public async Task A_click_that_comes_twice_counts_once()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Doppelklick");
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}/festhalten/KontaktGehalten");
        await page.SelectOptionAsync("#feld-form", "Telefon");
        await page.FillAsync("#feld-themen", "Zweimal geklickt");
        var felder = await page.EvaluateAsync<string[][]>("Array.from(new FormData(document.querySelector('main form')).entries())");
        IFormData Form()
        {
            var form = page.Context.APIRequest.CreateFormData();
            foreach (var feld in felder)
                form.Append(feld[0], feld[1]);
            return form;
        }

        var url = $"/faelle/{fall}/festhalten/KontaktGehalten";
        var antworten = await Task.WhenAll(
            page.Context.APIRequest.PostAsync(url, new() { Multipart = Form() }), page.Context.APIRequest.PostAsync(url, new() { Multipart = Form() }));

        antworten.ShouldAllBe(a => a.Ok && a.Url.Contains("festgehalten=KontaktGehalten"));
        (await Wirt.Jobcenter.LoadAsync(fall)).Akte.Count(e => e.Tatsache is KontaktGehalten).ShouldBe(1);
    }

    [Fact]
    public async Task It_works_without_JavaScript()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Ohneskript");
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}", javaScript: false);

        await page.Locator("summary", new() { HasText = "Kontakte und Verlauf" }).ClickAsync();
        await page.ClickAsync("text=Kontakt gehalten");
        await page.SelectOptionAsync("#feld-form", "Hausbesuch");
        await page.FillAsync("#feld-themen", "Küche, Öfen & Straßen");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");

        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Festgehalten: Kontakt gehalten");
        (await Wirt.Jobcenter.LoadAsync(fall)).Akte.Select(e => e.Tatsache).OfType<KontaktGehalten>().Single().Themen.ShouldBe("Küche, Öfen & Straßen");
    }

    [Fact]
    public async Task A_list_gets_another_row_and_keeps_what_was_typed()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Zeilen");
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}/festhalten/PlanVereinbart", javaScript: false);
        await page.FillAsync("[name='schritte[2].bezeichnung']", "dritter Schritt");

        await page.ClickAsync("text=Weitere Zeile");

        (await page.InputValueAsync("[name='schritte[2].bezeichnung']")).ShouldBe("dritter Schritt");
        (await page.Locator("[name='schritte[3].bezeichnung']").CountAsync()).ShouldBe(1);
        (await page.Locator("#fehlerliste").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_handover_begins_a_Fall()
    {
        var page = await Wirt.OpenAsync(Jobcenter.Ines, "/uebergabe");
        await page.FillAsync("[name='person.vorname']", "Özlem");
        await page.FillAsync("[name='person.nachname']", "Neuübergabe");
        await page.SelectOptionAsync("[name='handlungsbedarfe[0].bereich']", "Wohnen");
        await page.FillAsync("[name='handlungsbedarfe[0].beschreibung']", "Räumungsklage");
        await page.CheckAsync("#feld-fortschrittErwartet-ja");
        await page.FillAsync("#feld-fortschrittBegruendung", "Zusage eines Betriebs");

        await page.ClickAsync("form.fw-formular .kern-btn--primary");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Özlem Neuübergabe");
        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Festgehalten: Übergabe an das Fallmanagement");
    }
}
