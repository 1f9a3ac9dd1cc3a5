using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Replay;

/// <summary>The whole journal of one instance. As a file: a line of JSON that says which, then a line per entry.</summary>
/// <param name="DefinitionId">Definition that wrote it.</param>
/// <param name="Version">Its version.</param>
/// <param name="Origin">Where it was recorded, for people.</param>
public sealed record RecordedJournal(string DefinitionId, int Version, string InstanceId, string? CorrelationId, string Origin, IReadOnlyList<JournalEntry> Entries)
{
    public string Write()
    {
        var lines = new List<string>
        {
            new JsonObject
            {
                ["process"] = DefinitionId,
                ["version"] = Version,
                ["instance"] = InstanceId,
                ["correlation"] = CorrelationId,
                ["origin"] = Origin,
            }.ToJsonString(Json.Compact),
        };
        foreach (var entry in Entries)
        {
            var line = new JsonObject { ["n"] = entry.Sequence, ["at"] = entry.At, ["kind"] = entry.Kind };
            if (entry.ActivityId is not null)
                (line["activity"], line["type"], line["execution"]) = (entry.ActivityId, entry.ActivityType, entry.ExecutionId);
            if (entry.CorrelationId != CorrelationId)
                line["correlation"] = entry.CorrelationId;
            if (entry.Data is not null)
                line["data"] = JsonNode.Parse(entry.Data);
            lines.Add(line.ToJsonString(Json.Compact));
        }

        return string.Join('\n', lines) + "\n";
    }

    /// <exception cref="FormatException">The text is no recorded journal; the message names the line.</exception>
    public static RecordedJournal Read(string text)
    {
        var number = 0;
        try
        {
            var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            number = 1;
            var head = JsonNode.Parse(lines[0])!.AsObject();
            var (instance, correlation) = ((string)head["instance"]!, (string?)head["correlation"]);
            List<JournalEntry> entries = [];
            foreach (var line in lines.Skip(1))
            {
                number++;
                var item = JsonNode.Parse(line)!.AsObject();
                entries.Add(new JournalEntry
                {
                    InstanceId = instance,
                    Sequence = item["n"]!.GetValue<long>(),
                    At = item["at"]!.GetValue<DateTimeOffset>(),
                    Kind = (string)item["kind"]!,
                    CorrelationId = item.ContainsKey("correlation") ? (string?)item["correlation"] : correlation,
                    ActivityId = (string?)item["activity"],
                    ActivityType = (string?)item["type"],
                    ExecutionId = (string?)item["execution"],
                    Data = item["data"]?.ToJsonString(Json.Compact),
                });
            }

            return new RecordedJournal((string)head["process"]!, head["version"]!.GetValue<int>(), instance, correlation, (string?)head["origin"] ?? "", entries);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or FormatException or IndexOutOfRangeException)
        {
            throw new FormatException($"Line {number} is no line of a recorded journal: {e.Message}", e);
        }
    }
}
