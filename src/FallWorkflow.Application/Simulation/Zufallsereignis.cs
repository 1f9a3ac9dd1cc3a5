using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Application.Simulation;

/// <summary>Something that happens to a simulated Fall, at most once.</summary>
/// <param name="Tatsache">Wire name of the fact; see <see cref="Moegliche"/>.</param>
/// <param name="Monat">Month of the course, from 1, in which it happens on a Werktag by chance; null: any.</param>
/// <param name="Wahrscheinlichkeit">Share of Fälle that it happens to, in percent (1–100).</param>
public sealed record Zufallsereignis(string Tatsache, int? Monat = null, int Wahrscheinlichkeit = 100)
{
    /// <summary>The facts that may happen by chance, those with a template in <c>standardverlauf.json</c>.</summary>
    public static IReadOnlyList<string> Moegliche { get; } =
        [.. Standardverlauf.Current.Tatsachen.Where(t => t.Value.Ereignis).Select(t => t.Key).Order(StringComparer.Ordinal)];

    internal IEnumerable<Eingabefehler> Validate(string feld, int monate)
    {
        if (!Moegliche.Contains(Tatsache))
            yield return new($"{feld}.tatsache", Texte.Of("SimulationEreignisUnbekannt", Tatsache, string.Join(", ", Moegliche)));
        if (Monat < 1 || Monat > monate)
            yield return new($"{feld}.monat", Texte.Of("SimulationMonat", monate));
        if (Wahrscheinlichkeit is < 1 or > 100)
            yield return new($"{feld}.wahrscheinlichkeit", Texte.Of("SimulationWahrscheinlichkeit"));
    }
}
