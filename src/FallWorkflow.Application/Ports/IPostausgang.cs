namespace FallWorkflow.Application.Ports;

/// <summary>Mails of the demo, which are kept instead of sent.</summary>
public interface IPostausgang
{
    /// <summary>Keeps a mail; false if one with the same key is there already.</summary>
    Task<bool> AppendAsync(GesendeteMail mail, CancellationToken cancellation = default);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<GesendeteMail>> LatestAsync(int max, CancellationToken cancellation = default);
}

/// <summary>A mail that has been handed over for sending.</summary>
public sealed class GesendeteMail
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string An { get; init; }

    public required string Betreff { get; init; }

    public required string Text { get; init; }

    /// <summary>Idempotency key, see <see cref="Mail.Schluessel"/>.</summary>
    public required string Schluessel { get; init; }
}
