using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Ports;

/// <summary>What reports over Fälle are made from. The caller has asked the access policy.</summary>
public interface IAuswertungsquelle
{
    /// <summary>
    /// Fälle admitted by the last day of the period and not left before its first, read page by page by their keys, each folded from the
    /// kinds of entries that reports need: nothing else of it can be relied on.
    /// </summary>
    IAsyncEnumerable<Fall> AktenAsync(Statistikbereich bereich, CancellationToken cancellation = default);

    /// <summary>Fälle, entries and exits (R82).</summary>
    Task<Bestandszahlen> BestandAsync(Statistikbereich bereich, CancellationToken cancellation = default);

    /// <summary>Running Fälle and aftercare by Fallmanager (R84); people without a Fall are not in it.</summary>
    Task<IReadOnlyDictionary<string, (int Laufend, int Nachbetreuung)>> FallzahlenAsync(string bueroId, CancellationToken cancellation = default);
}
