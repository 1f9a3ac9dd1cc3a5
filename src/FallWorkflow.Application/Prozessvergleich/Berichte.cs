using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FallWorkflow.Application.Prozessvergleich;

/// <summary>One version of a process.</summary>
/// <param name="Version">The draft has the number that it gets when it is published.</param>
/// <param name="IstAktuell">New instances start with it.</param>
/// <param name="Stand">When it was saved or published (UTC).</param>
/// <param name="Nr">Number of a saved state of the draft's history; null for versions and for the draft as it is.</param>
public sealed record Fassungsangabe(int Version, bool IstEntwurf, bool IstAktuell, DateTimeOffset Stand, int? Nr = null);

/// <summary>What keeps a process from being published.</summary>
/// <param name="Fassung">What was checked: the draft, otherwise the newest version.</param>
public sealed record Pruefbericht(string DefinitionId, string Name, Fassungsangabe Fassung, IReadOnlyList<Pruefproblem> Probleme);

/// <summary>One problem; texts are German.</summary>
/// <param name="SchrittId">Null if it concerns the process as a whole.</param>
/// <param name="Schritt">The step by its name on the canvas.</param>
/// <param name="Zielschritt">The step to look at on the canvas: itself, or the one on the outermost canvas in which it lies.</param>
/// <param name="Behaelter">Name of the step in which it lies; null on the outermost canvas.</param>
/// <param name="Pfad">Place in the JSON.</param>
/// <param name="Abhilfe">What to do.</param>
public sealed record Pruefproblem(string? SchrittId, string? Schritt, string? Zielschritt, string? Behaelter, string Pfad, string Meldung, string Abhilfe);

/// <summary>What differs between two versions of a process.</summary>
/// <param name="Fassungen">All that can be compared, newest first.</param>
/// <param name="Von">Null if there is only one version, with which nothing can be compared.</param>
public sealed record Vergleichsbericht(
    string DefinitionId, string Name, IReadOnlyList<Fassungsangabe> Fassungen, Fassungsangabe? Von, Fassungsangabe Nach, IReadOnlyList<Aenderung> Aenderungen)
{
    /// <summary>Both definitions, to draw them.</summary>
    [JsonIgnore]
    public JsonObject Vorher { get; init; } = [];

    [JsonIgnore]
    public JsonObject Nachher { get; init; } = [];
}
