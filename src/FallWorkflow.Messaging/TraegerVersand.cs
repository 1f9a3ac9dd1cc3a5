using System.Collections.Concurrent;
using MassTransit;
using RabbitMQ.Client.Exceptions;

namespace FallWorkflow.Messaging;

/// <summary>Sends over MassTransit, in memory or to RabbitMQ with publisher confirms.</summary>
internal sealed class TraegerVersand(IBus bus, MessagingOptions options, TraegerQueues? queues = null) : ITraegerVersand
{
    private static readonly Uri Ziel = new($"exchange:{Topologie.Ausgang}?type=direct");

    private readonly ConcurrentDictionary<string, bool> _bound = new();

    public async Task SendAsync(Sendung sendung, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.SendTimeout);
        try
        {
            if (sendung.MakeQueue && queues is not null && !_bound.ContainsKey(sendung.TraegerId))
            {
                await queues.DeclareAsync(sendung.TraegerId, limit.Token);
                _bound[sendung.TraegerId] = true;
            }

            var endpoint = await bus.GetSendEndpoint(Ziel);
            await endpoint.Send(new Ausgang(sendung.Inhalt), Pipe.Execute<SendContext<Ausgang>>(c => Describe(c, sendung)), limit.Token);
        }
        catch (MessageReturnedException e)
        {
            // The queue was deleted behind our back; the next attempt makes it again.
            _bound.TryRemove(sendung.TraegerId, out _);
            throw new TraegerUnbekanntException(e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new BrokerUnavailableException(e);
        }
        catch (Exception e) when (MeansBrokerAway(e))
        {
            throw new BrokerUnavailableException(e);
        }
    }

    private static void Describe(SendContext<Ausgang> context, Sendung sendung)
    {
        context.Serializer = VerbatimJson.Instance;
        context.MessageId = sendung.Id;
        context.Durable = true;
        context.SetRoutingKey(Topologie.RoutingKeyOf(sendung.TraegerId));
        if (context.TryGetPayload(out RabbitMqSendContext? rabbit))
        {
            rabbit.BasicProperties.Type = sendung.Art;
            // Unroutable messages come back instead of vanishing with a confirmation.
            rabbit.Mandatory = true;
        }
        else
        {
            context.Headers.Set(Topologie.ArtHeader, sendung.Art);
        }
    }

    private static bool MeansBrokerAway(Exception e) => e switch
    {
        // Refused (403) or declared differently by somebody (406): one partner's trouble; the others must not wait for it.
        OperationInterruptedException { ShutdownReason.ReplyCode: >= 403 and <= 406 } => false,
        ConnectionException or TransportUnavailableException or MessageNotAcknowledgedException => true,
        RabbitMQClientException or IOException or System.Net.Sockets.SocketException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };
}
