using System.Globalization;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Domain.Tests.Kalender;

/// <summary>Lets the tests of the calendar read as tables.</summary>
internal static class Rechnung
{
    internal static DateOnly Tag(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static DateTimeOffset Utc(string iso)
        => DateTimeOffset.ParseExact(iso, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    internal static FristErgebnis Compute(Land land, string anker, string frist, string? vorlauf = null, params Ruhezeit[] pausen)
        => FristRechner.Compute(Tag(anker), Frist.Parse(frist), Arbeitskalender.For(land), pausen, vorlauf is null ? null : Frist.Parse(vorlauf));

    internal static Ruhezeit Pause(string von, string bis) => new(Tag(von), Tag(bis));

    internal static string Iso(this DateOnly tag) => tag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
