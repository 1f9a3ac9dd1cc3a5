using FallWorkflow.Application.Ports;

namespace FallWorkflow.Application.Erinnerungen;

/// <summary>
/// Delivers what is due. Everything that delivers comes through here: the jobs at their triggers, the demo's fast-forward
/// and the shared test clock after each move. "Due" follows the process clock; waits between attempts are real time.
/// </summary>
/// <param name="prozessuhr">Process time: system clock, demo clock or shared test clock.</param>
/// <param name="echtzeit">Real time, for claims and waits.</param>
public sealed class ErinnerungsLauf(
    IErinnerungen erinnerungen,
    Zustellung zustellung,
    Tagesuebersicht tagesuebersicht,
    Netzwerke.Netzwerkerinnerung netzwerkerinnerung,
    Termine.Terminerinnerung terminerinnerung,
    TimeProvider prozessuhr,
    TimeProvider echtzeit)
{
    private const int Schub = 100;

    /// <summary>Writes today's overviews if their time has come, then delivers every due reminder. Repeating it is harmless.</summary>
    public async Task<Laufergebnis> RunDueAsync(CancellationToken cancellation = default)
    {
        await WriteTagesuebersichtenAsync(cancellation);
        var versucht = new HashSet<Guid>();
        var (zugestellt, fehlgeschlagen) = (0, 0);
        while (true)
        {
            // A role's reminder becomes one per person, which are due at once: so until nothing new appears.
            var faellige = await erinnerungen.FaelligeAsync(prozessuhr.GetUtcNow(), echtzeit.GetUtcNow(), Schub, cancellation);
            var neue = faellige.Where(e => versucht.Add(e.Id)).ToList();
            if (neue.Count == 0)
                return new(zugestellt, fehlgeschlagen);
            foreach (var erinnerung in neue)
            {
                switch (await AttemptAsync(erinnerung, cancellation))
                {
                    case Versuch.Zugestellt:
                        zugestellt++;
                        break;
                    case Versuch.Fehlgeschlagen:
                        fehlgeschlagen++;
                        break;
                }
            }
        }
    }

    /// <summary>
    /// Writes the overviews of the process clock's day, once per person and day, the reminders of agreements that end (R69)
    /// and those of appointments to clients who consented; not before their time of day.
    /// </summary>
    /// <returns>Number of overviews and reminders written by this call.</returns>
    public async Task<int> WriteTagesuebersichtenAsync(CancellationToken cancellation = default)
    {
        var jetzt = prozessuhr.GetUtcNow();
        return await tagesuebersicht.WriteAsync(jetzt, cancellation) + await netzwerkerinnerung.WriteAsync(jetzt, cancellation) + await terminerinnerung.WriteAsync(jetzt, cancellation);
    }

    /// <summary>Delivers one reminder if it is due and nobody else is at it.</summary>
    /// <returns>The reminder as it stands afterwards; null if it does not exist.</returns>
    public async Task<Erinnerung?> DeliverAsync(Guid id, CancellationToken cancellation = default)
    {
        if (await erinnerungen.FindAsync(id, cancellation) is not { } erinnerung)
            return null;
        if (!IsDue(erinnerung))
            return erinnerung;
        await AttemptAsync(erinnerung, cancellation);
        return await erinnerungen.FindAsync(id, cancellation);
    }

    private bool IsDue(Erinnerung erinnerung) =>
        erinnerung is { ZugestelltAt: null, Gescheitert: false }
        && erinnerung.FaelligAt <= prozessuhr.GetUtcNow()
        && (erinnerung.FruehestensAm is null || erinnerung.FruehestensAm <= echtzeit.GetUtcNow());

    private async Task<Versuch> AttemptAsync(Erinnerung erinnerung, CancellationToken cancellation)
    {
        if (!await erinnerungen.ClaimAsync(erinnerung, echtzeit.GetUtcNow() + Zustellversuche.Anspruch, cancellation))
            return Versuch.Vergeben;
        try
        {
            await zustellung.SendAsync(erinnerung, cancellation);
        }
        // Any failure of one reminder stays its own; a stop is none and leaves the claim to run out.
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            var wieder = echtzeit.GetUtcNow() + Zustellversuche.WartezeitNach(erinnerung.Versuche);
            await erinnerungen.MarkFailedAsync(erinnerung, e.Message, wieder, cancellation);
            return Versuch.Fehlgeschlagen;
        }

        // A crash right here sends again after the claim, with the same key.
        return await erinnerungen.MarkDeliveredAsync(erinnerung, prozessuhr.GetUtcNow(), cancellation) ? Versuch.Zugestellt : Versuch.Vergeben;
    }

    private enum Versuch
    {
        Zugestellt,
        Fehlgeschlagen,

        /// <summary>Somebody else is at it.</summary>
        Vergeben,
    }
}
