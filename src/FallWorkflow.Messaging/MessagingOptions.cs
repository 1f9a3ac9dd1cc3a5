namespace FallWorkflow.Messaging;

/// <summary>Settings of the messaging; checked by <see cref="Validate"/> when the program starts.</summary>
public sealed class MessagingOptions
{
    /// <summary>
    /// Broker, for example <c>amqp://user:password@host:5672/vhost</c> (<c>amqps</c> for TLS). Default: none; messages then
    /// travel in memory behind the same outbox and reach nobody outside this process.
    /// </summary>
    public Uri? RabbitMqUri { get; set; }

    /// <summary>
    /// How often the relay looks into the outbox when nobody rings. Default 5 s, 100 ms to 1 h. Longer: messages that another
    /// node committed leave later. Shorter: more queries on an idle database.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Messages claimed at once. Default 50, 1 to 1000. Larger: fewer claims, but more is repeated after a crash.</summary>
    public int BatchSize { get; set; } = 50;

    /// <summary>
    /// How long a claim lasts, real time. Default 60 s; at least three times <see cref="SendTimeout"/>. After a crash the claimed
    /// messages wait this long; if it were shorter than sending takes, two relays would send the same message.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one message may wait for the broker's confirmation. Default 10 s. Afterwards it is sent again later with the same id.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>First pause after a failure; doubled each time, half of it random. Default 1 s.</summary>
    public TimeSpan BackOffFrom { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause after failures. Default 30 s; also the longest time until messages leave after the broker is back.</summary>
    public TimeSpan BackOffCap { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest message accepted from a partner, in bytes. Default 65,536. Larger ones are parked unread.</summary>
    public int MaxMessageBytes { get; set; } = 65_536;

    /// <summary>Attempts at a partner's message that fails for an unknown cause, before it is parked. Default 3.</summary>
    public int Attempts { get; set; } = 3;

    /// <summary>
    /// Deliveries of one message by the broker before it is parked unread, since it presumably kills the process. Default 10,
    /// 1 to 100; the queue's own limit of 1000, after which the broker drops a message, stays out of reach.
    /// </summary>
    public int MaxDeliveries { get; set; } = 10;

    /// <summary>
    /// Whether a partner's message must carry the AMQP property <c>user-id</c> with the value <c>traeger.&lt;TraegerId&gt;</c>; the broker
    /// refuses a <c>user-id</c> other than the signed-in user, so this proves the sender. Default false: then only the ownership
    /// of the referral protects. Set it wherever each partner has its own broker account.
    /// </summary>
    public bool RequireUserId { get; set; }

    /// <summary>Real time, for leases and pauses; nodes on one database need one that they have in common. Default: the system clock.</summary>
    public TimeProvider Echtzeit { get; set; } = TimeProvider.System;

    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Validate()
    {
        Check(RabbitMqUri is null or { IsAbsoluteUri: true, Scheme: "amqp" or "amqps" }, "RabbitMq:Uri must start with amqp:// or amqps://.");
        Check(PollInterval >= TimeSpan.FromMilliseconds(100) && PollInterval <= TimeSpan.FromHours(1), "PollInterval must lie between 100 ms and 1 h.");
        Check(BatchSize is >= 1 and <= 1000, "BatchSize must lie between 1 and 1000.");
        Check(SendTimeout > TimeSpan.Zero && Lease >= 3 * SendTimeout, "Lease must be at least three times SendTimeout.");
        Check(BackOffFrom > TimeSpan.Zero && BackOffCap >= BackOffFrom, "BackOffFrom must be positive and not above BackOffCap.");
        Check(MaxMessageBytes is >= 1024 and <= 16_777_216, "MaxMessageBytes must lie between 1024 and 16777216.");
        Check(Attempts is >= 1 and <= 20, "Attempts must lie between 1 and 20.");
        Check(MaxDeliveries is >= 1 and <= 100, "MaxDeliveries must lie between 1 and 100.");
    }

    private static void Check(bool holds, string message)
    {
        if (!holds)
            throw new ArgumentException(message);
    }
}
