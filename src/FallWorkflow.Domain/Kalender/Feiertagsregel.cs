using System.Globalization;
using System.Text.RegularExpressions;

namespace FallWorkflow.Domain.Kalender;

/// <summary>How a Feiertag finds its day in a year. The text form is what <c>feiertage.json</c> and an office write.</summary>
internal abstract partial record Feiertagsregel
{
    /// <summary>The day in <paramref name="jahr"/>, or null where the year has none (29 February, a single past day).</summary>
    internal abstract DateOnly? DayIn(int jahr);

    /// <summary>Reads <c>15.08.</c>, <c>31.10.2017</c>, <c>Ostern+60</c> or <c>Mittwoch vor 23.11.</c>; null when it is none of them.</summary>
    internal static Feiertagsregel? TryParse(string text)
    {
        if (text == MittwochVor.Text)
            return new MittwochVor();

        if (NachOstern.Form().Match(text) is { Success: true } ostern)
            return new NachOstern(int.Parse(ostern.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

        if (DateOnly.TryParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var einmal))
            return new Einmalig(einmal);

        // Read within a leap year, so that 29.02. is a day like any other.
        return DateOnly.TryParseExact(text + "2000", "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var tag)
            ? new Jaehrlich(tag.Month, tag.Day)
            : null;
    }

    private sealed record Jaehrlich(int Monat, int Tag) : Feiertagsregel
    {
        internal override DateOnly? DayIn(int jahr)
            => Tag <= DateTime.DaysInMonth(jahr, Monat) ? new DateOnly(jahr, Monat, Tag) : null;
    }

    private sealed record Einmalig(DateOnly Datum) : Feiertagsregel
    {
        internal override DateOnly? DayIn(int jahr) => jahr == Datum.Year ? Datum : null;
    }

    private sealed partial record NachOstern(int Abstand) : Feiertagsregel
    {
        // Easter lies between 22 March and 25 April: 80 days back and 250 forward stay within the year.
        [GeneratedRegex(@"^Ostern(\+(?:\d|[1-9]\d|1\d\d|2[0-4]\d|250)|-(?:[1-9]|[1-7]\d|80))\z", RegexOptions.CultureInvariant)]
        internal static partial Regex Form();

        internal override DateOnly? DayIn(int jahr) => Ostern.Sonntag(jahr).AddDays(Abstand);
    }

    /// <summary>Buß- und Bettag: the Wednesday before the last Sunday of the church year, that is the last one before 23 November.</summary>
    private sealed record MittwochVor : Feiertagsregel
    {
        internal const string Text = "Mittwoch vor 23.11.";

        internal override DateOnly? DayIn(int jahr)
        {
            var tag = new DateOnly(jahr, 11, 22);
            while (tag.DayOfWeek != DayOfWeek.Wednesday)
                tag = tag.AddDays(-1);
            return tag;
        }
    }
}
