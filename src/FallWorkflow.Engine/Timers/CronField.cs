using System.Globalization;

namespace FallWorkflow.Engine.Timers;

/// <summary>One field of a cron expression as a set of bits.</summary>
internal static class CronField
{
    public static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    public static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <exception cref="FormatException"/>
    public static ulong Parse(string text, string field, int min, int max, string[]? names = null)
    {
        ulong values = 0;
        foreach (var part in text.Split(','))
            values |= Part(part, field, min, max, names);
        return values;
    }

    /// <exception cref="FormatException"/>
    public static int Number(string text, string field, int min, int max, string[]? names = null)
    {
        var name = names is null ? -1 : Array.IndexOf(names, text.ToUpperInvariant());
        if (name >= 0)
            return name + min;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw Wrong(field, text);
    }

    public static FormatException Wrong(string field, string text) => new($"The cron field {field} cannot be '{text}'.");

    private static ulong Part(string part, string field, int min, int max, string[]? names)
    {
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        var step = slash < 0 ? 1 : Number(part[(slash + 1)..], field, 1, max);
        var range = slash < 0 ? part : part[..slash];
        int from, to;
        if (range == "*")
        {
            (from, to) = (min, max);
        }
        else
        {
            var ends = range.Split('-');
            if (ends.Length > 2)
                throw Wrong(field, part);
            from = Number(ends[0], field, min, max, names);
            to = ends.Length == 2 ? Number(ends[1], field, min, max, names) : slash < 0 ? from : max;
        }

        // 22-2 runs over the end: to the last value, and on from the first.
        var length = to >= from ? to - from : to - from + max - min + 1;
        ulong values = 0;
        for (var i = 0; i <= length; i += step)
        {
            var value = from + i;
            values |= 1UL << (value > max ? value - (max - min + 1) : value);
        }

        return values;
    }
}
