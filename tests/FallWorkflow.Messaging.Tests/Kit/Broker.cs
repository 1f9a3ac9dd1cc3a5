using FallWorkflow.TestKit.Server;

namespace FallWorkflow.Messaging.Tests.Kit;

/// <summary>One RabbitMQ for all tests that need one; they run one after the other.</summary>
public sealed class Broker : IAsyncLifetime
{
    public const string Name = "RabbitMQ";

    private RabbitMqServer? _server;

    public RabbitMqServer Server => _server ?? throw new InvalidOperationException("The broker has not been started.");

    public Uri Uri => Server.Uri;

    public async Task InitializeAsync() => _server = await RabbitMqServer.LaunchAsync();

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}

[CollectionDefinition(Broker.Name)]
public sealed class BrokerCollection : ICollectionFixture<Broker>;
