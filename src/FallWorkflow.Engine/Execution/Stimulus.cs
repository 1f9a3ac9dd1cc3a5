using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Execution;

/// <summary>Something that happened and may resume waiting instances or start instances whose trigger waits for it.</summary>
/// <param name="Name">Event name, compared ordinally.</param>
/// <param name="CorrelationId">Null reaches all instances.</param>
/// <param name="Key">Subject within the correlation, see <see cref="Bookmark.Key"/>.</param>
/// <param name="Payload">Result of the Event activity; null counts as an empty object.</param>
/// <param name="InstanceId">Only this instance is reached, and none is started; null sets no such limit.</param>
public sealed record Stimulus(
    string Name, string? CorrelationId = null, string? Key = null, JsonNode? Payload = null, string? InstanceId = null)
{
    internal bool IsFor(Bookmark bookmark) => InstanceId is null || InstanceId == bookmark.InstanceId;
}
