using FallWorkflow.Contracts;

namespace FallWorkflow.Scenarios.Tests;

public class WhenS1RunsStraightThrough
{
    private static Task<Kalenderblatt> Run(string bis) => Kalenderblatt.RunAsync("s1-schulden-und-sucht", bis);

    [Fact]
    public async Task Handover_is_to_be_answered_within_five_Werktage()
    {
        var blatt = await Run("2027-01-11");
        blatt.Tage("AufgabeErstellt", "Übergabe beantworten").ShouldBe("2027-01-11");
        blatt.Tage("AufgabeFaellig", "Übergabe beantworten").ShouldBe("2027-01-18");
        blatt.Offen().ShouldBe("Übergabe beantworten");
    }

    [Fact]
    public async Task Admission_starts_duration_and_contact_window()
    {
        var blatt = await Run("2027-01-18");
        blatt.Tage("FallAufgenommen", "").ShouldBe("2027-01-18");
        blatt.Naechste("KontaktfensterAbwarten").ShouldBe("2027-02-15 08:00");
        blatt.Naechste("WarnungAbwarten").ShouldBe("2028-10-18 08:00");
        blatt.Frist("Aufnahme", "Dauer.Grenze").ShouldBe("2029-01-18");
        blatt.Frist("LetzterKontakt", "Kontaktfenster.Ende").ShouldBe("2027-03-01");
    }

    [Fact]
    public async Task Each_contact_opens_the_next_window()
    {
        var blatt = await Run("2027-04-12");
        blatt.Tage("AufgabeErstellt", "Kontakt").ShouldBe("2027-02-15 2027-03-15 2027-04-12");
        blatt.Tage("AufgabeFaellig", "Kontakt").ShouldBe("2027-03-01 2027-03-30 2027-04-26");
        blatt.Tage("Erinnerung", "Kontakt").ShouldBe("2027-02-15 2027-03-15 2027-04-12");
        blatt.Tage("AufgabeUeberfaellig", "").ShouldBe("");
    }

    [Fact]
    public async Task Plan_is_reviewed_after_six_months_with_a_reminder_before()
    {
        var blatt = await Run("2028-03-15");
        blatt.Tage("Erinnerung", "Überprüfung").ShouldBe("2027-09-01 2028-03-01");
        blatt.Tage("AufgabeErstellt", "Überprüfung").ShouldBe("2027-09-15 2028-03-15");
        blatt.Tage("AufgabeFaellig", "Überprüfung").ShouldBe("2027-09-15 2028-03-15");
        blatt.Tage("AufgabeErledigt", "Überprüfung").ShouldBe("2027-09-15");
    }

    [Fact]
    public async Task Addiction_is_non_binding_by_default()
    {
        var blatt = await Run("2027-03-15");
        blatt.Simulation.Fall!.Planschritte.Select(s => $"{s.Thema} {s.IstVerbindlich}").ShouldBe(["Finanzen True", "Finanzen True", "Sucht False"]);
    }

    [Fact]
    public async Task Referral_leaves_with_exactly_the_released_fields()
    {
        var blatt = await Run("2027-03-16");
        var nachricht = blatt.Simulation.Db.Nachrichten.ShouldHaveSingleItem();
        nachricht.Art.ShouldBe(Nachrichtenarten.ZuweisungErteilt);
        var inhalt = Nachrichtenformat.Deserialize<ZuweisungErteilt>(System.Text.Encoding.UTF8.GetBytes(nachricht.Inhalt));
        inhalt.Felder.Keys.Order().ShouldBe(["Anliegen", "Name", "Telefon"]);
        inhalt.AntwortBis.ShouldBe(new DateOnly(2027, 4, 1));
        nachricht.Inhalt.ShouldNotContain("Sucht");
        blatt.Naechste("AntwortAbwarten").ShouldBe("2027-04-02 08:00");
    }

    [Fact]
    public async Task Silent_partner_becomes_a_task_that_closes_with_the_answer()
    {
        var blatt = await Run("2027-04-05");
        blatt.Tage("AufgabeErstellt", "Träger antwortet nicht").ShouldBe("2027-04-02");
        blatt.Offen().ShouldContain("Träger antwortet nicht");

        blatt = await Run("2027-04-06");
        blatt.Tage("AufgabeErledigt", "Träger antwortet nicht").ShouldBe("2027-04-06");
        blatt.Offen().ShouldNotContain("Träger");
    }

    [Fact]
    public async Task Result_of_the_service_stays_open_until_it_is_taken_up()
    {
        var blatt = await Run("2027-09-15");
        blatt.Tage("AufgabeErstellt", "Ergebnis").ShouldBe("2027-08-20");
        blatt.Offen().ShouldContain("Ergebnis der Leistung aufgreifen");
        blatt = await Run("2027-09-16");
        blatt.Offen().ShouldNotContain("Ergebnis");
        blatt.Stoerungen().ShouldBe("");
    }

    [Fact]
    public async Task Warning_before_the_duration_limit_reaches_both_sides()
    {
        var blatt = await Run("2028-10-18");
        blatt.Tage("Erinnerung", "Dauergrenze").ShouldBe("2028-10-18 2028-10-18");
        blatt.Tage("AufgabeErstellt", "Dauergrenze").ShouldBe("2028-10-18");
        blatt.Tage("AufgabeFaellig", "Dauergrenze").ShouldBe("2029-01-18");
    }
}
