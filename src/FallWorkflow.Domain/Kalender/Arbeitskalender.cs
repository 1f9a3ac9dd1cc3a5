using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FallWorkflow.Domain.Kalender;

/// <summary>
/// Which days are Werktage in one Land: Monday to Friday and not a Feiertag, as § 26 Abs. 3 SGB X needs it.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class Arbeitskalender
{
    private static readonly ConcurrentDictionary<Land, Arbeitskalender> OhneLokale = new();

    private readonly IReadOnlyList<LokalerFeiertag> _lokale;
    private readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, string>> _namen = new();

    private Arbeitskalender(Land land, IReadOnlyList<LokalerFeiertag> lokale)
    {
        if (!Enum.IsDefined(land))
            throw new ArgumentOutOfRangeException(nameof(land), land, "Not one of the sixteen Länder.");

        Land = land;
        _lokale = lokale;
        Version = lokale.Count == 0 ? Feiertage.Version : $"{Feiertage.Version}+{Fingerprint(lokale)}";
    }

    public Land Land { get; }

    /// <summary>
    /// Version of the data: that of <c>feiertage.json</c>, followed by a fingerprint of the local Feiertage where there are any.
    /// A stored date whose version differs from today's has to be computed again.
    /// </summary>
    public string Version { get; }

    /// <summary>The calendar of a Land, with the Feiertage an office added for its own place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of the sixteen Länder.</exception>
    public static Arbeitskalender For(Land land, IEnumerable<LokalerFeiertag>? lokale = null)
    {
        var list = lokale?.ToArray() ?? [];
        return list.Length == 0
            ? OhneLokale.GetOrAdd(land, static l => new Arbeitskalender(l, []))
            : new Arbeitskalender(land, list);
    }

    public bool IsWerktag(DateOnly tag)
        => tag.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && FeiertagName(tag) is null;

    /// <summary>German name of the Feiertag on that day, or null. Where two share a day, both names.</summary>
    public string? FeiertagName(DateOnly tag)
        => _namen.GetOrAdd(tag.Year, NamenOf).GetValueOrDefault(tag);

    /// <summary>Feiertage of the year with their sources, by date; local ones included.</summary>
    public IReadOnlyList<Feiertag> ListFeiertage(int jahr)
    {
        var lokale = from lokal in _lokale
                     let day = lokal.DayIn(jahr)
                     where day is not null
                     select new Feiertag(day.Value, lokal.Name, KalenderTexte.Get("Feiertag_Lokal"), Lokal: true);
        return [.. Feiertage.Of(Land, jahr).Concat(lokale).OrderBy(f => f.Datum)];
    }

    public DateOnly NextWerktagOnOrAfter(DateOnly tag)
    {
        while (!IsWerktag(tag))
            tag = tag.AddDays(1);
        return tag;
    }

    public DateOnly PreviousWerktagOnOrBefore(DateOnly tag)
    {
        while (!IsWerktag(tag))
            tag = tag.AddDays(-1);
        return tag;
    }

    /// <summary>
    /// The <paramref name="anzahl"/>-th Werktag after the day (before it, when negative). The day itself is not counted (§ 187 Abs. 1 BGB)
    /// and need not be a Werktag; with 0 it is returned as it is.
    /// </summary>
    public DateOnly AddWerktage(DateOnly tag, int anzahl)
    {
        var step = Math.Sign(anzahl);
        while (anzahl != 0)
        {
            tag = tag.AddDays(step);
            if (IsWerktag(tag))
                anzahl -= step;
        }

        return tag;
    }

    private FrozenDictionary<DateOnly, string> NamenOf(int jahr)
        => ListFeiertage(jahr)
            .GroupBy(f => f.Datum)
            .ToFrozenDictionary(day => day.Key, day => string.Join(" / ", day.Select(f => f.Name).Distinct()));

    private static string Fingerprint(IEnumerable<LokalerFeiertag> lokale)
    {
        var lines = lokale
            .Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Name}|{l.Regel}|{l.VonJahr}|{l.BisJahr}"))
            .Order(StringComparer.Ordinal);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return Convert.ToHexStringLower(hash)[..8];
    }
}
