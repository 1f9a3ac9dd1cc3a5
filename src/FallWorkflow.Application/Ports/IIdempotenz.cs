namespace FallWorkflow.Application.Ports;

/// <summary>
/// Answers of the API by idempotency key, so that a repeated request gets the same answer. The effect itself is guarded
/// by the inbox in the transaction of the Fall; this store only remembers what was said.
/// </summary>
public interface IIdempotenz
{
    Task<IdempotenteAntwort?> FindAsync(string key, string akteurId, CancellationToken cancellation = default);

    /// <summary>Remembers an answer; the first one wins. False if there was one already.</summary>
    Task<bool> SaveAsync(IdempotenteAntwort antwort, CancellationToken cancellation = default);

    /// <summary>Removes answers given before an instant and tells how many.</summary>
    Task<int> CleanAsync(DateTimeOffset before, CancellationToken cancellation = default);
}

/// <summary>A remembered answer.</summary>
public sealed class IdempotenteAntwort
{
    /// <summary>Up to 400 characters, as the client sent it.</summary>
    public required string Key { get; init; }

    public required string AkteurId { get; init; }

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    public string? ResponseJson { get; init; }

    public required DateTimeOffset At { get; init; }
}
