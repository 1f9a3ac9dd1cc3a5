using FallWorkflow.Application.Ports;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// Process time from the database, shared by all processes on it. Read again after 200 ms of real time; timestamps and
/// operating-system timers stay real.
/// </summary>
internal sealed class Testuhr(ISystemzustand zustand, TimeProvider echtzeit) : TimeProvider
{
    private static readonly TimeSpan Haltbarkeit = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private DateTimeOffset? _stand;
    private long _gelesen;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            if (_stand is { } stand && echtzeit.GetElapsedTime(_gelesen) < Haltbarkeit)
                return stand;
            try
            {
                // The clock's interface is synchronous, and this clock exists for demo and tests only.
                _stand = Later(_stand, Task.Run(() => zustand.FindAsync()).GetAwaiter().GetResult()?.TestClock);
            }
            catch (StoreUnavailableException) when (_stand is not null)
            {
                // The time known last is still true enough; whoever asks will meet the same failure in the database.
            }

            _gelesen = echtzeit.GetTimestamp();
            return _stand ?? echtzeit.GetUtcNow();
        }
    }

    /// <summary>Moves the clock for everybody; here at once.</summary>
    /// <exception cref="InvalidOperationException">The clock would go back, or the database holds real cases.</exception>
    public async Task SetAsync(DateTimeOffset instant, CancellationToken cancellation)
    {
        await zustand.SetTestClockAsync(instant, cancellation);
        lock (_lock)
        {
            _stand = Later(_stand, instant);
            _gelesen = echtzeit.GetTimestamp();
        }
    }

    // A read that was under way while the clock was moved must not bring the old time back.
    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a > b ? a : b ?? a;
}
