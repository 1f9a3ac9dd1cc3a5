using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Tests;

public class WhenCronIsRead
{
    [Theory]
    [InlineData("0 0 3 1 1 *", "2026-03-02T08:00:00Z", "2027-01-01T03:00:00Z")]
    [InlineData("* * * * * *", "2026-03-02T08:00:00.5Z", "2026-03-02T08:00:01Z")]
    [InlineData("*/20 * * * * *", "2026-03-02T08:00:40Z", "2026-03-02T08:01:00Z")]
    [InlineData("5/20 * * * * *", "2026-03-02T08:00:05Z", "2026-03-02T08:00:25Z")]
    [InlineData("0 30 6 * * MON-FRI", "2026-03-06T06:30:00Z", "2026-03-09T06:30:00Z")]
    [InlineData("0 0 22-2 * * *", "2026-03-02T22:30:00Z", "2026-03-02T23:00:00Z")]
    [InlineData("0 0 22-2 * * *", "2026-03-03T02:00:00Z", "2026-03-03T22:00:00Z")]
    [InlineData("0 0 0 ? * 7", "2026-03-02T00:00:00Z", "2026-03-08T00:00:00Z")]
    [InlineData("0 0 0 ? * 6-7", "2026-03-08T00:00:00Z", "2026-03-14T00:00:00Z")]
    [InlineData("0 0 12 L * ?", "2028-02-01T00:00:00Z", "2028-02-29T12:00:00Z")]
    [InlineData("0 0 12 L-3 * ?", "2026-03-02T08:00:00Z", "2026-03-28T12:00:00Z")]
    [InlineData("0 0 12 15W * ?", "2026-03-02T08:00:00Z", "2026-03-16T12:00:00Z")]
    [InlineData("0 0 12 1W * ?", "2026-07-31T12:00:00Z", "2026-08-03T12:00:00Z")]
    [InlineData("0 0 12 LW * ?", "2026-05-01T00:00:00Z", "2026-05-29T12:00:00Z")]
    [InlineData("0 0 12 ? * 5L", "2026-03-02T08:00:00Z", "2026-03-27T12:00:00Z")]
    [InlineData("0 0 12 ? * MON#2", "2026-03-02T08:00:00Z", "2026-03-09T12:00:00Z")]
    [InlineData("0 0 0 13 * FRI", "2026-03-14T00:00:00Z", "2026-11-13T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-03-02T08:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 0 1 JAN,jul *", "2026-03-02T08:00:00Z", "2026-07-01T00:00:00Z")]
    [InlineData("@daily", "2026-03-02T08:00:00Z", "2026-03-03T00:00:00Z")]
    [InlineData("  0   0 3\t1 1 * ", "2026-03-02T08:00:00Z", "2027-01-01T03:00:00Z")]
    public void Then_the_next_occurrence_is(string expression, string after, string expected) =>
        CronSchedule.Parse(expression).NextAfter(DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0 3 1 1 *")]
    [InlineData("0 0 3 1 1 * 2026")]
    [InlineData("")]
    [InlineData("60 * * * * *")]
    [InlineData("* * 24 * * *")]
    [InlineData("0 0 0 0 * *")]
    [InlineData("0 0 0 * 13 *")]
    [InlineData("0 0 0 * * 8")]
    [InlineData("0 0 0 * * FOO")]
    [InlineData("*/0 * * * * *")]
    [InlineData("1-2-3 * * * * *")]
    [InlineData("? * * * * *")]
    [InlineData("0 0 0 L5 * *")]
    [InlineData("0 0 0 ? * MON#6")]
    [InlineData("-1 * * * * *")]
    public void Then_what_is_no_expression_is_refused(string expression) =>
        Should.Throw<FormatException>(() => CronSchedule.Parse(expression)).Message.ShouldNotBeEmpty();

    [Fact]
    public void Then_a_day_that_never_comes_has_no_next() =>
        CronSchedule.Parse("0 0 0 31 2 *").NextAfter(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)).ShouldBeNull();
}
