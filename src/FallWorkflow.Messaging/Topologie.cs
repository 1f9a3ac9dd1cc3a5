namespace FallWorkflow.Messaging;

/// <summary>Names on the broker. They contain ids of organisations, never anything about a client.</summary>
internal static class Topologie
{
    /// <summary>Direct exchange for everything that goes to partners; the routing key is <see cref="RoutingKeyOf"/>.</summary>
    public const string Ausgang = "fallworkflow.traeger-ausgang";

    /// <summary>Quorum queue for everything that comes from partners.</summary>
    public const string Eingang = "fallworkflow.traeger-eingang";

    /// <summary>Carries the wire name where a transport has no AMQP property <c>type</c>.</summary>
    public const string ArtHeader = "message-type";

    /// <summary>
    /// The intake's own limit of deliveries, out of reach: we park at <see cref="MessagingOptions.MaxDeliveries"/>. It must be set
    /// nevertheless: a quorum queue without one puts a returned message at its end (and RabbitMQ 4 drops it after 20 deliveries),
    /// so a report would overtake the answer that a stopping node gave back.
    /// </summary>
    public const int DeliveryLimit = 1000;

    public static string RoutingKeyOf(string traegerId) => $"traeger.{traegerId}";

    /// <summary>Quorum queue of one partner, bound to <see cref="Ausgang"/>.</summary>
    public static string QueueOf(string traegerId) => $"traeger.{traegerId}.zuweisungen";

    /// <summary>AMQP user that a partner signs in with where <see cref="MessagingOptions.RequireUserId"/> is set.</summary>
    public static string UserOf(string traegerId) => $"traeger.{traegerId}";
}
