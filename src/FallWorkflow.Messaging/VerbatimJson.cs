using System.Net.Mime;
using System.Text;
using FallWorkflow.Contracts;
using MassTransit;

namespace FallWorkflow.Messaging;

/// <summary>
/// Puts the JSON of the outbox on the wire byte for byte. Serialising again would let a new release change messages that
/// were committed by the old one, and MassTransit's envelope would be noise to partners who do not use it.
/// </summary>
internal sealed class VerbatimJson : IMessageSerializer
{
    public static VerbatimJson Instance { get; } = new();

    public ContentType ContentType { get; } = new(Nachrichtenformat.ContentType);

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class => new BytesMessageBody(Encoding.UTF8.GetBytes(((Ausgang)(object)context.Message).Inhalt));
}

/// <summary>Carries the JSON through MassTransit.</summary>
internal sealed record Ausgang(string Inhalt);
