using MassTransit;
using MassTransit.RabbitMqTransport;

namespace FallWorkflow.Messaging;

/// <summary>What the transport says about an incoming message.</summary>
/// <param name="Art">Wire name from the AMQP property <c>type</c>, or from the header <c>message-type</c>.</param>
/// <param name="UserId">The sender's broker account if the sender states it; the broker has verified it.</param>
/// <param name="Deliveries">How often the broker has delivered this message before.</param>
internal sealed record Umschlag(string? Art, string? UserId, int Deliveries)
{
    public static Umschlag Of(ReceiveContext context)
    {
        string? art = null, userId = null;
        if (context.TryGetPayload(out RabbitMqBasicConsumeContext? rabbit))
        {
            art = rabbit.Properties.Type;
            userId = rabbit.Properties.UserId;
        }

        return new(
            string.IsNullOrEmpty(art) ? context.TransportHeaders.Get<string>(Topologie.ArtHeader) : art,
            userId,
            context.TransportHeaders.Get<int>("x-delivery-count") ?? 0);
    }
}
