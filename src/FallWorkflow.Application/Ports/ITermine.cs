using FallWorkflow.Application.Termine;
using FallWorkflow.Application.Zugriff;

namespace FallWorkflow.Application.Ports;

/// <summary>Appointments of many Fälle, read from rows that follow from the Akten; by beginning. Nothing here changes anything.</summary>
public interface ITermine
{
    /// <summary>Appointments that begin in a span (UTC, end excluded) in Fälle that the person may see, called-off ones included.</summary>
    Task<IReadOnlyList<Terminzeile>> ListAsync(Akteur akteur, DateTimeOffset von, DateTimeOffset bis, int max = 1000, CancellationToken cancellation = default);

    /// <summary>Open appointments of a Fallmanager that reach into a span; trusts its caller to show no more of them than their time.</summary>
    Task<IReadOnlyList<Terminzeile>> OfFallmanagerAsync(string fallmanagerId, DateTimeOffset von, DateTimeOffset bis, CancellationToken cancellation = default);

    /// <summary>Open appointments of an office that begin in a span and of which the client wants to be reminded.</summary>
    Task<IReadOnlyList<Terminzeile>> ZuErinnernAsync(string bueroId, DateTimeOffset von, DateTimeOffset bis, CancellationToken cancellation = default);
}
