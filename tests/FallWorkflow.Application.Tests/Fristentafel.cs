using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Tests;

/// <summary>
/// What is due in a Fall, from tables and by counting days one by one: written from § 26 SGB X, §§ 187–193 BGB and the Feiertagsgesetze,
/// and sharing nothing with the program but the names of the Länder.
/// </summary>
internal sealed class Fristentafel
{
    // Ostersonntag, by year.
    private static readonly string[] Ostern =
    [
        "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13",
        "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13", "2037-04-05", "2038-04-25", "2039-04-10",
        "2040-04-01", "2041-04-21", "2042-04-06", "2043-03-29", "2044-04-17", "2045-04-09", "2046-03-25", "2047-04-14",
        "2048-04-05", "2049-04-18",
    ];

    // Day of the year or days after Ostersonntag; where; from year, to year.
    private static readonly (string Tag, string Laender, int Von, int Bis)[] Feiertage =
    [
        ("01-01", "*", 0, 9999), ("05-01", "*", 0, 9999), ("10-03", "*", 0, 9999), ("12-25", "*", 0, 9999), ("12-26", "*", 0, 9999),
        ("-2", "*", 0, 9999), ("+1", "*", 0, 9999), ("+39", "*", 0, 9999), ("+50", "*", 0, 9999),
        ("+0", "BB", 0, 9999), ("+49", "BB", 0, 9999),
        ("+60", "BW BY HE NW RP SL", 0, 9999),
        ("01-06", "BW BY ST", 0, 9999),
        ("03-08", "BE MV", 0, 9999),
        ("05-08", "BE", 2025, 2025), ("06-17", "BE", 2028, 2028),
        ("08-15", "SL", 0, 9999),
        ("09-20", "TH", 0, 9999),
        ("10-31", "BB HB HH MV NI SN ST SH TH", 0, 9999),
        ("11-01", "BW BY NW RP SL", 0, 9999),
        ("Bußtag", "SN", 0, 9999),
    ];

    private readonly HashSet<DateOnly> _frei;
    private readonly DateOnly _aufnahme;
    private readonly List<(DateOnly Von, DateOnly Bis)> _pausen = [];
    private DateOnly _kontakt;
    private int _wochen = 4;
    private int _monate = 24;
    private DateOnly? _plan;
    private bool _erinnert;

    // On which days the tasks appear that nothing keeps away any more.
    private DateOnly? _kontaktaufgabe;
    private DateOnly? _planaufgabe;
    private DateOnly? _daueraufgabe;

    public Fristentafel(Land land, DateOnly aufnahme)
    {
        _aufnahme = _kontakt = aufnahme;
        _frei = [.. Enumerable.Range(2024, Ostern.Length).SelectMany(jahr => Feiertage
            .Where(f => (f.Laender == "*" || f.Laender.Split(' ').Contains(land.ToString())) && jahr >= f.Von && jahr <= f.Bis).Select(f => DayOf(f.Tag, jahr)))];
    }

    public bool HatPlan => _plan is not null;

    private DateOnly Fenster => Next(EndOf(_kontakt, _wochen, monate: false));

    private DateOnly Dauerende => EndOf(_aufnahme, _monate, monate: true);

    private DateOnly Warnung => Previous(AddMonths(Dauerende, -3));

    private DateOnly Planende => EndOf(_plan!.Value, 6, monate: true);

    private DateOnly Erinnerung => Previous(Planende.AddDays(-14));

    public void Kontakt(DateOnly tag) => (_kontakt, _kontaktaufgabe) = (tag, null);

    public void Rhythmus(int wochen) => _wochen = wochen;

    public void Pause(DateOnly von, DateOnly bis) => _pausen.Add((von, bis));

    public void Plan(DateOnly tag) => (_plan, _erinnert, _planaufgabe) = (tag, false, null);

    public void Verlaengert(int monate) => (_monate, _daueraufgabe) = (_monate + monate, null);

    /// <summary>Something has been recorded on a day: what is due by now is due at once, and tasks appear on Werktage only.</summary>
    public void Settle(DateOnly tag) => Settle(tag, Next(tag));

    /// <summary>What there is in the morning of a day, and what comes next.</summary>
    public IReadOnlyList<string> At(DateOnly tag)
    {
        Settle(tag, null);
        List<string> erwartet = [];
        Add(_kontaktaufgabe, $"KontaktfensterAbwarten {Fenster:yyyy-MM-dd}", $"Kontakt bis {Next(EndOf(_kontakt, _wochen + 2, monate: false)):yyyy-MM-dd}");
        Add(_daueraufgabe, $"WarnungAbwarten {Warnung:yyyy-MM-dd}", $"Dauer bis {Next(Dauerende):yyyy-MM-dd}");
        if (_plan is not null)
            Add(_planaufgabe, _erinnert ? $"UeberpruefungstagAbwarten {Next(Planende):yyyy-MM-dd}" : $"ErinnerungAbwarten {Erinnerung:yyyy-MM-dd}", $"Planueberpruefung bis {Next(Planende):yyyy-MM-dd}");
        return erwartet;

        void Add(DateOnly? erscheint, string zeit, string aufgabe)
        {
            if (erscheint is null)
                erwartet.Add(zeit);
            else if (erscheint <= tag)
                erwartet.Add(aufgabe);
        }
    }

    /// <param name="erscheint">When the tasks appear; null for their own day.</param>
    private void Settle(DateOnly tag, DateOnly? erscheint)
    {
        if (Fenster <= tag)
            _kontaktaufgabe ??= erscheint ?? Fenster;
        if (Warnung <= tag)
            _daueraufgabe ??= erscheint ?? Warnung;
        if (_plan is null)
            return;
        _erinnert |= Erinnerung <= tag;
        if (_erinnert && Next(Planende) <= tag)
            _planaufgabe ??= erscheint ?? Next(Planende);
    }

    private static DateOnly DayOf(string tag, int jahr)
    {
        if (tag == "Bußtag")
        {
            // The Wednesday before the 23rd of November.
            var mittwoch = new DateOnly(jahr, 11, 22);
            while (mittwoch.DayOfWeek != DayOfWeek.Wednesday)
                mittwoch = mittwoch.AddDays(-1);
            return mittwoch;
        }

        return tag[0] is '+' or '-'
            ? Beispiele.Day(Ostern[jahr - 2024]).AddDays(int.Parse(tag, System.Globalization.CultureInfo.InvariantCulture))
            : Beispiele.Day($"{jahr}-{tag}");
    }

    /// <summary>As many days without a pause as there are days in the period lie after the event.</summary>
    private DateOnly EndOf(DateOnly ereignis, int anzahl, bool monate)
    {
        var tage = monate ? AddMonths(ereignis, anzahl).DayNumber - ereignis.DayNumber : 7 * anzahl;
        var ende = ereignis;
        while (tage > 0)
        {
            ende = ende.AddDays(1);
            if (!_pausen.Any(p => p.Von <= ende && ende <= p.Bis))
                tage--;
        }

        return ende;
    }

    private static DateOnly AddMonths(DateOnly tag, int monate)
    {
        var (jahr, monat) = (tag.Year, tag.Month + monate);
        for (; monat > 12; monat -= 12)
            jahr++;
        for (; monat < 1; monat += 12)
            jahr--;
        return new(jahr, monat, Math.Min(tag.Day, DateTime.DaysInMonth(jahr, monat)));
    }

    private DateOnly Next(DateOnly tag)
    {
        while (IsFree(tag))
            tag = tag.AddDays(1);
        return tag;
    }

    private DateOnly Previous(DateOnly tag)
    {
        while (IsFree(tag))
            tag = tag.AddDays(-1);
        return tag;
    }

    private bool IsFree(DateOnly tag) => tag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || _frei.Contains(tag);
}
