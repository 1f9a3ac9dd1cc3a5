namespace FallWorkflow.Service.Zeitgeber;

/// <summary>Knows whether people or programs are being served by this process, so that the catching up of timers leaves them room.</summary>
internal sealed class Vordergrund(TimeProvider uhr)
{
    private long _aktiv;
    private long _zuletzt;

    /// <summary>Middleware: counts every request but those for health.</summary>
    public async Task ServeAsync(HttpContext context, Func<Task> weiter)
    {
        if (context.Request.Path.StartsWithSegments("/health"))
        {
            await weiter();
            return;
        }

        Interlocked.Increment(ref _aktiv);
        try
        {
            await weiter();
        }
        finally
        {
            Interlocked.Exchange(ref _zuletzt, uhr.GetTimestamp());
            Interlocked.Decrement(ref _aktiv);
        }
    }

    /// <summary>Whether somebody was served at any time since a timestamp of the same clock.</summary>
    public bool BusySince(long timestamp) => Interlocked.Read(ref _aktiv) > 0 || Interlocked.Read(ref _zuletzt) >= timestamp;
}
