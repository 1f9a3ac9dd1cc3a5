using FallWorkflow.Domain.Kalender;
using static FallWorkflow.Domain.Tests.Kalender.Rechnung;

namespace FallWorkflow.Domain.Tests.Kalender;

/// <summary>Every date of the six case stories that follows from an event by computing alone.</summary>
public class TheCalendarsOfTheSixStories
{
    private static readonly Ruhezeit Krankenhaus = Pause("2027-11-22", "2027-12-10");

    [Theory]
    [InlineData("Übergabe beantworten", "2027-01-11", "5 Werktage", "2027-01-18")]
    [InlineData("Dauer", "2027-01-18", "24 Monate", "2029-01-18")]
    [InlineData("Kontakt", "2027-01-18", "4 Wochen", "2027-02-15")]
    [InlineData("Kontakt überfällig", "2027-01-18", "6 Wochen", "2027-03-01")]
    [InlineData("Kontakt", "2027-02-15", "4 Wochen", "2027-03-15")]
    [InlineData("Kontakt überfällig", "2027-02-15", "6 Wochen", "2027-03-30")]
    [InlineData("Überprüfung", "2027-03-15", "6 Monate", "2027-09-15")]
    [InlineData("Kontakt", "2027-03-15", "4 Wochen", "2027-04-12")]
    [InlineData("Kontakt überfällig", "2027-03-15", "6 Wochen", "2027-04-26")]
    [InlineData("Träger antwortet", "2027-03-16", "10 Werktage", "2027-04-01")]
    [InlineData("Überprüfung", "2027-09-15", "6 Monate", "2028-03-15")]
    public void S1_in_Bayern(string was, string anker, string frist, string letzterTag) => Check(Land.BY, was, anker, frist, letzterTag);

    [Fact]
    public void S1_warnings_and_the_task_about_the_silent_partner()
    {
        Compute(Land.BY, "2027-01-18", "24 Monate", "3 Monate").Vorher.ShouldBe(Tag("2028-10-18"));
        Compute(Land.BY, "2027-03-15", "6 Monate", "14 Tage").Vorher.ShouldBe(Tag("2027-09-01"));
        AufgabenTermin.TaskAfterEnd(Tag("2027-04-01"), Arbeitskalender.For(Land.BY)).ShouldBe(Utc("2027-04-02T06:00Z"));
    }

    [Theory]
    [InlineData("Kontakt", "2027-01-27", "4 Wochen", "2027-02-24")]
    [InlineData("Kontakt überfällig", "2027-01-27", "6 Wochen", "2027-03-10")]
    [InlineData("Kontakt", "2027-03-09", "4 Wochen", "2027-04-06")]
    [InlineData("Kontakt überfällig", "2027-03-09", "6 Wochen", "2027-04-20")]
    public void S2_in_Berlin(string was, string anker, string frist, string letzterTag) => Check(Land.BE, was, anker, frist, letzterTag);

    [Theory]
    [InlineData("Übergabe beantworten", "2027-06-07", "5 Werktage", "2027-06-14")]
    [InlineData("Rückgabe bestätigen", "2027-06-10", "5 Werktage", "2027-06-17")]
    public void S3_in_Hessen(string was, string anker, string frist, string letzterTag) => Check(Land.HE, was, anker, frist, letzterTag);

    [Fact]
    public void S3_an_unconfirmed_return_goes_to_the_team_lead_next_morning()
        => AufgabenTermin.TaskAfterEnd(Tag("2027-06-17"), Arbeitskalender.For(Land.HE)).ShouldBe(Utc("2027-06-18T06:00Z"));

    [Theory]
    [InlineData("Kontakt", "2027-09-20", "4 Wochen", "2027-10-18")]
    [InlineData("Kontakt überfällig", "2027-09-20", "6 Wochen", "2027-11-01")]
    [InlineData("Kontakt", "2027-10-06", "4 Wochen", "2027-11-03")]
    [InlineData("Kontakt überfällig", "2027-10-06", "6 Wochen", "2027-11-18")]
    [InlineData("Kontakt alle 2 Wochen", "2027-11-03", "2 Wochen", "2027-11-18")]
    [InlineData("Kontakt alle 2 Wochen", "2027-11-18", "2 Wochen", "2027-12-02")]
    [InlineData("Kontakt überfällig", "2027-11-18", "4 Wochen", "2027-12-16")]
    [InlineData("Überprüfung", "2027-11-18", "6 Monate", "2028-05-18")]
    [InlineData("Dauer", "2027-09-20", "24 Monate", "2029-09-20")]
    public void S4_in_Sachsen(string was, string anker, string frist, string letzterTag) => Check(Land.SN, was, anker, frist, letzterTag);

    [Fact]
    public void S4_the_pause_moves_every_date_by_19_days()
    {
        Compute(Land.SN, "2027-11-18", "2 Wochen", null, Krankenhaus).ShouldBe(new FristErgebnis(Tag("2027-12-21"), Tag("2027-12-21"), null, 19));
        Compute(Land.SN, "2027-11-18", "6 Monate", "14 Tage", Krankenhaus)
            .ShouldBe(new FristErgebnis(Tag("2028-06-06"), Tag("2028-06-06"), Tag("2028-05-23"), 19));
        Compute(Land.SN, "2027-09-20", "24 Monate", "3 Monate", Krankenhaus)
            .ShouldBe(new FristErgebnis(Tag("2029-10-09"), Tag("2029-10-09"), Tag("2029-07-09"), 19));
    }

    [Fact]
    public void S5_in_Nordrhein_Westfalen_duration_and_its_extension()
    {
        Compute(Land.NW, "2027-05-10", "24 Monate", "3 Monate")
            .ShouldBe(new FristErgebnis(Tag("2029-05-10"), Tag("2029-05-11"), Tag("2029-02-09"), 0));
        Compute(Land.NW, "2027-05-10", "30 Monate", "3 Monate")
            .ShouldBe(new FristErgebnis(Tag("2029-11-10"), Tag("2029-11-12"), Tag("2029-08-10"), 0));
        Arbeitskalender.For(Land.NW).FeiertagName(Tag("2029-05-10")).ShouldBe("Christi Himmelfahrt");
        Arbeitskalender.For(Land.NW).FeiertagName(Tag("2030-04-22")).ShouldBe("Ostermontag");
    }

    [Theory]
    [InlineData("Nachbetreuung", "2029-11-05", "6 Monate", "2030-05-06")]
    [InlineData("1. Kontakt", "2029-11-05", "8 Wochen", "2029-12-31")]
    [InlineData("2. Kontakt", "2029-11-05", "16 Wochen", "2030-02-25")]
    [InlineData("3. Kontakt", "2029-11-05", "24 Wochen", "2030-04-23")]
    [InlineData("4. Kontakt fiele hinter das Ende", "2029-11-05", "32 Wochen", "2030-06-17")]
    [InlineData("Kontakt", "2030-03-04", "4 Wochen", "2030-04-01")]
    [InlineData("Kontakt überfällig", "2030-03-04", "6 Wochen", "2030-04-15")]
    [InlineData("Dauer", "2030-03-04", "24 Monate", "2032-03-04")]
    public void S5_aftercare_and_resumption(string was, string anker, string frist, string letzterTag) => Check(Land.NW, was, anker, frist, letzterTag);

    [Fact]
    public void S6_in_Thueringen()
    {
        var thueringen = Arbeitskalender.For(Land.TH);

        thueringen.IsWerktag(Tag("2027-03-21")).ShouldBeFalse();
        thueringen.IsWerktag(Tag("2027-03-22")).ShouldBeTrue();
        Check(Land.TH, "Träger antwortet", "2027-08-30", "10 Werktage", "2027-09-13");
        thueringen.FeiertagName(Tag("2027-09-20")).ShouldBe("Weltkindertag");
    }

    private static void Check(Land land, string was, string anker, string frist, string letzterTag)
        => Compute(land, anker, frist).LetzterTag.ShouldBe(Tag(letzterTag), was);
}
