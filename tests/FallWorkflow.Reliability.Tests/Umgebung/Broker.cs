using FallWorkflow.TestKit.Server;

namespace FallWorkflow.Reliability.Tests.Umgebung;

/// <summary>
/// One RabbitMQ for the tests of a collection; they run one after the other, since each has the program's queues to itself.
/// The collections run side by side: most of the time each waits for a start or a lease.
/// </summary>
public sealed class Broker : IAsyncLifetime
{
    /// <summary>Tests on SQLite.</summary>
    public const string Sqlite = "RabbitMQ, SQLite";

    /// <summary>Tests on PostgreSQL.</summary>
    public const string PostgreSql = "RabbitMQ, PostgreSQL";

    // A server that the environment names is there once, so the collections take turns.
    private static readonly SemaphoreSlim Genannter = new(1, 1);

    private RabbitMqServer? _server;

    public Uri Uri => Server.Uri;

    public RabbitMqServer Server => _server ?? throw new InvalidOperationException("The broker has not been started.");

    public async Task InitializeAsync()
    {
        _server = await RabbitMqServer.LaunchAsync();
        if (!_server.CanStop)
            await Genannter.WaitAsync();
    }

    public async Task DisposeAsync()
    {
        if (_server is null)
            return;
        await _server.DisposeAsync();
        if (!_server.CanStop)
            Genannter.Release();
    }
}

[CollectionDefinition(Broker.Sqlite)]
public sealed class SqliteCollection : ICollectionFixture<Broker>;

[CollectionDefinition(Broker.PostgreSql)]
public sealed class PostgreSqlCollection : ICollectionFixture<Broker>;
