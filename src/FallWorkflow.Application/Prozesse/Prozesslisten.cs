using System.Text.Json.Nodes;

namespace FallWorkflow.Application.Prozesse;

/// <summary>Lists as process designers write them into an input.</summary>
public static class Prozesslisten
{
    /// <summary>A JSON array, or text separated by commas or line breaks; empty if there is nothing.</summary>
    public static IReadOnlyList<string> Split(JsonNode? node) => Eingaben.Split(node);
}
