using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Replay;

/// <summary>
/// The recorded entries and how far the replay has come. Ids of executions are counted anew in a replay (the host's
/// activities set other bookmarks); they are compared by which stands for which.
/// </summary>
internal sealed class JournalCursor(RecordedJournal journal, ReplayClock clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, string> _toRecorded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _toReplayed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode?> _hostValues = new(StringComparer.Ordinal);

    public int Position { get; private set; }

    /// <summary>While a host activity's inputs are evaluated for comparison, host functions answer what they answered then.</summary>
    public bool AnswersQuietly { get; set; }

    public RecordedJournal Journal => journal;

    public JournalEntry? Next => Position < journal.Entries.Count ? journal.Entries[Position] : null;

    public JsonObject NextData => Data(Next);

    public IEnumerable<JournalEntry> Ahead => journal.Entries.Skip(Position);

    public void SetClock()
    {
        if (Next is { } next)
            clock.Now = next.At;
    }

    public string? Replayed(string? recordedExecution) =>
        recordedExecution is not null && _toReplayed.TryGetValue(recordedExecution, out var id) ? id : null;

    /// <summary>Whether an entry was written by this execution; an execution that has not written yet is recognised by its activity.</summary>
    public bool IsOf(JournalEntry entry, ActivityExecution execution) =>
        entry.ActivityId == execution.Node.Definition.Id && entry.ExecutionId is { } recorded
        && (_toReplayed.TryGetValue(recorded, out var known) ? known == execution.Id : !_toRecorded.ContainsKey(execution.Id));

    /// <summary>Compares what the engine writes with what it wrote then.</summary>
    /// <exception cref="ReplayDifferenceException">It differs.</exception>
    public void Compare(JournalEntry written)
    {
        if (Next is not { } expected)
            throw new ReplayDifferenceException($"After the last entry: unexpected {Describe(written)}.");
        if (expected.Kind != written.Kind || expected.ActivityId != written.ActivityId || expected.ActivityType != written.ActivityType
            || expected.Sequence != written.Sequence || expected.CorrelationId != written.CorrelationId
            || !Match(expected.ExecutionId, written.ExecutionId) || !Same(Parse(expected.Data), Parse(written.Data), null))
            throw Difference($"now {Describe(written)}");
        Position++;
        SetClock();
    }

    public ReplayDifferenceException Difference(string now) =>
        new(Next is { } expected ? $"Entry {expected.Sequence}: recorded {Describe(expected)}, {now}." : $"After the last entry: {now}.");

    public JsonNode? HostValue(string function, JsonArray arguments)
    {
        var call = $"{function} {arguments.ToJsonString(Json.Compact)}";
        if (AnswersQuietly && _hostValues.TryGetValue(call, out var known))
            return known?.DeepClone();
        if (Next is not { Kind: JournalKinds.HostValue } || (string?)NextData["function"] != function
            || !JsonNode.DeepEquals(NextData["arguments"] as JsonArray ?? [], arguments))
            throw Difference($"now the host is asked {call}");
        return (_hostValues[call] = NextData["result"]?.DeepClone())?.DeepClone();
    }

    /// <summary>Notes the answer of an entry that a host activity's step wrote itself.</summary>
    public void Note(JsonObject data) =>
        _hostValues[$"{(string?)data["function"]} {(data["arguments"] as JsonArray ?? []).ToJsonString(Json.Compact)}"] = data["result"]?.DeepClone();

    public static JsonObject Data(JournalEntry? entry) => Parse(entry?.Data) as JsonObject ?? [];

    private bool Match(string? recorded, string? replayed)
    {
        if (recorded is null || replayed is null)
            return recorded == replayed;
        if (_toReplayed.TryGetValue(recorded, out var known))
            return known == replayed;
        if (_toRecorded.ContainsKey(replayed))
            return false;
        (_toReplayed[recorded], _toRecorded[replayed]) = (replayed, recorded);
        return true;
    }

    // In a burst on a real clock instants of one step differ by a few milliseconds.
    private static bool Same(JsonNode? a, JsonNode? b, string? name) => (a, b) switch
    {
        (JsonObject x, JsonObject y) => x.Count == y.Count && x.All(m => y.TryGetPropertyValue(m.Key, out var other) && Same(m.Value, other, m.Key)),
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(p => Same(p.First, p.Second, null)),
        (JsonValue x, JsonValue y) when name is "due" or "from" or "to"
            && DateTimeOffset.TryParse(x.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var first)
            && DateTimeOffset.TryParse(y.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var second) =>
            (first - second).Duration() < Tolerance,
        _ => JsonNode.DeepEquals(a, b),
    };

    private static JsonNode? Parse(string? data) => data is null ? null : JsonNode.Parse(data);

    private static string Describe(JournalEntry entry) =>
        $"{entry.Kind}{(entry.ActivityId is null ? "" : $" of '{entry.ActivityId}'")}{(entry.Data is null ? "" : $" {entry.Data}")}";
}
