using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Web.Prozesse;

/// <summary>Publishing processes: who asked, who agreed, what was published when and why (R85).</summary>
public interface IVeroeffentlichungen
{
    /// <summary>Requests that nobody has decided, the oldest first; lapsed ones too, as long as nothing has come of their draft.</summary>
    Task<IReadOnlyList<Antragsangabe>> RequestsAsync(CancellationToken cancellation = default);

    /// <summary>Files that were not published at start, because they would have replaced what somebody else has published.</summary>
    Task<IReadOnlyList<Dateikonflikt>> ConflictsAsync(CancellationToken cancellation = default);

    /// <exception cref="NotFoundException">There is no such process.</exception>
    Task<Veroeffentlichungsstand> FindAsync(string definitionId, CancellationToken cancellation = default);

    /// <summary>Publishes the draft, or asks a second person to agree.</summary>
    /// <param name="nr">Saved state that the person has seen; another one is not published.</param>
    /// <returns>False if a second person has to agree.</returns>
    /// <exception cref="InvalidInputException">The reason is missing, or the draft has changed.</exception>
    Task<bool> PublishAsync(string definitionId, int nr, string? grund, Akteur akteur, CancellationToken cancellation = default);

    /// <summary>Agrees to a request, which publishes exactly what was asked for.</summary>
    /// <returns>Number of the version.</returns>
    /// <exception cref="RuleBrokenException">The person has asked for it, or it is decided or has lapsed.</exception>
    Task<int> ApproveAsync(string definitionId, int nr, string? grund, Akteur akteur, CancellationToken cancellation = default);

    /// <summary>Declines a request, or takes one's own back; the draft stays.</summary>
    /// <exception cref="RuleBrokenException">It is decided or has lapsed.</exception>
    Task DeclineAsync(string definitionId, int nr, string? grund, Akteur akteur, CancellationToken cancellation = default);

    /// <summary>Publishes the file that is in conflict as the next version, or asks a second person to agree.</summary>
    /// <returns>False if a second person has to agree.</returns>
    /// <exception cref="NotFoundException">There is no conflict.</exception>
    /// <exception cref="InvalidInputException">The reason is missing.</exception>
    Task<bool> TakeFileAsync(string definitionId, string? grund, Akteur akteur, CancellationToken cancellation = default);
}
