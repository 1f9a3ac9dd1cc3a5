using FallWorkflow.Domain.Netzwerke;

namespace FallWorkflow.Application.Ports;

/// <summary>The offices' networks: entries that are only ever added (R68–R71). They name no client.</summary>
public interface INetzwerke
{
    /// <summary>All entries of an office, in order.</summary>
    Task<IReadOnlyList<Netzwerkeintrag>> ReadAsync(string bueroId, CancellationToken cancellation = default);

    /// <summary>Adds an entry.</summary>
    /// <param name="eingang">Key that goes into the inbox in the same transaction, so that a repetition adds nothing.</param>
    /// <returns>False if the key was there already; nothing was added.</returns>
    /// <exception cref="ConflictException">The office has an entry of this number already.</exception>
    Task<bool> AppendAsync(string bueroId, Netzwerkeintrag eintrag, Eingangsschluessel? eingang, CancellationToken cancellation = default);
}
