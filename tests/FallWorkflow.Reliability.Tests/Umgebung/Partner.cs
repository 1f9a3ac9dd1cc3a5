using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using FallWorkflow.TestKit.Server;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace FallWorkflow.Reliability.Tests.Umgebung;

/// <summary>The partner's side: the example program in a process of its own, or plain AMQP where a test must say it wrongly.</summary>
internal static class Partner
{
    private static readonly string Beispiel = typeof(Partner).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PartnerBeispiel").Value!;

    private const string Geparkt = "fallworkflow.traeger-eingang_error";

    public static ChildProcess Start(Broker broker, string traegerId, params string[] more) =>
        ChildProcess.Start("dotnet", [Beispiel, "--uri", $"{broker.Uri}", "--traeger", traegerId, .. more]);

    /// <summary>Sends the same message several times at once, each on a connection of its own; returns when the broker has them all.</summary>
    public static Task SendAsync(Broker broker, string art, object inhalt, string id, int mal = 1) =>
        SendTextAsync(broker, art, JsonSerializer.Serialize(inhalt), id, mal);

    /// <summary>As <see cref="SendAsync"/>, but a text as it is.</summary>
    public static async Task SendTextAsync(Broker broker, string art, string inhalt, string id, int mal = 1)
    {
        var koerper = Encoding.UTF8.GetBytes(inhalt);
        await Task.WhenAll(Enumerable.Range(0, mal).Select(async _ =>
        {
            await using var verbindung = await new ConnectionFactory { Uri = broker.Uri, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
            await using var kanal = await verbindung.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
            await kanal.BasicPublishAsync(
                "", "fallworkflow.traeger-eingang", mandatory: true,
                new BasicProperties { Type = art, MessageId = id, ContentType = "application/json", Persistent = true }, koerper);
        }));
    }

    /// <summary>Takes the parked messages as the operator does: body and reason of each; puts those that are wanted back into the intake.</summary>
    public static async Task<IReadOnlyList<(string Inhalt, string Grund)>> TakeParkedAsync(Broker broker, Func<string, bool>? wiederholen = null)
    {
        await using var verbindung = await new ConnectionFactory { Uri = broker.Uri, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
        await using var kanal = await verbindung.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        // A queue with a single active consumer can be consumed only, not asked for one message after the other.
        var anzahl = (int)(await kanal.QueueDeclarePassiveAsync(Geparkt)).MessageCount;
        var angekommen = Channel.CreateUnbounded<BasicDeliverEventArgs>();
        var abnehmer = new AsyncEventingBasicConsumer(kanal);
        abnehmer.ReceivedAsync += (_, e) =>
        {
            // The buffer is the client's again when this returns.
            angekommen.Writer.TryWrite(new(e.ConsumerTag, e.DeliveryTag, e.Redelivered, e.Exchange, e.RoutingKey, e.BasicProperties, e.Body.ToArray()));
            return Task.CompletedTask;
        };
        await kanal.BasicConsumeAsync(Geparkt, autoAck: false, abnehmer);
        var alle = new List<(string, string)>();
        for (var n = 0; n < anzahl; n++)
        {
            var nachricht = await angekommen.Reader.ReadAsync().AsTask().WaitAsync(Programm.Geduld);
            var inhalt = Encoding.UTF8.GetString(nachricht.Body.Span);
            alle.Add((inhalt, Encoding.UTF8.GetString((byte[])nachricht.BasicProperties.Headers!["MT-Fault-Message"]!)));
            if (wiederholen?.Invoke(inhalt) == true)
                await kanal.BasicPublishAsync("", "fallworkflow.traeger-eingang", mandatory: true, new BasicProperties(nachricht.BasicProperties), nachricht.Body);
            await kanal.BasicAckAsync(nachricht.DeliveryTag, multiple: false);
        }

        return alle;
    }

    /// <summary>Takes everything out of a partner's queue: kind and message id of each.</summary>
    public static async Task<IReadOnlyList<(string Art, string Id)>> DrainAsync(Broker broker, string traegerId)
    {
        await using var verbindung = await new ConnectionFactory { Uri = broker.Uri, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
        await using var kanal = await verbindung.CreateChannelAsync();
        var alle = new List<(string, string)>();
        try
        {
            while (await kanal.BasicGetAsync($"traeger.{traegerId}.zuweisungen", autoAck: true) is { } nachricht)
                alle.Add((nachricht.BasicProperties.Type ?? "", (string?)JsonDocument.Parse(nachricht.Body).RootElement.GetProperty("nachrichtId").GetString() ?? ""));
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
            // A queue that does not exist yet is empty.
        }

        return alle;
    }
}
