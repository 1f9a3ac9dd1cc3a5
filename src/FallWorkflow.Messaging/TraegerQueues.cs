using RabbitMQ.Client;

namespace FallWorkflow.Messaging;

/// <summary>
/// Makes a partner's queue before the first message to it, so that nothing is lost if the partner has never connected.
/// MassTransit declares only queues that it consumes or knows at start; partners are added while the program runs.
/// </summary>
internal sealed class TraegerQueues(Uri broker)
{
    public async Task DeclareAsync(string traegerId, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory
        {
            Uri = broker,
            ClientProvidedName = "fallworkflow-topology",
            AutomaticRecoveryEnabled = false,
        };
        await using var connection = await factory.CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        var queue = Topologie.QueueOf(traegerId);
        await channel.ExchangeDeclareAsync(Topologie.Ausgang, ExchangeType.Direct, durable: true, autoDelete: false, cancellationToken: cancellation);
        await channel.QueueDeclareAsync(
            queue, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellation);
        await channel.QueueBindAsync(queue, Topologie.Ausgang, Topologie.RoutingKeyOf(traegerId), cancellationToken: cancellation);
    }
}
