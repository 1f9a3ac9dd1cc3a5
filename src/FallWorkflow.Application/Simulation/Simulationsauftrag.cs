namespace FallWorkflow.Application.Simulation;

/// <summary>What many simulations are asked for.</summary>
/// <param name="Szenario">The course of each Fall.</param>
/// <param name="Faelle">How many Fälle, from 1.</param>
/// <param name="Schluessel">Running Fälle per Fallmanager (R84), 1–500.</param>
/// <param name="Minuten">Minutes of work per task by its kind where they differ from the default, 0–480.</param>
public sealed record Simulationsauftrag(Szenario Szenario, int Faelle, int Schluessel, IReadOnlyDictionary<string, int>? Minuten = null)
{
    /// <summary>Minutes per task by its kind that are assumed where nobody says otherwise; <c>*</c> stands for all other kinds.</summary>
    public static IReadOnlyDictionary<string, int> Standardminuten => Standardverlauf.Current.Minuten;

    /// <summary>Most minutes of work that one task may be given: a day.</summary>
    public const int MaxMinuten = 480;

    /// <summary>
    /// The course of one of the Fälle. Without steps of its own, which name their days, each begins a day later than the one
    /// before, over a year: weekends and Feiertage fall differently.
    /// </summary>
    /// <param name="nr">From 0.</param>
    public Szenario Of(int nr) => Szenario.Schritte.Count > 0 ? Szenario : Szenario.From(Szenario.Von.AddDays(nr % 365));

    public int MinutenOf(string art) =>
        Minuten?.TryGetValue(art, out var eigene) == true ? eigene
        : Standardminuten.TryGetValue(art, out var standard) ? standard
        : Minuten?.TryGetValue("*", out var andere) == true ? andere
        : Standardminuten["*"];
}
