using System.Globalization;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Timers;

/// <summary>
/// When a definition starts by itself: every interval (Timer), by a cron expression (Cron) or once (StartAt). The text form,
/// for example <c>every 00:05:00</c>, <c>cron 0 0 3 * * *</c>, <c>at 2026-03-01T08:00:00Z</c>, is what is stored.
/// </summary>
public sealed class TriggerSchedule
{
    private readonly TimeSpan? _interval;
    private readonly CronSchedule? _cron;
    private readonly DateTimeOffset? _at;

    private TriggerSchedule(string text, TimeSpan? interval = null, CronSchedule? cron = null, DateTimeOffset? at = null)
    {
        Text = text;
        _interval = interval;
        _cron = cron;
        _at = at;
    }

    public string Text { get; }

    /// <summary>A timer must not be faster than once a second: each occurrence is a transaction.</summary>
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    public static TriggerSchedule Every(TimeSpan interval) => interval < ShortestInterval
        ? throw new FormatException($"The interval {interval:c} is shorter than a second.")
        : new("every " + interval.ToString("c", CultureInfo.InvariantCulture), interval: interval);

    /// <exception cref="FormatException"/>
    public static TriggerSchedule Cron(string expression) => new("cron " + expression, cron: CronSchedule.Parse(expression));

    public static TriggerSchedule At(DateTimeOffset instant) =>
        new("at " + instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), at: instant.ToUniversalTime());

    /// <exception cref="FormatException">The text is none of the three forms.</exception>
    public static TriggerSchedule Parse(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        var rest = blank < 0 ? "" : text[(blank + 1)..];
        return (blank < 0 ? text : text[..blank]) switch
        {
            "every" when ValueConversion.TryTimeSpan(rest, out var interval) => Every(interval),
            "cron" => Cron(rest),
            "at" when DateTimeOffset.TryParse(rest, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) => At(instant),
            _ => throw new FormatException($"'{text}' is no schedule."),
        };
    }

    /// <summary>First occurrence of a trigger published at <paramref name="now"/>. An instant that has passed is due at once, as in Elsa.</summary>
    public DateTimeOffset? FirstAt(DateTimeOffset now) => _interval is { } interval ? now + interval : _cron is not null ? _cron.NextAfter(now) : _at;

    /// <summary>
    /// The occurrence after one that was due at <paramref name="due"/> and has fired at <paramref name="now"/>. Occurrences that
    /// were missed in between are not made up for; the grid stays: a timer keeps its phase. Null if there is no other.
    /// </summary>
    public DateTimeOffset? NextAfter(DateTimeOffset due, DateTimeOffset now)
    {
        if (_cron is not null)
            return _cron.NextAfter(due > now ? due : now);
        if (_interval is not { } interval)
            return null;
        if (now < due)
            return due + interval;
        return due + (interval * ((now - due).Ticks / interval.Ticks + 1));
    }
}
