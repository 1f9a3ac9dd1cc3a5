using FallWorkflow.Domain.Kalender;
using static FallWorkflow.Domain.Tests.Kalender.Rechnung;

namespace FallWorkflow.Domain.Tests.Kalender;

/// <summary>Europe/Berlin: the gap on Sunday 2027-03-28 (02:00 to 03:00), the overlap on Sunday 2027-10-31 (03:00 back to 02:00).</summary>
public class WhenClocksChange
{
    [Theory]
    [InlineData("2027-03-28", "01:59", "2027-03-28T00:59Z")]
    [InlineData("2027-03-28", "02:00", "2027-03-28T01:00Z")]
    [InlineData("2027-03-28", "02:30", "2027-03-28T01:30Z")]
    [InlineData("2027-03-28", "02:59", "2027-03-28T01:59Z")]
    [InlineData("2027-03-28", "03:00", "2027-03-28T01:00Z")]
    [InlineData("2027-10-31", "01:59", "2027-10-30T23:59Z")]
    [InlineData("2027-10-31", "02:00", "2027-10-31T00:00Z")]
    [InlineData("2027-10-31", "02:30", "2027-10-31T00:30Z")]
    [InlineData("2027-10-31", "02:59", "2027-10-31T00:59Z")]
    [InlineData("2027-10-31", "03:00", "2027-10-31T02:00Z")]
    [InlineData("2027-01-15", "08:00", "2027-01-15T07:00Z")]
    [InlineData("2027-07-15", "08:00", "2027-07-15T06:00Z")]
    public void A_local_time_is_one_instant_in_UTC(string tag, string zeit, string instant)
    {
        var at = Ortszeit.At(Tag(tag), TimeOnly.ParseExact(zeit, "HH:mm", null));

        at.ShouldBe(Utc(instant));
        at.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Where_the_calendar_ends_is_the_first_or_last_instant()
    {
        Ortszeit.StartOfDay(DateOnly.MinValue).ShouldBe(DateTimeOffset.MinValue);
        Ortszeit.EndOfDay(DateOnly.MaxValue).ShouldBe(DateTimeOffset.MaxValue);
    }

    [Fact]
    public void A_skipped_time_reads_as_moved_forward_by_the_gap()
        => Ortszeit.TimeOf(Ortszeit.At(Tag("2027-03-28"), new(2, 30))).ShouldBe(new TimeOnly(3, 30));

    [Theory]
    [InlineData("2027-03-28", 23)]
    [InlineData("2027-10-31", 25)]
    [InlineData("2027-06-15", 24)]
    [InlineData("2027-12-31", 24)]
    public void A_day_has_as_many_hours_as_it_has(string tag, int stunden)
        => (Ortszeit.EndOfDay(Tag(tag)) - Ortszeit.StartOfDay(Tag(tag))).ShouldBe(TimeSpan.FromHours(stunden));

    [Theory]
    [InlineData("2027-03-27T22:59Z", "2027-03-27", "23:59")]
    [InlineData("2027-03-27T23:00Z", "2027-03-28", "00:00")]
    [InlineData("2027-03-28T21:59Z", "2027-03-28", "23:59")]
    [InlineData("2027-03-28T22:00Z", "2027-03-29", "00:00")]
    [InlineData("2027-10-31T00:30Z", "2027-10-31", "02:30")]
    [InlineData("2027-10-31T01:30Z", "2027-10-31", "02:30")]
    [InlineData("2027-12-31T23:00Z", "2028-01-01", "00:00")]
    public void An_instant_falls_on_one_local_day_and_time(string instant, string tag, string zeit)
    {
        Ortszeit.DateOf(Utc(instant)).ShouldBe(Tag(tag));
        Ortszeit.TimeOf(Utc(instant)).ShouldBe(TimeOnly.ParseExact(zeit, "HH:mm", null));
    }

    [Fact]
    public void An_instant_with_another_offset_falls_on_the_same_day()
        => Ortszeit.DateOf(new DateTimeOffset(2027, 3, 28, 8, 0, 0, TimeSpan.FromHours(9))).ShouldBe(Tag("2027-03-28"));
}
