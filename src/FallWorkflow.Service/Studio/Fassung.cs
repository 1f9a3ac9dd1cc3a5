using System.Text.Json.Nodes;

namespace FallWorkflow.Service.Studio;

/// <summary>One version of a process as the editor knows it: the draft, or a published one.</summary>
/// <param name="Id">Id of the version; the draft has the one that it gets when it is published.</param>
/// <param name="IsLatest">Nothing newer exists.</param>
/// <param name="IsPublished">New instances start with it.</param>
/// <param name="Since">When it was saved or published.</param>
internal sealed record Fassung(
    string Id, string DefinitionId, int Version, string Json, bool IsDraft, bool IsLatest, bool IsPublished, DateTimeOffset Since)
{
    public string Name => JsonNode.Parse(Json)?["name"]?.ToString() is { Length: > 0 } name ? name : DefinitionId;

    public string Description => JsonNode.Parse(Json)?["description"]?.ToString() ?? "";
}
