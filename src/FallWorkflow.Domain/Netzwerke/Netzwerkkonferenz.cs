using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>A conference of the network (R70).</summary>
/// <param name="Koordination">The one person who keeps it together until the next one.</param>
public sealed record Netzwerkkonferenz(
    string Id, DateOnly Am, IReadOnlyList<Teilnehmende> Teilnehmende, string Bilanz, string Zielkonflikte, string Zielvereinbarungen, string NaechsterPlan, string Koordination);
