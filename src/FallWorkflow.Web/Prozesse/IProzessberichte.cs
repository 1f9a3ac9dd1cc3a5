using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozessvergleich;

namespace FallWorkflow.Web.Prozesse;

/// <summary>What process designers want to know before they publish.</summary>
public interface IProzessberichte
{
    /// <summary>Checks the draft, or the newest version if there is none, as publishing would.</summary>
    /// <exception cref="NotFoundException">There is no such process.</exception>
    Task<Pruefbericht> CheckAsync(string definitionId, CancellationToken cancellation = default);

    /// <summary>Compares two versions.</summary>
    /// <param name="von">A number, <c>entwurf</c>, or <c>stand:n</c> for a saved state of the draft's history; empty for the version that is in force, otherwise the one before <paramref name="nach"/>.</param>
    /// <param name="nach">Likewise; empty for the newest.</param>
    /// <exception cref="NotFoundException">There is no such process, or no such version of it.</exception>
    Task<Vergleichsbericht> CompareAsync(string definitionId, string? von, string? nach, CancellationToken cancellation = default);
}
