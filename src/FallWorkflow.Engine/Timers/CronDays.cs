namespace FallWorkflow.Engine.Timers;

/// <summary>The two day fields of a cron expression: which days of a month they mean.</summary>
internal sealed class CronDays
{
    private readonly ulong _days;
    private readonly ulong _weekdays;

    // L-3: days before the last one; -1 if the field is not about the last day.
    private readonly int _fromLast = -1;
    private readonly bool _nearestWorkday;
    private readonly int _lastWeekday = -1;
    private readonly int _nth;

    /// <exception cref="FormatException"/>
    public CronDays(string days, string weekdays)
    {
        days = days.ToUpperInvariant();
        if (days.EndsWith('W') && days.Length > 1)
        {
            _nearestWorkday = true;
            days = days[..^1];
        }

        if (days[0] == 'L')
        {
            _fromLast = days.Length == 1 ? 0
                : days[1] == '-' ? CronField.Number(days[2..], "days", 0, 30)
                : throw CronField.Wrong("days", days);
        }
        else
        {
            _days = _nearestWorkday
                ? 1UL << CronField.Number(days, "days", 1, 31)
                : CronField.Parse(days == "?" ? "*" : days, "days", 1, 31);
        }

        weekdays = weekdays.ToUpperInvariant();
        if (weekdays.Length > 1 && weekdays.EndsWith('L'))
        {
            _lastWeekday = Weekday(weekdays[..^1]);
            return;
        }

        var hash = weekdays.IndexOf('#', StringComparison.Ordinal);
        if (hash > 0)
        {
            _weekdays = 1UL << Weekday(weekdays[..hash]);
            _nth = CronField.Number(weekdays[(hash + 1)..], "weekdays", 1, 5);
            return;
        }

        // 5-7 means Friday to Sunday, and 7 is Sunday again.
        var parsed = weekdays is "?" or "*" ? 0x7FUL : CronField.Parse(weekdays, "weekdays", 0, weekdays.Contains('7', StringComparison.Ordinal) ? 7 : 6, CronField.Weekdays);
        _weekdays = (parsed | (parsed >> 7)) & 0x7F;
    }

    public bool Contains(DateOnly day) => IsDay(day) && IsWeekday(day);

    private bool IsDay(DateOnly day)
    {
        var last = DateTime.DaysInMonth(day.Year, day.Month);
        if (!_nearestWorkday)
            return _fromLast >= 0 ? day.Day == last - _fromLast : (_days >> day.Day & 1) != 0;
        var wanted = _fromLast >= 0 ? last - _fromLast : System.Numerics.BitOperations.TrailingZeroCount(_days);
        return wanted >= 1 && wanted <= last && day == Workday(new DateOnly(day.Year, day.Month, wanted), last);
    }

    // Saturday moves to Friday, Sunday to Monday, but never out of the month.
    private static DateOnly Workday(DateOnly day, int last) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(day.Day == 1 ? 2 : -1),
        DayOfWeek.Sunday => day.AddDays(day.Day == last ? -2 : 1),
        _ => day,
    };

    private bool IsWeekday(DateOnly day)
    {
        var weekday = (int)day.DayOfWeek;
        if (_lastWeekday >= 0)
            return weekday == _lastWeekday && day.Day + 7 > DateTime.DaysInMonth(day.Year, day.Month);
        return (_weekdays >> weekday & 1) != 0 && (_nth == 0 || (day.Day - 1) / 7 + 1 == _nth);
    }

    private static int Weekday(string text) => CronField.Number(text, "weekdays", 0, text == "7" ? 7 : 6, CronField.Weekdays) % 7;
}
