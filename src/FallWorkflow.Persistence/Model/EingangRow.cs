namespace FallWorkflow.Persistence.Model;

/// <summary>Inbox: a message id or idempotency key whose effect has happened.</summary>
internal sealed class EingangRow
{
    public required string Schluessel { get; init; }

    public required DateTimeOffset At { get; init; }
}
