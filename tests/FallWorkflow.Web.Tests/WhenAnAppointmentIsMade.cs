using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>The way of an appointment in the browser: agreed, pointed out, invited to, moved, missed. Today is Monday, 15 March 2027.</summary>
public sealed class WhenAnAppointmentIsMade(Webwirt wirt) : Browsertest(wirt)
{
    [Fact]
    public async Task It_is_agreed_by_its_form_and_shown_with_what_to_look_at_again()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Feiertag");
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}", javaScript: false);
        await Assertions.Expect(page.Locator("section[aria-labelledby=termine]")).ToContainTextAsync("Kein offener Termin.");
        await page.ClickAsync("text=Termin vereinbaren");
        (await page.InputValueAsync("#feld-dauer")).ShouldBe("60");
        await page.FillAsync("#feld-am", "26.3.2027");
        await page.FillAsync("#feld-um", "halb drei");
        await page.SelectOptionAsync("#feld-form", "Buero");
        await page.SelectOptionAsync("#feld-zweck", "Planbesprechung");
        await page.FillAsync("#feld-ort", "Zimmer 204");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("#feld-um-fehler")).ToContainTextAsync("zum Beispiel 14:30");
        (await page.InputValueAsync("#feld-um")).ShouldBe("halb drei");

        await page.FillAsync("#feld-um", "14.30");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");

        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Festgehalten: Termin vereinbart");
        var termin = page.Locator(".fw-termin").First;
        await Assertions.Expect(termin).ToContainTextAsync("Nächster Termin: Freitag, 26. März 2027, 14:30 Uhr");
        await Assertions.Expect(termin).ToContainTextAsync("Planbesprechung – Im Büro, Zimmer 204 – 60 Minuten");
        await Assertions.Expect(termin).ToContainTextAsync("Dieser Tag ist ein Feiertag (Karfreitag).");
        (await termin.GetByText("Fand statt").CountAsync()).ShouldBe(0, "its day has not come");
    }

    [Fact]
    public async Task Two_at_the_same_time_are_pointed_out_on_both_pages_and_in_the_list()
    {
        var (eins, zwei) = (await Wirt.Jobcenter.AdmitAsync("Kollision"), await Wirt.Jobcenter.AdmitAsync("Daneben"));
        await AgreeAsync(eins, new(2027, 4, 6), new(10, 0));
        await AgreeAsync(zwei, new(2027, 4, 6), new(10, 30));
        await AgreeAsync(zwei, new(2027, 4, 6), new(11, 15), "t2");
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{eins}");
        await Assertions.Expect(page.Locator(".fw-termin")).ToContainTextAsync("Überschneidet sich mit einem anderen Termin von 10:30 bis 11:15 Uhr.");
        (await page.Locator(".fw-termin").InnerTextAsync()).ShouldNotContain("Daneben");

        await page.GotoAsync("/termine?ab=2027-04-08");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Mo 05.04.2027 bis So 11.04.2027");
        var zeilen = page.Locator(".fw-termin");
        (await zeilen.AllInnerTextsAsync()).Select(z => z.Split('\n')[0][..11]).ShouldBe(["10:00–10:45", "10:30–11:15", "11:15–12:00"]);
        (await page.Locator(".fw-terminhinweis").CountAsync()).ShouldBe(2);
        await page.ClickAsync("text=Nur ein Tag");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("In diesem Zeitraum gibt es keine Termine.");
        await page.ClickAsync("text=Später");
        await page.GotoAsync("/termine?ab=2027-04-06&ansicht=tag");
        (await page.Locator(".fw-termin").CountAsync()).ShouldBe(3);

        var andere = await Wirt.OpenAsync(Jobcenter.Bernd, "/termine?ab=2027-04-06");
        (await andere.Locator(".fw-termin").CountAsync()).ShouldBe(0, "appointments of a colleague are none of his business");
        var leitung = await Wirt.OpenAsync(Jobcenter.Theo, "/termine?ab=2027-04-06");
        await Assertions.Expect(leitung.Locator(".fw-termin").First).ToContainTextAsync("Anna Fischer");
    }

    [Fact]
    public async Task The_letter_can_be_printed_and_the_calendar_file_saved()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Brief");
        await AgreeAsync(fall, new(2027, 4, 7), new(9, 0));
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}");
        var datei = await page.RunAndWaitForDownloadAsync(() => page.Locator(".fw-termin").GetByText("Kalenderdatei").ClickAsync());
        datei.SuggestedFilename.ShouldBe("termin.ics");
        (await File.ReadAllTextAsync(await datei.PathAsync())).ShouldContain("DTSTART:20270407T070000Z");

        await page.Locator(".fw-termin").GetByText("Einladung drucken").ClickAsync();
        var brief = page.Locator(".fw-brief");
        await Assertions.Expect(brief).ToContainTextAsync("Guten Tag Mira Brief,");
        await Assertions.Expect(brief).ToContainTextAsync("Isarweg 1");
        await Assertions.Expect(brief).ToContainTextAsync("Mittwoch, 7. April 2027, 9:00 Uhr".Replace(" 9:", " 09:", StringComparison.Ordinal));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.Locator("header.fw-kopf").IsVisibleAsync()).ShouldBeFalse();
        (await brief.IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_move_begins_with_what_was_agreed_and_a_call_off_ends_it()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Verschieben");
        await AgreeAsync(fall, new(2027, 4, 7), new(9, 0));
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}");
        await page.Locator(".fw-termin").GetByText("Verschieben").ClickAsync();
        (await page.InputValueAsync("#feld-am")).ShouldBe("07.04.2027");
        (await page.InputValueAsync("#feld-um")).ShouldBe("09:00");
        (await page.InputValueAsync("#feld-ort")).ShouldBe("Zimmer 204");
        await page.FillAsync("#feld-am", "08.04.2027");
        await page.FillAsync("#feld-grund", "Kind krank");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator(".fw-termin")).ToContainTextAsync("Donnerstag, 8. April 2027, 09:00 Uhr");
        await Assertions.Expect(page.Locator(".fw-termin")).ToContainTextAsync("1-mal verschoben");

        await page.Locator(".fw-termin").GetByText("Absagen").ClickAsync();
        await page.SelectOptionAsync("#feld-durch", "Klient");
        await page.FillAsync("#feld-grund", "Umzug");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("section[aria-labelledby=termine]")).ToContainTextAsync("Kein offener Termin.");
        await page.ClickAsync("text=Frühere Termine (1)");
        await Assertions.Expect(page.Locator("section[aria-labelledby=termine] li")).ToContainTextAsync("Abgesagt");
    }

    [Fact]
    public async Task A_missed_one_is_closed_by_one_click_and_a_form_and_moves_no_window()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Ausfall");
        await AgreeAsync(fall, new(2027, 3, 12), new(9, 0));
        var vorher = (await Wirt.Jobcenter.LoadAsync(fall)).LetzterKontaktAm;
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}");
        await Assertions.Expect(page.Locator(".fw-termin")).ToContainTextAsync("Dieser Termin ist vorbei. Halten Sie fest, was daraus wurde.");
        await page.Locator(".fw-termin").GetByText("Fiel aus").ClickAsync();
        (await page.InputValueAsync("#feld-terminId")).ShouldBe("t1");
        (await page.InputValueAsync("#feld-wirksamAm")).ShouldBe("12.03.2027");
        await page.FillAsync("#feld-grund", "nicht gekommen");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Festgehalten: Kontakt ausgefallen");
        var akte = await Wirt.Jobcenter.LoadAsync(fall);
        (akte.Termine["t1"].Stand, akte.LetzterKontaktAm).ShouldBe((Terminstand.Ausgefallen, vorher));
    }

    [Fact]
    public async Task A_contact_begins_with_the_appointment_of_the_day()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Vorschlag");
        await AgreeAsync(fall, new(2027, 3, 11), new(9, 0), "alt");
        await AgreeAsync(fall, new(2027, 3, 15), new(9, 0), "heute");
        await AgreeAsync(fall, new(2027, 3, 16), new(9, 0), "morgen");
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}/festhalten/KontaktGehalten");
        (await page.InputValueAsync("#feld-terminId")).ShouldBe("heute");
        (await page.InputValueAsync("#feld-form")).ShouldBe("Buero");
        await page.FillAsync("#feld-themen", "Post");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("#meldung")).ToContainTextAsync("Festgehalten: Kontakt gehalten");
        (await Wirt.Jobcenter.LoadAsync(fall)).Termine.Values.Select(t => t.Stand).ShouldBe([Terminstand.Vereinbart, Terminstand.Gehalten, Terminstand.Vereinbart]);
    }

    [Fact]
    public async Task Consent_to_be_reminded_is_given_and_taken_back()
    {
        var fall = await Wirt.Jobcenter.AdmitAsync("Erinnern");
        var page = await Wirt.OpenAsync(Jobcenter.Anna, $"/faelle/{fall}");
        await page.ClickAsync("text=Erinnerung per E-Mail einrichten");
        await page.FillAsync("#feld-eMail", "mira@example.org");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("#feld-klientEinverstanden-fehler")).ToContainTextAsync("Ohne Einverständnis wird nicht erinnert.");
        await page.CheckAsync("#feld-klientEinverstanden");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("section[aria-labelledby=termine]")).ToContainTextAsync("Erinnerung per E-Mail an mira@example.org, gewünscht seit 15.03.2027.");

        await page.ClickAsync("text=Keine Erinnerung mehr");
        await page.ClickAsync("form.fw-formular .kern-btn--primary");
        await Assertions.Expect(page.Locator("section[aria-labelledby=termine]")).ToContainTextAsync("Keine Erinnerung per E-Mail gewünscht.");
    }

    private Task AgreeAsync(Guid fall, DateOnly am, TimeOnly um, string id = "t1") => Wirt.Jobcenter.RecordAsync(
        fall, new TerminVereinbart(id, am, um, 45, Kontaktform.Buero, Terminzweck.Gespraech, "Zimmer 204"), new(2027, 3, 8));
}
