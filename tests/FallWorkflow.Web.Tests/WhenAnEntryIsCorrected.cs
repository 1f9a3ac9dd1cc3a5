using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

public sealed class WhenAnEntryIsCorrected(Webwirt wirt) : Browsertest(wirt)
{
    [Fact]
    public async Task The_form_is_filled_the_reason_is_needed_and_the_old_entry_stays_readable()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Berichtigung");
        await Wirt.Jobcenter.RecordAsync(fall, new KontaktGehalten(Kontaktform.Telefon, "Falsches Thema"), new(2027, 3, 10));
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}");
        await page.Locator(".fw-zeit--akte", new() { HasText = "Kontakt gehalten" }).First.GetByText("Berichtigen").ClickAsync();
        (await page.InputValueAsync("#feld-themen")).ShouldBe("Falsches Thema");
        (await page.InputValueAsync("#feld-wirksamAm")).ShouldBe("10.03.2027");
        (await page.InputValueAsync("#feld-form")).ShouldBe("Telefon");

        await page.FillAsync("#feld-themen", "Richtiges Thema");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("#feld-begruendung-fehler")).ToContainTextAsync("Bitte füllen Sie dieses Feld aus.");
        (await page.InputValueAsync("#feld-themen")).ShouldBe("Richtiges Thema");
        await page.FillAsync("#feld-begruendung", "verwechselt");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");

        var alt = page.Locator(".fw-zeit--ersetzt");
        await Assertions.Expect(alt.Locator("s")).ToHaveTextAsync("Kontakt gehalten");
        await Assertions.Expect(alt.Locator("a").First).ToContainTextAsync("Berichtigt durch Eintrag Nr.");
        (await alt.Locator("text=Berichtigen").CountAsync()).ShouldBe(0);
        (await Wirt.Jobcenter.LoadAsync(fall)).LetzterKontaktAm.ShouldBe(new DateOnly(2027, 3, 10));
    }

    [Fact]
    public async Task A_contact_that_was_not_held_is_taken_back_with_the_reason()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Verwechslung");
        var vorher = (await Wirt.Jobcenter.LoadAsync(fall)).LetzterKontaktAm;
        await Wirt.Jobcenter.RecordAsync(fall, new KontaktGehalten(Kontaktform.Telefon, "Gespräch mit einer anderen Person"), new(2027, 3, 10));
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}");
        await page.Locator(".fw-zeit--akte", new() { HasText = "Kontakt gehalten" }).First.GetByText("Hat nicht stattgefunden").ClickAsync();
        (await page.InputValueAsync("#feld-wirksamAm")).ShouldBe("10.03.2027");
        await page.FillAsync("#feld-grund", "An diesem Tag gab es kein Gespräch.");
        await page.FillAsync("#feld-begruendung", "verwechselt");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");

        await Assertions.Expect(page.Locator(".fw-zeit--ersetzt").Locator("s")).ToHaveTextAsync("Kontakt gehalten");
        (await Wirt.Jobcenter.LoadAsync(fall)).LetzterKontaktAm.ShouldBe(vorher);
    }
}
