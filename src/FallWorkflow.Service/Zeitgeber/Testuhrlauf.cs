using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// Moves the test clock from due instant to due instant up to a target and has everything fired that is due at each,
/// in order, as if the time had really passed: each day's overviews are written and due reminders delivered on the way.
/// </summary>
internal sealed class Testuhrlauf(
    Testuhr uhr, Zeitgeberlauf lauf, ITimerQueue timers, Ausloeserlauf starts, IZeitausloeser ausloeser, ErinnerungsLauf erinnerungen,
    [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit) : IDisposable
{
    /// <summary>How long (real time) a due timer may stay unfired before the clock refuses to go on.</summary>
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _einer = new(1, 1);

    public DateTimeOffset Now => uhr.GetUtcNow();

    /// <summary>Returns when nothing is due any more at <paramref name="ziel"/>; tells how many timers this process fired.</summary>
    /// <exception cref="InvalidInputException">The target lies before the clock.</exception>
    /// <exception cref="TestuhrStehtException">A due timer cannot be fired; the clock stays at its due instant.</exception>
    public async Task<int> AdvanceAsync(DateTimeOffset ziel, CancellationToken cancellation)
    {
        await _einer.WaitAsync(cancellation);
        try
        {
            var jetzt = uhr.GetUtcNow();
            if (ziel < jetzt)
                throw new InvalidInputException("bis", Texte.Of("Testuhr.Zurueck", jetzt));

            // What is due already belongs to the present instant, not to the target.
            var ausgeloest = await DrainAsync(jetzt, cancellation);
            while (jetzt < ziel)
            {
                jetzt = await NextStopAsync(jetzt, ziel, cancellation);
                await uhr.SetAsync(jetzt, cancellation);
                ausgeloest += await DrainAsync(jetzt, cancellation);
            }

            return ausgeloest;
        }
        finally
        {
            _einer.Release();
        }
    }

    public void Dispose() => _einer.Dispose();

    /// <summary>The next due instant, the next day's time of the overviews, or the target, whichever comes first.</summary>
    private async Task<DateTimeOffset> NextStopAsync(DateTimeOffset jetzt, DateTimeOffset ziel, CancellationToken cancellation)
    {
        var heute = Ortszeit.DateOf(jetzt);
        var uebersicht = Ortszeit.At(heute, Tagesuebersicht.Uhrzeit);
        if (uebersicht <= jetzt)
            uebersicht = Ortszeit.At(heute.AddDays(1), Tagesuebersicht.Uhrzeit);
        var halt = uebersicht < ziel ? uebersicht : ziel;
        return await NextDueAsync(cancellation) is { } naechster && naechster > jetzt && naechster < halt ? naechster : halt;
    }

    private async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation)
    {
        var (timer, start) = (await timers.NextDueAsync(cancellation), await ausloeser.NextDueAsync(cancellation));
        return timer is null || start < timer ? start : timer;
    }

    private async Task<int> DrainAsync(DateTimeOffset jetzt, CancellationToken cancellation)
    {
        var ausgeloest = await FireDueAsync(jetzt, cancellation);
        await erinnerungen.RunDueAsync(cancellation);
        return ausgeloest;
    }

    private async Task<int> FireDueAsync(DateTimeOffset jetzt, CancellationToken cancellation)
    {
        var summe = 0;
        var seit = echtzeit.GetTimestamp();
        while (true)
        {
            var (_, ausgeloest) = await lauf.RunBatchAsync(jetzt, cancellation);
            var (faellig, gestartet) = await starts.RunBatchAsync(jetzt, cancellation);
            ausgeloest += faellig > 0 ? Math.Max(gestartet, 1) : 0;
            summe += ausgeloest;
            if (ausgeloest > 0)
                seit = echtzeit.GetTimestamp();
            if (!(await NextDueAsync(cancellation) <= jetzt))
                return summe;

            // Leased by another worker, which will be done in a moment, or failing.
            if (ausgeloest == 0)
            {
                if (echtzeit.GetElapsedTime(seit) > Geduld)
                    throw new TestuhrStehtException(jetzt);
                await Task.Delay(TimeSpan.FromMilliseconds(20), echtzeit, cancellation);
            }
        }
    }
}
