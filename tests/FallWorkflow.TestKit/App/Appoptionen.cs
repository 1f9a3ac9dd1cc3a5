using FallWorkflow.Application.Ports;

namespace FallWorkflow.TestKit.App;

/// <summary>How a program under test is started. Without anything: SQLite in a folder of its own, no broker, test clock.</summary>
public sealed record Appoptionen
{
    /// <summary>As <c>Database:Provider</c>.</summary>
    public string Provider { get; init; } = "Sqlite";

    /// <summary>Null: a new SQLite file that goes with the app.</summary>
    public string? ConnectionString { get; init; }

    public Uri? RabbitMq { get; init; }

    /// <summary>Where the test clock of a new database begins; a Monday, 08:00 in Germany.</summary>
    public DateTimeOffset Beginn { get; init; } = new(2027, 1, 11, 7, 0, 0, TimeSpan.Zero);

    /// <summary>Folder of definitions; null: the shipped ones.</summary>
    public string? Workflows { get; init; }

    /// <summary>Offices, people and partners besides those of <see cref="Testjobcenter"/>.</summary>
    public Func<IStammdaten, Task>? Stammdaten { get; init; }

    /// <summary>Further settings by their configuration names.</summary>
    public IReadOnlyDictionary<string, string?> Weitere { get; init; } = new Dictionary<string, string?>();

    /// <summary>Environment of a child process, for example fault points.</summary>
    public IReadOnlyDictionary<string, string> Umgebung { get; init; } = new Dictionary<string, string>();
}
