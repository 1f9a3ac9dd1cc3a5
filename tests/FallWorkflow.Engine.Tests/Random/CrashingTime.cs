namespace FallWorkflow.Engine.Tests.Random;

/// <summary>The process dies: everything the burst has done so far is lost.</summary>
internal sealed class CrashException : Exception;

/// <summary>A clock that dies at the n-th look. The engine looks at it with every journal entry, so it can die anywhere.</summary>
internal sealed class CrashingTime(DateTimeOffset now) : TimeProvider
{
    /// <summary>Looks until the crash; null: none.</summary>
    public int? CrashIn { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        if (CrashIn is not { } left)
            return now;
        if (left > 0)
        {
            CrashIn = left - 1;
            return now;
        }

        CrashIn = null;
        throw new CrashException();
    }
}
