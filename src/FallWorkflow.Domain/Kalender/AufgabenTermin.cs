namespace FallWorkflow.Domain.Kalender;

/// <summary>When tasks appear and when they are overdue. The time of day is the office's; without one it is <see cref="Ortszeit.Dienstbeginn"/>.</summary>
public static class AufgabenTermin
{
    /// <summary>A task that follows from the end of a Frist: at the start of work on the first Werktag after its last day.</summary>
    public static DateTimeOffset TaskAfterEnd(DateOnly letzterTag, Arbeitskalender kalender, TimeOnly? dienstbeginn = null)
    {
        ArgumentNullException.ThrowIfNull(kalender);
        return TaskOn(kalender.NextWerktagOnOrAfter(letzterTag.AddDays(1)), dienstbeginn);
    }

    /// <summary>A task of that day: at the start of work.</summary>
    public static DateTimeOffset TaskOn(DateOnly tag, TimeOnly? dienstbeginn = null)
        => Ortszeit.At(tag, dienstbeginn ?? Ortszeit.Dienstbeginn);

    /// <summary>Overdue begins at 24:00 of the last day (§ 26 SGB X, § 188 BGB).</summary>
    public static DateTimeOffset OverdueFrom(DateOnly letzterTag) => Ortszeit.EndOfDay(letzterTag);
}
