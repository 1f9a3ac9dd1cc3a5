namespace FallWorkflow.Application.Ports;

/// <summary>What this database is for, and the test clock that all processes share.</summary>
public interface ISystemzustand
{
    /// <summary>Null while the database has not been set up.</summary>
    Task<Systemzustand?> FindAsync(CancellationToken cancellation = default);

    /// <summary>Says once what the database is for; repeating the same is harmless.</summary>
    /// <exception cref="InvalidOperationException">The database was created for something else.</exception>
    Task<Systemzustand> CreateAsync(Systemart art, DateTimeOffset jetzt, CancellationToken cancellation = default);

    /// <summary>Moves the test clock forward.</summary>
    /// <exception cref="InvalidOperationException">The database holds real cases, or the clock would go back.</exception>
    Task SetTestClockAsync(DateTimeOffset instant, CancellationToken cancellation = default);
}

/// <summary>The one row that describes a database.</summary>
public sealed class Systemzustand
{
    public required Systemart Art { get; init; }

    public required DateTimeOffset ErstelltAm { get; init; }

    /// <summary>Process time of all processes (UTC); null: the real clock. Leases and the broker never follow it.</summary>
    public DateTimeOffset? TestClock { get; set; }
}

/// <summary>What a database is for; only demo and test databases have a movable clock.</summary>
public enum Systemart
{
    Produktiv,
    Demo,
    Test,
}
