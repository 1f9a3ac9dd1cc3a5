using System.Text.Json.Nodes;

namespace FallWorkflow.Web.Prozesse;

/// <summary>What people call a process.</summary>
internal static class Prozessname
{
    /// <summary>The name in a definition; the id where it has none.</summary>
    public static string Of(string json, string id) => JsonNode.Parse(json)?["name"]?.ToString() is { } name && !string.IsNullOrWhiteSpace(name) ? name : id;
}
