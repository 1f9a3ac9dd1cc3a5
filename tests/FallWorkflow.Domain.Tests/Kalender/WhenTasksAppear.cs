using FallWorkflow.Domain.Kalender;
using static FallWorkflow.Domain.Tests.Kalender.Rechnung;

namespace FallWorkflow.Domain.Tests.Kalender;

public class WhenTasksAppear
{
    private static readonly Arbeitskalender Bayern = Arbeitskalender.For(Land.BY);

    [Theory]
    [InlineData("2027-03-25", "2027-03-30T06:00Z")]
    [InlineData("2027-03-30", "2027-03-31T06:00Z")]
    [InlineData("2027-12-23", "2027-12-24T07:00Z")]
    [InlineData("2027-12-24", "2027-12-27T07:00Z")]
    [InlineData("2027-10-29", "2027-11-02T07:00Z")]
    public void After_the_end_it_is_08_00_of_the_next_Werktag(string letzterTag, string instant)
        => AufgabenTermin.TaskAfterEnd(Tag(letzterTag), Bayern).ShouldBe(Utc(instant));

    [Fact]
    public void A_task_of_a_day_appears_at_08_00_in_summer_and_winter()
    {
        AufgabenTermin.TaskOn(Tag("2027-03-26")).ShouldBe(Utc("2027-03-26T07:00Z"));
        AufgabenTermin.TaskOn(Tag("2027-03-29")).ShouldBe(Utc("2027-03-29T06:00Z"));
    }

    [Fact]
    public void The_office_may_begin_at_another_time()
    {
        AufgabenTermin.TaskOn(Tag("2027-03-29"), new TimeOnly(7, 15)).ShouldBe(Utc("2027-03-29T05:15Z"));
        AufgabenTermin.TaskAfterEnd(Tag("2027-03-25"), Bayern, new TimeOnly(7, 15)).ShouldBe(Utc("2027-03-30T05:15Z"));
    }

    [Theory]
    [InlineData("2027-01-29", "2027-01-29T23:00Z")]
    [InlineData("2027-07-29", "2027-07-29T22:00Z")]
    [InlineData("2027-03-28", "2027-03-28T22:00Z")]
    [InlineData("2028-02-29", "2028-02-29T23:00Z")]
    public void Overdue_begins_at_24_00_of_the_last_day(string letzterTag, string instant)
        => AufgabenTermin.OverdueFrom(Tag(letzterTag)).ShouldBe(Utc(instant));
}
