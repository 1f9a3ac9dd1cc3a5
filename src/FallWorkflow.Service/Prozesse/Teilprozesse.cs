using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Service.Prozesse;

/// <summary>Processes that others use as a step: they are published first, and a user is pinned to the version it was published with.</summary>
internal static class Teilprozesse
{
    private const string Version = "workflowDefinitionVersionId";

    /// <summary>The same definitions, each after those it uses as steps.</summary>
    public static IEnumerable<WorkflowDefinition> InOrder(IReadOnlyList<WorkflowDefinition> definitionen)
    {
        var katalog = new InMemoryDefinitionCatalog();
        foreach (var definition in definitionen)
            katalog.Publish(definition);
        var fertig = new HashSet<string>(StringComparer.Ordinal);
        return definitionen.SelectMany(d => Visit(d, katalog, fertig));
    }

    /// <summary>Writes into the JSON which version of each used process belongs to it; a later one does not change what is published.</summary>
    public static void Pin(JsonObject quelle, Func<string, WorkflowDefinition?> findAsActivity)
    {
        foreach (var schritt in Steps(quelle).ToList())
        {
            if (findAsActivity(schritt.Type) is { } benutzt)
                schritt.Json[Version] = benutzt.Id;
        }
    }

    public static void Unpin(JsonObject quelle)
    {
        foreach (var schritt in Steps(quelle).ToList())
            schritt.Json.Remove(Version);
    }

    private static IEnumerable<WorkflowDefinition> Visit(WorkflowDefinition definition, InMemoryDefinitionCatalog katalog, HashSet<string> fertig)
    {
        if (!fertig.Add(definition.DefinitionId))
            yield break;
        foreach (var benutzt in Steps(definition.Source).Select(s => katalog.FindAsActivity(s.Type)).OfType<WorkflowDefinition>().ToList())
        {
            foreach (var vorher in Visit(benutzt, katalog, fertig))
                yield return vorher;
        }

        yield return definition;
    }

    private static IEnumerable<(string Type, JsonObject Json)> Steps(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                if (json["id"] is JsonValue && json["type"] is JsonValue type && type.TryGetValue<string>(out var name))
                    yield return (name, json);
                foreach (var innen in json.SelectMany(p => Steps(p.Value)))
                    yield return innen;
                break;
            case JsonArray liste:
                foreach (var innen in liste.SelectMany(Steps))
                    yield return innen;
                break;
        }
    }
}
