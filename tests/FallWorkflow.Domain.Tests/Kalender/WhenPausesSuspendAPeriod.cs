using System.Text.Json;
using FallWorkflow.Domain.Kalender;
using static FallWorkflow.Domain.Tests.Kalender.Rechnung;

namespace FallWorkflow.Domain.Tests.Kalender;

/// <summary>Anchor Monday 2027-06-07, four weeks, calendar end Monday 2027-07-05 in Hamburg, which has no Feiertag in these months.</summary>
public class WhenPausesSuspendAPeriod
{
    [Theory]
    [InlineData("2027-06-14", "2027-06-14", 1, "2027-07-06")]
    [InlineData("2027-06-14", "2027-06-20", 7, "2027-07-12")]
    [InlineData("2027-06-01", "2027-06-07", 0, "2027-07-05")]
    [InlineData("2027-06-01", "2027-06-08", 1, "2027-07-06")]
    [InlineData("2027-07-05", "2027-07-05", 1, "2027-07-06")]
    [InlineData("2027-07-06", "2027-07-20", 0, "2027-07-05")]
    [InlineData("2027-07-05", "2027-07-14", 10, "2027-07-15")]
    [InlineData("2027-06-28", "2027-08-27", 61, "2027-09-04")]
    public void Each_of_its_days_after_the_anchor_moves_the_end(string von, string bis, int pausentage, string kalenderEnde)
    {
        var ergebnis = Compute(Land.HH, "2027-06-07", "4 Wochen", null, Pause(von, bis));

        ergebnis.Pausentage.ShouldBe(pausentage);
        ergebnis.KalenderEnde.ShouldBe(Tag(kalenderEnde));
    }

    [Fact]
    public void A_day_in_two_pauses_counts_once()
        => Compute(Land.HH, "2027-06-07", "4 Wochen", null, Pause("2027-06-16", "2027-06-20"), Pause("2027-06-14", "2027-06-18"), Pause("2027-06-15", "2027-06-15"))
            .Pausentage.ShouldBe(7);

    [Fact]
    public void A_pause_into_which_the_moved_end_falls_moves_it_again()
    {
        // The first moves the end to 12 July; the second begins on the 8th and moves it by five more, to the 17th.
        var ergebnis = Compute(Land.HH, "2027-06-07", "4 Wochen", null, Pause("2027-07-08", "2027-07-12"), Pause("2027-06-14", "2027-06-20"));

        ergebnis.ShouldBe(new FristErgebnis(Tag("2027-07-17"), Tag("2027-07-19"), null, 12));
    }

    [Fact]
    public void The_end_is_shifted_once_after_the_pause_days_were_added()
        // 5 July + 5 days is Saturday the 10th, shifted to Monday.
        => Compute(Land.HH, "2027-06-07", "4 Wochen", null, Pause("2027-06-14", "2027-06-18"))
            .ShouldBe(new FristErgebnis(Tag("2027-07-10"), Tag("2027-07-12"), null, 5));

    [Fact]
    public void An_end_on_a_Feiertag_is_not_shifted_before_the_pause_days_are_added()
        // 6 weeks from 2027-02-15 end on Ostermontag 29 March; two pause days make it Wednesday 31 March, not Thursday 1 April.
        => Compute(Land.BY, "2027-02-15", "6 Wochen", null, Pause("2027-02-22", "2027-02-23"))
            .ShouldBe(new FristErgebnis(Tag("2027-03-31"), Tag("2027-03-31"), null, 2));

    [Fact]
    public void A_pause_that_begins_after_the_calendar_end_comes_too_late()
        // Calendar end Sunday 2027-02-28; the pause begins on the Monday to which the end is shifted.
        => Compute(Land.NW, "2026-08-31", "6 Monate", null, Pause("2027-03-01", "2027-03-10"))
            .ShouldBe(new FristErgebnis(Tag("2027-02-28"), Tag("2027-03-01"), null, 0));

    [Fact]
    public void Werktage_move_by_calendar_days_of_the_pause()
        // Five Werktage from Monday 7 June end on Monday 14 June; the pause's three days make it Thursday 17 June.
        => Compute(Land.HE, "2027-06-07", "5 Werktage", null, Pause("2027-06-09", "2027-06-11"))
            .ShouldBe(new FristErgebnis(Tag("2027-06-17"), Tag("2027-06-17"), null, 3));

    [Fact]
    public void A_pause_without_a_real_end_is_refused_instead_of_moving_the_period_beyond_all_years()
        => Should.Throw<ArgumentOutOfRangeException>(
            () => Compute(Land.HE, "2027-06-07", "4 Wochen", null, new Ruhezeit(Tag("2027-06-14"), DateOnly.MaxValue)));

    [Fact]
    public void A_pause_cannot_end_before_it_begins()
        => Should.Throw<ArgumentException>(() => Pause("2027-06-14", "2027-06-13"))
            .Message.ShouldStartWith("Die Pause endet am 13.06.2027 und damit vor ihrem Beginn am 14.06.2027.");

    [Fact]
    public void Both_ends_of_a_pause_count()
    {
        var pause = Pause("2027-11-22", "2027-12-10");

        pause.Tage.ShouldBe(19);
        pause.Contains(Tag("2027-11-22")).ShouldBeTrue();
        pause.Contains(Tag("2027-12-10")).ShouldBeTrue();
        pause.Contains(Tag("2027-11-21")).ShouldBeFalse();
        pause.Contains(Tag("2027-12-11")).ShouldBeFalse();
    }

    [Fact]
    public void A_pause_survives_JSON()
        => JsonSerializer.Deserialize<Ruhezeit>(JsonSerializer.Serialize(Pause("2027-11-22", "2027-12-10"))).ShouldBe(Pause("2027-11-22", "2027-12-10"));
}
