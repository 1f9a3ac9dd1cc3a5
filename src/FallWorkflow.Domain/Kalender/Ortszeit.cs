namespace FallWorkflow.Domain.Kalender;

/// <summary>
/// Between the legal dates of people (Europe/Berlin) and the instants that are stored. Every instant returned is UTC (offset 0);
/// where the calendar ends, it is the first or last there is.
/// </summary>
public static class Ortszeit
{
    /// <summary>When tasks appear unless the office says otherwise: 08:00.</summary>
    public static readonly TimeOnly Dienstbeginn = new(8, 0);

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>00:00 local time of the day.</summary>
    public static DateTimeOffset StartOfDay(DateOnly tag) => At(tag, TimeOnly.MinValue);

    /// <summary>24:00 local time of the day, which is 00:00 of the next: the first instant that no longer belongs to it.</summary>
    public static DateTimeOffset EndOfDay(DateOnly tag) => tag == DateOnly.MaxValue ? DateTimeOffset.MaxValue : StartOfDay(tag.AddDays(1));

    /// <summary>
    /// The instant of a local time of day. A time that the clock skips moves forward by the gap (02:30 becomes 03:30);
    /// a time that comes twice is its earlier occurrence.
    /// </summary>
    public static DateTimeOffset At(DateOnly tag, TimeOnly zeit)
    {
        var lokal = tag.ToDateTime(zeit, DateTimeKind.Unspecified);
        var offset = Berlin.IsInvalidTime(lokal) ? Berlin.GetUtcOffset(lokal.AddDays(-1))
            : Berlin.IsAmbiguousTime(lokal) ? Berlin.GetAmbiguousTimeOffsets(lokal).Max()
            : Berlin.GetUtcOffset(lokal);
        return lokal.Ticks < offset.Ticks ? DateTimeOffset.MinValue : new DateTimeOffset(lokal, offset).ToUniversalTime();
    }

    /// <summary>The local day on which an instant falls.</summary>
    public static DateOnly DateOf(DateTimeOffset instant)
        => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Berlin).DateTime);

    /// <summary>The local time of day at which an instant falls.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant)
        => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Berlin).DateTime);
}
