using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Fachkonzepte;

namespace FallWorkflow.Application.Ports;

/// <summary>People, offices, partners and local concepts. Each write is a transaction of its own.</summary>
public interface IStammdaten
{
    Task<Benutzer?> FindBenutzerAsync(string id, CancellationToken cancellation = default);

    /// <summary>People by name; null takes any office or role.</summary>
    Task<IReadOnlyList<Benutzer>> BenutzerAsync(string? bueroId = null, string? rolle = null, CancellationToken cancellation = default);

    Task<Buero?> FindBueroAsync(string id, CancellationToken cancellation = default);

    Task<IReadOnlyList<Buero>> BuerosAsync(CancellationToken cancellation = default);

    Task<Traeger?> FindTraegerAsync(string id, CancellationToken cancellation = default);

    Task<IReadOnlyList<Traeger>> TraegerAsync(CancellationToken cancellation = default);

    /// <summary>Inserts or overwrites.</summary>
    Task SaveAsync(Benutzer benutzer, CancellationToken cancellation = default);

    Task SaveAsync(Buero buero, CancellationToken cancellation = default);

    Task SaveAsync(Traeger traeger, CancellationToken cancellation = default);

    /// <summary>All versions of an office's concept, newest first; empty if the office works by the default concept.</summary>
    Task<IReadOnlyList<Fachkonzept>> FachkonzepteAsync(string bueroId, CancellationToken cancellation = default);

    /// <summary>Adds a version; versions are never changed.</summary>
    /// <param name="eingang">Key that goes into the inbox in the same transaction, so that a repetition adds nothing.</param>
    /// <returns>False if the key was there already; nothing was added.</returns>
    /// <exception cref="ConflictException">The office has this version already, or the key came in at the same time.</exception>
    Task<bool> PublishAsync(Fachkonzept fachkonzept, Eingangsschluessel? eingang = null, CancellationToken cancellation = default);
}
