namespace FallWorkflow.Benchmarks.Ziele;

/// <summary>How much is measured: the sizes of the goals, or smaller ones that end within five minutes.</summary>
internal sealed record Groessen(
    TimeSpan Turn, int Rounds, int Stored, int Few, int FewGrown, int Timers, int SimulatedCases, int ListedCases)
{
    public static Groessen Full { get; } = new(TimeSpan.FromSeconds(5), 5, 1_000_000, 1_000, 10_000, 100_000, 10_000, 100_000);

    public static Groessen Quick { get; } = new(TimeSpan.FromSeconds(1.5), 3, 50_000, 1_000, 5_000, 5_000, 1_000, 10_000);

    /// <summary>Before anything counts: by then the program is compiled to the end, which takes a core for some seconds.</summary>
    public TimeSpan Warm => TimeSpan.FromSeconds(Math.Max(4, Turn.TotalSeconds));

    /// <summary>Connections of the floor; callers of the engine where every burst has a commit of its own.</summary>
    public const int Connections = 4;

    /// <summary>Callers under load; SQLite and PostgreSQL see one connection that writes.</summary>
    public const int Callers = 64;
}
