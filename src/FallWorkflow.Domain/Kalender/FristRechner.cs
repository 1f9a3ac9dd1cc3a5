namespace FallWorkflow.Domain.Kalender;

/// <summary>Computes the end of a period after § 26 SGB X with §§ 187–193 BGB (R48, R54, R85).</summary>
public static class FristRechner
{
    /// <summary>
    /// Anchor + period + pause days is the calendar end; it is then shifted once to a Werktag. A pause that begins between the calendar end
    /// and that Werktag no longer moves anything: the period had already run.
    /// </summary>
    /// <param name="anker">Day of the event; it is not counted (§ 187 Abs. 1 BGB). Months count from here and are never chained.</param>
    /// <param name="frist">The period.</param>
    /// <param name="kalender">Calendar of the Land, with the office's own Feiertage.</param>
    /// <param name="pausen">Pauses of the Fall, in any order; a day in two of them counts once.</param>
    /// <param name="vorlauf">How long before the calendar end to warn. May reach back beyond the anchor; pauses do not stretch it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is a <c>default</c> value, or a date leaves the years 1 to 9999.</exception>
    public static FristErgebnis Compute(
        DateOnly anker, Frist frist, Arbeitskalender kalender, IReadOnlyList<Ruhezeit> pausen, Frist? vorlauf = null)
    {
        ArgumentNullException.ThrowIfNull(kalender);
        ArgumentNullException.ThrowIfNull(pausen);
        ArgumentOutOfRangeException.ThrowIfZero(frist.Anzahl, nameof(frist));

        var ohnePausen = Move(anker, frist, frist.Anzahl, kalender);
        var ende = AddPausen(anker, ohnePausen, pausen);
        return new FristErgebnis(
            ende, kalender.NextWerktagOnOrAfter(ende), vorlauf is { } v ? Before(ende, v, kalender) : null, ende.DayNumber - ohnePausen.DayNumber);
    }

    /// <summary>The day of a warning: so long before a day, on a Werktag and never late (R54, R69).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period is a <c>default</c> value, or a date leaves the years 1 to 9999.</exception>
    public static DateOnly Before(DateOnly tag, Frist vorlauf, Arbeitskalender kalender)
    {
        ArgumentNullException.ThrowIfNull(kalender);
        ArgumentOutOfRangeException.ThrowIfZero(vorlauf.Anzahl, nameof(vorlauf));
        return kalender.PreviousWerktagOnOrBefore(Move(tag, vorlauf, -vorlauf.Anzahl, kalender));
    }

    /// <summary><see cref="DateOnly.AddMonths"/> takes the month's last day where the number is missing, which is § 188 Abs. 3 BGB.</summary>
    private static DateOnly Move(DateOnly tag, Frist frist, int anzahl, Arbeitskalender kalender) => frist.Einheit switch
    {
        Fristeinheit.Tage => tag.AddDays(anzahl),
        Fristeinheit.Wochen => tag.AddDays(7 * anzahl),
        Fristeinheit.Monate => tag.AddMonths(anzahl),
        Fristeinheit.Werktage => kalender.AddWerktage(tag, anzahl),
        _ => throw new ArgumentOutOfRangeException(nameof(frist), frist.Einheit, "Not a unit of a Frist."),
    };

    /// <summary>
    /// Moves the end by the days of the union of all pauses that lie after the anchor and that the end reaches. A pause that has begun by
    /// the end moves it by all its days, since each of them moves the end over the next; so one pass in the order of their beginnings
    /// also finds the pauses into which only the moved end falls.
    /// </summary>
    private static DateOnly AddPausen(DateOnly anker, DateOnly ende, IReadOnlyList<Ruhezeit> pausen)
    {
        var gezaehltBis = anker;
        foreach (var pause in pausen.OrderBy(p => p.Von))
        {
            if (pause.Von > ende)
                break;

            var davor = pause.Von > gezaehltBis ? pause.Von.AddDays(-1) : gezaehltBis;
            if (pause.Bis <= davor)
                continue;

            ende = ende.AddDays(pause.Bis.DayNumber - davor.DayNumber);
            gezaehltBis = pause.Bis;
        }

        return ende;
    }
}
