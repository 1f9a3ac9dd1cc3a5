using FallWorkflow.TestKit.Server;

namespace FallWorkflow.Reliability.Tests.Umgebung;

/// <summary>One RabbitMQ for all tests; they run one after the other, since each has the program's queues to itself.</summary>
public sealed class Broker : IAsyncLifetime
{
    public const string Name = "RabbitMQ";

    private RabbitMqServer? _server;

    public Uri Uri => (_server ?? throw new InvalidOperationException("The broker has not been started.")).Uri;

    public async Task InitializeAsync() => _server = await RabbitMqServer.LaunchAsync();

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}

[CollectionDefinition(Broker.Name)]
public sealed class BrokerCollection : ICollectionFixture<Broker>;
