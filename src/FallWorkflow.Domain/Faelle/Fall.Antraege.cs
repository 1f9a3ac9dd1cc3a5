using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Domain.Faelle;

/// <summary>Departures that wait for approval (R86).</summary>
public sealed partial class Fall
{
    /// <summary>Open requests by their id.</summary>
    public IReadOnlyDictionary<string, Eintrag> Antraege => OffeneAntraege;

    internal Dictionary<string, Eintrag> OffeneAntraege { get; } = [];

    internal AbweichungBeantragt? FindAntrag(string? id) => id is not null && OffeneAntraege.TryGetValue(id, out var eintrag) ? (AbweichungBeantragt)eintrag.Tatsache : null;
}
