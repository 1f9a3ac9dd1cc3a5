namespace FallWorkflow.Messaging;

/// <summary>Hands messages to the broker.</summary>
internal interface ITraegerVersand
{
    /// <summary>Returns after the broker has confirmed that it keeps the message.</summary>
    /// <exception cref="BrokerUnavailableException">The broker cannot be reached or did not confirm in time.</exception>
    /// <exception cref="TraegerUnbekanntException">The partner has no queue and none is to be made.</exception>
    Task SendAsync(Sendung sendung, CancellationToken cancellation);
}

/// <summary>One message as it goes to the broker.</summary>
/// <param name="Id">Message id on the wire.</param>
/// <param name="Art">Wire name.</param>
/// <param name="Inhalt">JSON, sent as it is.</param>
/// <param name="MakeQueue">Whether the partner's queue is made if it is missing; false for ids that a sender merely claims.</param>
internal sealed record Sendung(Guid Id, string Art, string TraegerId, string Inhalt, bool MakeQueue);
