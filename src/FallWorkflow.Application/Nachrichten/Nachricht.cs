namespace FallWorkflow.Application.Nachrichten;

/// <summary>A message in the outbox; leaves after the commit, at least once, with its id as idempotency key.</summary>
public sealed class Nachricht
{
    /// <summary>Message id on the wire; derived from the effect that caused it, never from the attempt.</summary>
    public required Guid Id { get; init; }

    public required Guid FallId { get; init; }

    /// <summary>Wire name of the message, for example <c>ZuweisungErteilt</c>.</summary>
    public required string Art { get; init; }

    public required string TraegerId { get; init; }

    /// <summary>Subject within the Fall: the id of the referral. A partner's page shows a referral by the message with this subject.</summary>
    public string? Bezug { get; init; }

    /// <summary>The message as JSON, exactly as it leaves.</summary>
    public required string Inhalt { get; init; }

    /// <summary>Orders the messages of one Fall.</summary>
    public long Nr { get; set; }

    public required DateTimeOffset ErstelltAm { get; init; }

    public DateTimeOffset? GesendetAm { get; set; }

    public int Versuche { get; set; }

    /// <summary>Not tried again before this instant (back-off after a failure).</summary>
    public DateTimeOffset? FruehestensAm { get; set; }

    public string? LetzterFehler { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public long Fence { get; set; }
}
