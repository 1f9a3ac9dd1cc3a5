using System.Globalization;

namespace FallWorkflow.Engine.Timers;

/// <summary>
/// A cron expression with six fields: second, minute, hour, day of month, month, day of week (0 or 7 is Sunday), in UTC as in
/// Elsa. Lists, ranges (also over the end: <c>22-2</c>), steps, names, <c>?</c>, <c>L</c>, <c>L-3</c>, <c>LW</c>, <c>15W</c>,
/// <c>5L</c>, <c>5#2</c> and the usual macros. If both day fields are limited, a day must satisfy both.
/// </summary>
public sealed class CronSchedule
{
    /// <summary>An expression that has no occurrence within so many years has none.</summary>
    private const int HorizonYears = 100;

    private readonly ulong _seconds;
    private readonly ulong _minutes;
    private readonly ulong _hours;
    private readonly ulong _months;
    private readonly CronDays _days;

    private CronSchedule(string text)
    {
        var fields = Macro(text.Trim()).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 6)
            throw new FormatException($"A cron expression has six fields (second minute hour day month weekday); '{text}' has {fields.Length}.");
        _seconds = CronField.Parse(fields[0], "seconds", 0, 59);
        _minutes = CronField.Parse(fields[1], "minutes", 0, 59);
        _hours = CronField.Parse(fields[2], "hours", 0, 23);
        _days = new CronDays(fields[3], fields[5]);
        _months = CronField.Parse(fields[4], "months", 1, 12, CronField.Months);
        Text = text;
    }

    public string Text { get; }

    /// <exception cref="FormatException">The text is no cron expression; the message says which field is wrong.</exception>
    public static CronSchedule Parse(string text) => new(text);

    public static bool TryParse(string text, out CronSchedule? schedule)
    {
        try
        {
            schedule = new CronSchedule(text);
            return true;
        }
        catch (FormatException)
        {
            schedule = null;
            return false;
        }
    }

    /// <summary>The first occurrence later than <paramref name="instant"/>; null if there is none in the next hundred years.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        var from = new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddSeconds(1);
        var time = TimeOnly.FromDateTime(from);
        var last = from.Year + HorizonYears;
        for (var day = DateOnly.FromDateTime(from); day.Year <= last; time = TimeOnly.MinValue)
        {
            if (!Has(_months, day.Month))
            {
                day = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
                continue;
            }

            if (_days.Contains(day) && TimeFrom(time) is { } found)
                return new DateTimeOffset(day.ToDateTime(found), TimeSpan.Zero);
            day = day.AddDays(1);
        }

        return null;
    }

    private TimeOnly? TimeFrom(TimeOnly earliest)
    {
        for (var hour = Next(_hours, earliest.Hour); hour >= 0; hour = Next(_hours, hour + 1))
        {
            var firstMinute = hour == earliest.Hour ? earliest.Minute : 0;
            for (var minute = Next(_minutes, firstMinute); minute >= 0; minute = Next(_minutes, minute + 1))
            {
                var firstSecond = hour == earliest.Hour && minute == earliest.Minute ? earliest.Second : 0;
                var second = Next(_seconds, firstSecond);
                if (second >= 0)
                    return new TimeOnly(hour, minute, second);
            }
        }

        return null;
    }

    private static int Next(ulong values, int from)
    {
        if (from > 63 || values >> from == 0)
            return -1;
        return from + System.Numerics.BitOperations.TrailingZeroCount(values >> from);
    }

    private static bool Has(ulong values, int value) => (values >> value & 1) != 0;

    private static string Macro(string text) => text.ToUpperInvariant() switch
    {
        "@EVERY_SECOND" => "* * * * * *",
        "@EVERY_MINUTE" => "0 * * * * *",
        "@HOURLY" => "0 0 * * * *",
        "@DAILY" or "@MIDNIGHT" => "0 0 0 * * *",
        "@WEEKLY" => "0 0 0 * * 0",
        "@MONTHLY" => "0 0 0 1 * *",
        "@YEARLY" or "@ANNUALLY" => "0 0 0 1 1 *",
        _ => text,
    };

    public override string ToString() => Text;
}
