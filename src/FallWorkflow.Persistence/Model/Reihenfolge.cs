namespace FallWorkflow.Persistence.Model;

/// <summary>
/// Numbers that grow within a process: they order rows that carry the same instant, as all rows of one burst in
/// virtual time do. Seeded with the system clock, so that a later process continues above an earlier one; the movable
/// clock of the demo would not do for that.
/// </summary>
internal static class Reihenfolge
{
    /// <summary>Name of the shadow column.</summary>
    public const string Spalte = "Lfd";

    private static long _last;

    public static long Next()
    {
        var now = TimeProvider.System.GetUtcNow().UtcTicks;
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(last + 1, now);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
                return next;
        }
    }
}
