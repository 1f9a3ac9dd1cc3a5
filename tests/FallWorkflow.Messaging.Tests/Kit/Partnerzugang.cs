using System.Text;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace FallWorkflow.Messaging.Tests.Kit;

/// <summary>A partner's plain AMQP access, and a look behind the scenes of the broker.</summary>
public sealed class Partnerzugang : IAsyncDisposable
{
    public const string Eingang = "fallworkflow.traeger-eingang";
    public const string Geparkt = "fallworkflow.traeger-eingang_error";

    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private readonly Uri _broker;

    private Partnerzugang(Uri broker, IConnection connection, IChannel channel)
    {
        _broker = broker;
        _connection = connection;
        _channel = channel;
    }

    public static async Task<Partnerzugang> ConnectAsync(Uri broker)
    {
        var connection = await new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
        return new(broker, connection, await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)));
    }

    /// <summary>Makes a partner's queue, as a partner may that is there before the first referral.</summary>
    public async Task MakeQueueAsync(string traegerId)
    {
        await _channel.ExchangeDeclareAsync("fallworkflow.traeger-ausgang", ExchangeType.Direct, durable: true, autoDelete: false);
        await _channel.QueueDeclareAsync(
            $"traeger.{traegerId}.zuweisungen", durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await _channel.QueueBindAsync($"traeger.{traegerId}.zuweisungen", "fallworkflow.traeger-ausgang", $"traeger.{traegerId}");
    }

    /// <summary>Arguments a queue was declared with: declaring it again with others is refused by the broker.</summary>
    public async Task<string?> RefusalOfAsync(string queue, Dictionary<string, object?> arguments)
    {
        await using var channel = await _connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments);
            return null;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException e)
        {
            return e.ShutdownReason!.ReplyText;
        }
    }

    /// <summary>Empties a queue; a queue that does not exist yet is empty.</summary>
    public async Task PurgeAsync(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        try
        {
            await channel.QueuePurgeAsync(queue);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
        }
    }

    public async Task DeleteQueueAsync(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        await channel.QueueDeleteAsync(queue);
    }

    /// <summary>Publishes to the intake; returns when the broker keeps it.</summary>
    public async Task PublishAsync(string? type, string json, BasicProperties? properties = null) =>
        await PublishAsync(type, Encoding.UTF8.GetBytes(json), properties);

    public async Task PublishAsync(string? type, byte[] body, BasicProperties? properties = null)
    {
        properties ??= new BasicProperties { ContentType = "application/json", Persistent = true };
        if (type is not null)
            properties.Type = type;
        await _channel.BasicPublishAsync("", Eingang, mandatory: true, properties, body);
    }

    /// <summary>Publishes to a partner as the broker may after an outage: a second time.</summary>
    public async Task PublishToPartnerAsync(string traegerId, string type, string json) => await _channel.BasicPublishAsync(
        "fallworkflow.traeger-ausgang", $"traeger.{traegerId}", mandatory: true, new BasicProperties { Type = type }, Encoding.UTF8.GetBytes(json));

    /// <summary>Takes from a queue, acknowledging at once, until disposed.</summary>
    public async Task<Empfang> ReceiveAsync(string queue)
    {
        var channel = await _connection.CreateChannelAsync();
        var inbox = Channel.CreateUnbounded<Angekommen>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, e) =>
        {
            await inbox.Writer.WriteAsync(new(Encoding.UTF8.GetString(e.Body.Span), new BasicProperties(e.BasicProperties)));
            await channel.BasicAckAsync(e.DeliveryTag, multiple: false);
        };
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
        return new(channel, inbox.Reader);
    }

    /// <summary>Takes a message and drops the connection without an answer, as a process that dies of it does.</summary>
    public async Task TakeAndDieAsync(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = _broker, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, _) =>
        {
            taken.TrySetResult();
            return Task.CompletedTask;
        };
        await channel.BasicQosAsync(0, 1, global: false);
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
        await taken.Task.WaitAsync(Gedaechtnis.Limit);
    }

    /// <summary>Waits until a message was parked: the queue appears with the first.</summary>
    public async Task<Empfang> ReceiveParkedAsync()
    {
        using var limit = new CancellationTokenSource(Gedaechtnis.Limit);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await ExistsAsync(Geparkt))
            await tick.WaitForNextTickAsync(limit.Token);
        return await ReceiveAsync(Geparkt);
    }

    /// <summary>Asks on a connection of its own: RabbitMQ 3.10 closes it with an internal error if the queue is just being made.</summary>
    private async Task<bool> ExistsAsync(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = _broker, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclarePassiveAsync(queue);
            return true;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return false;
        }
    }

    public Task<Empfang> ReceiveOfAsync(string traegerId) => ReceiveAsync($"traeger.{traegerId}.zuweisungen");

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}

public sealed record Angekommen(string Body, BasicProperties Properties)
{
    public string? Header(string name) => Properties.Headers?.TryGetValue(name, out var value) == true
        ? value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{value}"
        : null;
}

public sealed class Empfang(IChannel channel, ChannelReader<Angekommen> reader) : IAsyncDisposable
{
    public async Task<Angekommen> NextAsync()
    {
        using var limit = new CancellationTokenSource(Gedaechtnis.Limit);
        return await reader.ReadAsync(limit.Token);
    }

    public async Task<IReadOnlyList<Angekommen>> NextAsync(int count)
    {
        var all = new List<Angekommen>();
        while (all.Count < count)
            all.Add(await NextAsync());
        return all;
    }

    /// <summary>What has arrived beyond what was taken.</summary>
    public int Left => reader.Count;

    public ValueTask DisposeAsync() => channel.DisposeAsync();
}
