using System.Globalization;
using System.Text;
using FallWorkflow.Domain;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Termine;

/// <summary>
/// An appointment as a calendar file (RFC 5545). Times are UTC, so no time zone has to be sent along and no change of the clock can be
/// misread. It carries nothing but day, time, a neutral word, the number of the Fall and the own office as place.
/// </summary>
public static class Kalenderdatei
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Longest line in octets, its end not counted (RFC 5545, 3.1).</summary>
    private const int MaxOktette = 75;

    /// <exception cref="KeyNotFoundException">The Fall has no such appointment.</exception>
    public static byte[] Write(Fall fall, string terminId)
    {
        var termin = fall.Termine[terminId];
        var stand = Utc(fall.TerminStandVom(terminId));
        var text = new StringBuilder();
        foreach (var (name, wert) in new[]
        {
            ("BEGIN", "VCALENDAR"),
            ("VERSION", "2.0"),
            ("PRODID", "-//FallWorkflow//Termine//DE"),
            ("CALSCALE", "GREGORIAN"),
            ("BEGIN", "VEVENT"),
            ("UID", $"{Terminkennung.Of(fall.Id, terminId):N}@fallworkflow"),
            ("DTSTAMP", stand),
            ("LAST-MODIFIED", stand),
            ("SEQUENCE", fall.TerminfolgeOf(terminId).ToString(CultureInfo.InvariantCulture)),
            ("DTSTART", Utc(termin.Beginn)),
            ("DTEND", Utc(termin.Ende)),
            ("SUMMARY", Escape($"{Begriffe.Of(termin.Zweck)} ({fall.Nummer})")),
            ("LOCATION", Escape(Terminangaben.WhereOutside(termin) ?? "")),
            ("STATUS", termin.Stand is Terminstand.Abgesagt or Terminstand.Entfallen ? "CANCELLED" : "CONFIRMED"),
            ("CLASS", "PRIVATE"),
            ("END", "VEVENT"),
            ("END", "VCALENDAR"),
        })
        {
            if (wert.Length > 0)
                Append(text, $"{name}:{wert}");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\n", StringComparison.Ordinal);

    /// <summary>Folds between characters, so that no reader sees half of one.</summary>
    private static void Append(StringBuilder text, string zeile)
    {
        var oktette = 0;
        foreach (var zeichen in zeile.EnumerateRunes())
        {
            if (oktette + zeichen.Utf8SequenceLength > MaxOktette)
            {
                text.Append("\r\n ");
                oktette = 1;
            }

            text.Append(zeichen);
            oktette += zeichen.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
