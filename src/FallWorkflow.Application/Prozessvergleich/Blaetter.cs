using System.Text.Json.Nodes;

namespace FallWorkflow.Application.Prozessvergleich;

/// <summary>One value that differs.</summary>
/// <param name="Pfad">Below what was compared; empty if that itself differs.</param>
/// <param name="WarDa">Whether it was there at all; null may be there.</param>
internal sealed record Blatt(string Pfad, JsonNode? Vorher, bool WarDa, JsonNode? Nachher, bool IstDa);

/// <summary>Compares JSON value by value; nothing that differs is left out.</summary>
internal static class Blaetter
{
    public static IEnumerable<Blatt> Compare(JsonNode? a, JsonNode? b, string pfad = "") => (a, b) switch
    {
        (JsonObject x, JsonObject y) => x.Select(p => p.Key).Union(y.Select(p => p.Key), StringComparer.Ordinal)
            .SelectMany(name => Side(x.ContainsKey(name), x[name], y.ContainsKey(name), y[name], Join(pfad, name))),
        (JsonArray x, JsonArray y) => Enumerable.Range(0, Math.Max(x.Count, y.Count))
            .SelectMany(i => Side(i < x.Count, i < x.Count ? x[i] : null, i < y.Count, i < y.Count ? y[i] : null, $"{pfad}[{i}]")),
        _ => JsonNode.DeepEquals(a, b) ? [] : [new Blatt(pfad, a, true, b, true)],
    };

    private static IEnumerable<Blatt> Side(bool war, JsonNode? a, bool ist, JsonNode? b, string pfad) =>
        war && ist ? Compare(a, b, pfad) : [new Blatt(pfad, a, war, b, ist)];

    private static string Join(string pfad, string name) => pfad.Length == 0 ? name : $"{pfad}.{name}";
}
