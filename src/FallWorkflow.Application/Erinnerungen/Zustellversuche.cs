namespace FallWorkflow.Application.Erinnerungen;

/// <summary>How often and when a delivery is tried. All waits are real time: a mail server does not follow a test clock.</summary>
public static class Zustellversuche
{
    /// <summary>Attempts before a reminder is given up and shown as failed; with the waits between them about 20 hours.</summary>
    public const int Hoechstzahl = 12;

    /// <summary>Longest wait between two attempts.</summary>
    public static readonly TimeSpan LaengsteWartezeit = TimeSpan.FromHours(6);

    /// <summary>
    /// How long an attempt keeps others off. If the process dies in it, the next attempt is made after this time, with the
    /// same key. Must be longer than a mailer takes at most.
    /// </summary>
    public static readonly TimeSpan Anspruch = TimeSpan.FromMinutes(5);

    /// <summary>Wait after the attempt with this number: 1, 2, 4 … minutes, at most <see cref="LaengsteWartezeit"/>.</summary>
    /// <param name="versuch">From 1.</param>
    public static TimeSpan WartezeitNach(int versuch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(versuch, 1);
        // From the tenth attempt on the doubled wait is beyond the cap; the limit also keeps the shift in range.
        var minuten = 1L << (Math.Min(versuch, 10) - 1);
        var wartezeit = TimeSpan.FromMinutes(minuten);
        return wartezeit < LaengsteWartezeit ? wartezeit : LaengsteWartezeit;
    }
}
