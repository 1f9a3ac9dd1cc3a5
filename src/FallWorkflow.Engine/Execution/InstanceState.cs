using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Execution;

/// <summary>
/// The JSON form of an instance's state. Empty parts are left out, and only activities under way are in it, so that a
/// sleeping instance takes a few hundred bytes.
/// </summary>
internal static class InstanceState
{
    public static string Write(InstanceRun run)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Json.Writer))
        {
            writer.WriteStartObject();
            if (run.Counter > 0)
                writer.WriteNumber("n", run.Counter);
            if (run.TriggerActivityId is not null)
                writer.WriteString("trigger", run.TriggerActivityId);
            Values(writer, "vars", run.Variables);
            Node(writer, "in", run.Input);
            Node(writer, "out", run.Output);
            Node(writer, "results", run.Results);
            if (run.LastResult is not null)
                Node(writer, "last", run.LastResult);
            if (run.Children.Count > 0)
                Texts(writer, "children", run.Children);
            Incidents(writer, run);
            if (run.Held.Count > 0)
                Items(writer, "held", run.Held.Select(h => h.ToJson()));
            if (run.Root is not null || run.LeftBehind.Count > 0)
            {
                writer.WriteStartArray("open");
                if (run.Root is not null)
                    Execution(writer, run.Root);
                foreach (var left in run.LeftBehind)
                    Execution(writer, left);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Read(InstanceRun run)
    {
        if (JsonNode.Parse(run.Instance.StateJson) is not JsonObject state)
            return;
        run.Counter = state["n"]?.GetValue<long>() ?? 0;
        run.TriggerActivityId = state["trigger"]?.GetValue<string>();
        foreach (var (id, value) in state["vars"] as JsonObject ?? [])
            run.Variables[id] = value?.DeepClone();
        run.Input = Take(state, "in");
        run.Output = Take(state, "out");
        run.Results = Take(state, "results");
        run.LastResult = state["last"]?.DeepClone();
        foreach (var id in state["children"] as JsonArray ?? [])
            run.Children.Add(id!.GetValue<string>());
        run.Incidents.AddRange(ReadIncidents(state));
        run.Held.AddRange((state["held"] as JsonArray ?? []).Select(h => Held.FromJson((JsonObject)h!)));
        foreach (var item in state["open"] as JsonArray ?? [])
            ReadExecution(run, (JsonObject)item!);
    }

    /// <summary>
    /// An earlier state, with the counter of the later one: what was named after an execution since then, such as a task or a reminder, is still
    /// there, so its number must not be given again.
    /// </summary>
    public static string GoBack(string earlier, string later)
    {
        var (state, count) = (JsonNode.Parse(earlier)!.AsObject(), CounterOf(JsonNode.Parse(later)!.AsObject()));
        if (count <= CounterOf(state))
            return earlier;
        state.Remove("n");
        state.Insert(0, "n", count);
        return state.ToJsonString(Json.Compact);

        static long CounterOf(JsonObject state) => state["n"]?.GetValue<long>() ?? 0;
    }

    public static IEnumerable<Incident> ReadIncidents(JsonObject state)
    {
        foreach (var item in state["incidents"] as JsonArray ?? [])
        {
            yield return new Incident(
                item!["activity"]!.GetValue<string>(),
                item["type"]!.GetValue<string>(),
                item["message"]!.GetValue<string>(),
                item["exception"]!.GetValue<string>(),
                item["at"]!.GetValue<DateTimeOffset>(),
                item["x"]?.GetValue<string>(),
                item["n"]?.GetValue<int>() ?? 1);
        }
    }

    /// <summary>Ids of the instances that it has started and that, as far as it knows, have not ended.</summary>
    public static IEnumerable<string> ReadChildren(string stateJson) =>
        (JsonNode.Parse(stateJson)?["children"] as JsonArray ?? []).Select(id => id!.GetValue<string>());

    /// <summary>The executions under way, outer ones first, and whether each waits for a child instance.</summary>
    public static IEnumerable<(string ExecutionId, bool AwaitsChildren)> ReadOpen(string stateJson) =>
        (JsonNode.Parse(stateJson)?["open"] as JsonArray ?? []).Select(x => (x!["id"]!.GetValue<string>(), x["c"] is not null));

    private static void ReadExecution(InstanceRun run, JsonObject item)
    {
        var parentId = item["p"]?.GetValue<string>();
        var activityId = item["a"]!.GetValue<string>();
        var node = run.Plan.Find(activityId)
            ?? throw new InvalidOperationException($"Instance {run.Instance.Id} is in activity '{activityId}', which its definition does not have.");
        var execution = new ActivityExecution
        {
            Id = item["id"]!.GetValue<string>(),
            Node = node,
            Parent = parentId is null ? null : run.Executions[parentId],
            State = Take(item, "s"),
            Backward = item["back"] is not null,
            LeftBehind = item["o"] is not null,
            Faulted = item["f"] is not null,
            Ended = item["f"] is not null,
            Started = true,
            StartJournaled = true,
            Bookmarks = item["b"]?.GetValue<int>() ?? 0,
            Timers = item["t"]?.GetValue<int>() ?? 0,
            Attempts = item["try"]?.GetValue<int>() ?? 0,
            Redo = item["redo"] is JsonObject redo ? Redo.FromJson(redo) : null,
        };
        execution.Variables = ReadValues(item["v"]);
        execution.Iteration = ReadValues(item["l"]);

        foreach (var child in item["c"] as JsonArray ?? [])
            execution.AwaitedChildren.Add(child!.GetValue<string>());
        run.Attach(execution);
    }

    private static Dictionary<string, JsonNode?>? ReadValues(JsonNode? source)
    {
        if (source is not JsonObject members)
            return null;
        Dictionary<string, JsonNode?> values = new(StringComparer.Ordinal);
        foreach (var (id, value) in members)
            values[id] = value?.DeepClone();
        return values;
    }

    private static void Execution(Utf8JsonWriter writer, ActivityExecution execution)
    {
        writer.WriteStartObject();
        writer.WriteString("id", execution.Id);
        writer.WriteString("a", execution.Node.Key);
        if (OpenParent(execution) is { } parent)
            writer.WriteString("p", parent.Id);
        if (execution.LeftBehind)
            writer.WriteBoolean("o", true);
        Node(writer, "s", execution.State);
        if (execution.Variables is not null)
            Values(writer, "v", execution.Variables);
        if (execution.Iteration is not null)
            Values(writer, "l", execution.Iteration);
        if (execution.Backward)
            writer.WriteBoolean("back", true);
        if (execution.Faulted)
            writer.WriteBoolean("f", true);
        if (execution.Bookmarks > 0)
            writer.WriteNumber("b", execution.Bookmarks);
        if (execution.Timers > 0)
            writer.WriteNumber("t", execution.Timers);
        if (execution.AwaitedChildren.Count > 0)
            Texts(writer, "c", execution.AwaitedChildren);
        if (execution.Attempts > 0)
            writer.WriteNumber("try", execution.Attempts);
        if (execution.Redo is { } redo)
        {
            writer.WritePropertyName("redo");
            redo.ToJson().WriteTo(writer);
        }

        writer.WriteEndObject();
        foreach (var child in execution.Children)
            Execution(writer, child);
    }

    // What was left behind hangs on the nearest container that is still open, for the sake of its variables.
    private static ActivityExecution? OpenParent(ActivityExecution execution)
    {
        var parent = execution.Parent;
        while (parent is { Ended: true, Faulted: false })
            parent = parent.Parent;
        return parent;
    }

    private static void Incidents(Utf8JsonWriter writer, InstanceRun run)
    {
        if (run.Incidents.Count == 0)
            return;
        writer.WriteStartArray("incidents");
        foreach (var incident in run.Incidents)
        {
            writer.WriteStartObject();
            writer.WriteString("activity", incident.ActivityId);
            writer.WriteString("type", incident.ActivityType);
            writer.WriteString("message", incident.Message);
            writer.WriteString("exception", incident.Exception);
            writer.WriteString("at", incident.At);
            if (incident.ExecutionId is not null)
                writer.WriteString("x", incident.ExecutionId);
            if (incident.Attempts > 1)
                writer.WriteNumber("n", incident.Attempts);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Values(Utf8JsonWriter writer, string name, Dictionary<string, JsonNode?> values)
    {
        if (values.Count == 0)
            return;
        writer.WriteStartObject(name);
        foreach (var (id, value) in values)
        {
            writer.WritePropertyName(id);
            if (value is null)
                writer.WriteNullValue();
            else
                value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void Node(Utf8JsonWriter writer, string name, JsonNode node)
    {
        if (node is JsonObject { Count: 0 })
            return;
        writer.WritePropertyName(name);
        node.WriteTo(writer);
    }

    private static void Items(Utf8JsonWriter writer, string name, IEnumerable<JsonObject> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            item.WriteTo(writer);
        writer.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static JsonObject Take(JsonObject source, string name)
    {
        if (source[name] is not JsonObject value)
            return [];
        source.Remove(name);
        return value;
    }
}
