using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests.Umgebung;

/// <summary>
/// One database for the tests of a class, each with Fälle of its own; only the process comes and goes, and the clock runs on
/// from test to test.
/// </summary>
public abstract class Laufend(Broker broker, string provider) : IAsyncLifetime
{
    public FallWorkflowApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await Programm.LaunchAsync(provider, broker);

    public async Task DisposeAsync()
    {
        if (App is not null)
            await App.DisposeAsync();
    }
}

public sealed class LaufendAufSqlite(Broker broker) : Laufend(broker, Programm.Sqlite);

public sealed class LaufendAufPostgreSql(Broker broker) : Laufend(broker, Programm.PostgreSql);
