using System.Text.Json.Serialization;

namespace FallWorkflow.Domain.Kalender;

/// <summary>The days of a pause, in which no Frist of the Fall runs. Both ends count.</summary>
public readonly record struct Ruhezeit
{
    /// <exception cref="ArgumentException">It ends before it begins; the message is German.</exception>
    [JsonConstructor]
    public Ruhezeit(DateOnly von, DateOnly bis)
    {
        if (bis < von)
            throw new ArgumentException(KalenderTexte.Format("Ruhezeit_Ende", von, bis), nameof(bis));

        Von = von;
        Bis = bis;
    }

    public DateOnly Von { get; }

    public DateOnly Bis { get; }

    /// <summary>Number of days, at least 1.</summary>
    public int Tage => Bis.DayNumber - Von.DayNumber + 1;

    public bool Contains(DateOnly tag) => tag >= Von && tag <= Bis;
}
