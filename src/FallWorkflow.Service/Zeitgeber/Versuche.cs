using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// What happens to claimed work besides success, alike for timers, triggers and requests: what fails is given back with a growing pause and
/// parked after <c>Timers:Attempts</c>; what the end of its last owner may be due to is counted before it is tried again.
/// </summary>
/// <param name="bezeichnung">What the log calls it, for example <c>Timer t1 of f1</c>.</param>
/// <param name="prozessEndet">Text that says why it is parked if processes end on it; {0}: how often.</param>
/// <param name="nachKonflikt">Pause after losing to somebody else; default: 50 to 250 ms.</param>
internal sealed class Versuche<T>(
    IClaims<T> bestand, TimeProvider echtzeit, Einstellungen einstellungen, ILogger logger, Func<T, string> bezeichnung, string prozessEndet, TimeSpan? nachKonflikt = null)
    where T : class, IClaimed
{
    /// <summary>How long a stopping process takes to give back what it has not tried.</summary>
    private static readonly TimeSpan Rueckgabe = TimeSpan.FromSeconds(3);

    /// <summary>Tries it once. False if it did not succeed; then it has been given back or parked, or is somebody else's.</summary>
    /// <param name="versuch">False if it changed nothing, and nothing more is to be done.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be reached; the claim ends with its lease.</exception>
    public async Task<bool> TryAsync(T arbeit, Func<Task<bool>> versuch, CancellationToken cancellation)
    {
        try
        {
            return (!arbeit.Abandoned || await CountAsync(arbeit, cancellation)) && await versuch();
        }
        catch (ConflictException)
        {
            await bestand.ReleaseAsync(arbeit, echtzeit.GetUtcNow() + (nachKonflikt ?? TimeSpan.FromMilliseconds(Random.Shared.Next(50, 250))), cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
        {
            logger.LogFehlschlag(bezeichnung(arbeit), e.GetType().Name, arbeit.Attempts + 1, e);
            await FailAsync(arbeit, $"{e.GetType().Name}: {e.Message}", cancellation);
        }

        return false;
    }

    public async Task FailAsync(T arbeit, string fehler, CancellationToken cancellation)
    {
        var versuche = arbeit.Attempts + 1;
        if (versuche >= einstellungen.Versuche)
            await ParkAsync(arbeit, versuche, fehler, cancellation);
        else
            await bestand.MarkFailedAsync(arbeit, fehler, echtzeit.GetUtcNow() + Fehlpause.After(versuche), cancellation);
    }

    /// <summary>An orderly stop is no failure: the next worker need not wait for the lease, nor take these for abandoned.</summary>
    public async Task GiveBackAsync(IEnumerable<T> rest)
    {
        using var frist = new CancellationTokenSource(Rueckgabe);
        try
        {
            foreach (var arbeit in rest)
                await bestand.ReleaseAsync(arbeit, echtzeit.GetUtcNow(), frist.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or StoreUnavailableException or ConflictException)
        {
            // Their lease ends by itself.
        }
    }

    /// <summary>False if there is nothing to try: it is parked now, or somebody else's.</summary>
    private async Task<bool> CountAsync(T arbeit, CancellationToken cancellation)
    {
        if (arbeit.Attempts < einstellungen.Versuche)
            return await bestand.CountAttemptAsync(arbeit, cancellation);
        await ParkAsync(arbeit, arbeit.Attempts, Texte.Of(prozessEndet, arbeit.Attempts), cancellation);
        return false;
    }

    private async Task ParkAsync(T arbeit, int versuche, string grund, CancellationToken cancellation)
    {
        await bestand.ParkAsync(arbeit, versuche, grund, echtzeit.GetUtcNow(), cancellation);
        logger.LogGeparkt(bezeichnung(arbeit), versuche);
    }
}
