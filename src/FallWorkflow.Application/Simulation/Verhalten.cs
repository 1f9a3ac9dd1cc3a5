using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Application.Simulation;

/// <summary>
/// How reliable the people of a simulated Fall are. Shares are whole percent (0–100), spans are Werktage (0–250) with both ends
/// included. Left as it is, everybody is reliable, and the course is the default one.
/// </summary>
public sealed record Verhalten
{
    /// <summary>Most Werktage that a span may have.</summary>
    public const int MaxWerktage = 250;

    /// <summary>Share of tasks that are done by their last day in time. Tasks without a Frist are always done.</summary>
    public int Puenktlich { get; init; } = 100;

    /// <summary>The same for tasks that a contact answers (R48–R50); null: as all others.</summary>
    public int? KontaktePuenktlich { get; init; }

    /// <summary>Werktage from the appearance of a task until it is done, if it is done in time; never later than the last day in time.</summary>
    public int BearbeitungVon { get; init; }

    public int BearbeitungBis { get; init; }

    /// <summary>Werktage after the last day in time, of the tasks that are late; from 1.</summary>
    public int VerspaetungVon { get; init; } = 1;

    public int VerspaetungBis { get; init; } = 10;

    /// <summary>Share of referrals that a partner answers; to the others it never says anything.</summary>
    public int TraegerAntwortet { get; init; } = 100;

    /// <summary>Share of the answers that accept; the others decline with a reason.</summary>
    public int TraegerNimmtAn { get; init; } = 100;

    /// <summary>Share of reports (begin, end with result) that come when they should.</summary>
    public int TraegerPuenktlich { get; init; } = 100;

    /// <summary>Werktage by which the other reports are late.</summary>
    public int BerichtVon { get; init; } = 5;

    public int BerichtBis { get; init; } = 20;

    public IEnumerable<Eingabefehler> Validate()
    {
        foreach (var (feld, wert) in new (string, int)[]
        {
            ("puenktlich", Puenktlich), ("kontaktePuenktlich", KontaktePuenktlich ?? 100), ("traegerAntwortet", TraegerAntwortet),
            ("traegerNimmtAn", TraegerNimmtAn), ("traegerPuenktlich", TraegerPuenktlich),
        })
        {
            if (wert is < 0 or > 100)
                yield return new($"verhalten.{feld}", Texte.Of("SimulationProzent"));
        }

        foreach (var (feld, von, bis, mindestens) in new (string, int, int, int)[]
        {
            ("bearbeitung", BearbeitungVon, BearbeitungBis, 0), ("verspaetung", VerspaetungVon, VerspaetungBis, 1), ("bericht", BerichtVon, BerichtBis, 0),
        })
        {
            if (von < mindestens || von > MaxWerktage)
                yield return new($"verhalten.{feld}Von", Texte.Of("SimulationWerktage", mindestens, MaxWerktage));
            if (bis < von || bis > MaxWerktage)
                yield return new($"verhalten.{feld}Bis", Texte.Of("SimulationWerktageBis", MaxWerktage));
        }
    }
}
