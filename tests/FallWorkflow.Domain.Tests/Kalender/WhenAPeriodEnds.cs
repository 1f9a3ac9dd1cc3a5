using FallWorkflow.Domain.Kalender;
using static FallWorkflow.Domain.Tests.Kalender.Rechnung;

namespace FallWorkflow.Domain.Tests.Kalender;

/// <summary>§ 26 SGB X with §§ 187, 188 BGB: the worked examples, and the cases around them.</summary>
public class WhenAPeriodEnds
{
    [Theory]
    [InlineData("2027-02-15", Land.BY, "4 Wochen", "2027-03-15", "2027-03-15")]
    [InlineData("2027-02-15", Land.BY, "6 Wochen", "2027-03-29", "2027-03-30")]
    [InlineData("2027-04-15", Land.BY, "6 Wochen", "2027-05-27", "2027-05-28")]
    [InlineData("2027-04-15", Land.BE, "6 Wochen", "2027-05-27", "2027-05-27")]
    [InlineData("2026-10-07", Land.SN, "6 Wochen", "2026-11-18", "2026-11-19")]
    [InlineData("2027-08-31", Land.NW, "6 Monate", "2028-02-29", "2028-02-29")]
    [InlineData("2026-08-31", Land.NW, "6 Monate", "2027-02-28", "2027-03-01")]
    [InlineData("2028-02-29", Land.RP, "24 Monate", "2030-02-28", "2030-02-28")]
    [InlineData("2026-09-08", Land.BE, "6 Monate", "2027-03-08", "2027-03-09")]
    public void It_ends_as_in_the_worked_examples(string anker, Land land, string frist, string kalenderEnde, string letzterTag)
    {
        var ergebnis = Compute(land, anker, frist);

        ergebnis.ShouldBe(new FristErgebnis(Tag(kalenderEnde), Tag(letzterTag), null, 0));
    }

    [Theory]
    [InlineData("2027-01-31", "1 Monat", "2027-02-28")]
    [InlineData("2028-01-31", "1 Monat", "2028-02-29")]
    [InlineData("2027-01-30", "1 Monat", "2027-02-28")]
    [InlineData("2027-03-31", "1 Monat", "2027-04-30")]
    [InlineData("2027-02-28", "1 Monat", "2027-03-28")]
    [InlineData("2027-02-28", "6 Monate", "2027-08-28")]
    [InlineData("2027-08-31", "12 Monate", "2028-08-31")]
    [InlineData("2028-02-29", "12 Monate", "2029-02-28")]
    [InlineData("2028-02-29", "48 Monate", "2032-02-29")]
    [InlineData("2027-12-31", "2 Monate", "2028-02-29")]
    [InlineData("2028-02-28", "1 Tag", "2028-02-29")]
    [InlineData("2027-02-28", "1 Tag", "2027-03-01")]
    [InlineData("2027-12-27", "1 Woche", "2028-01-03")]
    public void Days_that_a_month_lacks_become_its_last_and_others_keep_their_number(string anker, string frist, string kalenderEnde)
        => Compute(Land.HH, anker, frist).KalenderEnde.ShouldBe(Tag(kalenderEnde));

    [Fact]
    public void Months_count_from_the_anchor_and_are_never_chained()
    {
        var halb = Compute(Land.NW, "2026-08-31", "6 Monate").KalenderEnde;

        Compute(Land.NW, halb.Iso(), "6 Monate").KalenderEnde.ShouldBe(Tag("2027-08-28"));
        Compute(Land.NW, "2026-08-31", "12 Monate").KalenderEnde.ShouldBe(Tag("2027-08-31"));
    }

    [Theory]
    [InlineData(Land.BY, "2027-01-11", "5 Werktage", "2027-01-18")]
    [InlineData(Land.BY, "2027-03-16", "10 Werktage", "2027-04-01")]
    [InlineData(Land.BY, "2026-12-30", "5 Werktage", "2027-01-08")]
    [InlineData(Land.BE, "2026-12-30", "5 Werktage", "2027-01-07")]
    [InlineData(Land.BE, "2027-01-09", "1 Werktag", "2027-01-11")]
    public void Werktage_skip_weekends_and_Feiertage_of_the_Land(Land land, string anker, string frist, string letzterTag)
        => Compute(land, anker, frist).LetzterTag.ShouldBe(Tag(letzterTag));

    [Fact]
    public void An_end_before_a_run_of_Feiertage_moves_over_all_of_them()
        // Karfreitag to Ostermontag, four days at once.
        => Compute(Land.BB, "2027-03-19", "1 Woche").LetzterTag.ShouldBe(Tag("2027-03-30"));

    [Fact]
    public void A_local_Feiertag_of_the_office_moves_it()
    {
        var augsburg = Arbeitskalender.For(Land.BY, [new("Augsburger Friedensfest", "08.08.")]);
        var frist = Frist.Parse("4 Wochen");

        FristRechner.Compute(Tag("2028-07-11"), frist, augsburg, []).LetzterTag.ShouldBe(Tag("2028-08-09"));
        FristRechner.Compute(Tag("2028-07-11"), frist, Arbeitskalender.For(Land.BY), []).LetzterTag.ShouldBe(Tag("2028-08-08"));
    }

    [Fact]
    public void A_default_period_is_refused()
        => Should.Throw<ArgumentOutOfRangeException>(() => FristRechner.Compute(Tag("2027-01-04"), default, Arbeitskalender.For(Land.BY), []));
}
