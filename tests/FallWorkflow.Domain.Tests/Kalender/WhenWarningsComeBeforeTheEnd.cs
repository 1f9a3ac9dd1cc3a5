using FallWorkflow.Domain.Kalender;
using static FallWorkflow.Domain.Tests.Kalender.Rechnung;

namespace FallWorkflow.Domain.Tests.Kalender;

/// <summary>A warning counts back from the calendar end, not from the shifted day, and moves back to a Werktag (R42, R54).</summary>
public class WhenWarningsComeBeforeTheEnd
{
    [Fact]
    public void A_Saturday_moves_back_and_not_forward()
        => Compute(Land.NW, "2027-05-10", "24 Monate", "3 Monate").Vorher.ShouldBe(Tag("2029-02-09"));

    [Fact]
    public void It_counts_from_the_calendar_end_even_when_that_is_shifted()
    {
        // Calendar end Sunday 2027-02-28, shifted to Monday: 14 days before Sunday is Sunday 14 February, so Friday the 12th.
        var ergebnis = Compute(Land.NW, "2026-08-31", "6 Monate", "14 Tage");

        ergebnis.ShouldBe(new FristErgebnis(Tag("2027-02-28"), Tag("2027-03-01"), Tag("2027-02-12"), 0));
    }

    [Fact]
    public void Months_back_take_the_last_day_where_the_number_is_missing()
        // 30 May minus 3 months: 29 February 2028.
        => Compute(Land.HE, "2027-11-30", "6 Monate", "3 Monate").Vorher.ShouldBe(Tag("2028-02-29"));

    [Fact]
    public void Months_back_from_the_31st_end_on_the_last_of_February()
        => Compute(Land.HE, "2026-05-31", "24 Monate", "3 Monate").ShouldBe(
            new FristErgebnis(Tag("2028-05-31"), Tag("2028-05-31"), Tag("2028-02-29"), 0));

    [Fact]
    public void Werktage_back_skip_Feiertage()
        // Before Tuesday 30 March 2027: Thursday 25 is the first Werktag, Wednesday 24 the second.
        => Compute(Land.BY, "2027-03-16", "14 Tage", "2 Werktage").Vorher.ShouldBe(Tag("2027-03-24"));

    [Fact]
    public void A_pause_moves_the_warning_together_with_the_end()
    {
        var ergebnis = Compute(Land.SN, "2027-11-18", "6 Monate", "14 Tage", Pause("2027-11-22", "2027-12-10"));

        ergebnis.ShouldBe(new FristErgebnis(Tag("2028-06-06"), Tag("2028-06-06"), Tag("2028-05-23"), 19));
    }
}
