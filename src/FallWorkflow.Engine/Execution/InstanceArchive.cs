using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Execution;

/// <summary>
/// One instance with everything that belongs to it, as JSON and back: state, bookmarks, timers, journal. Leases and fences stay
/// behind, they belong to a database. Requests that are not answered yet are not part of it, since they carry secrets: the
/// exporting side lets them come to an end first.
/// </summary>
public sealed class InstanceArchive
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private readonly JsonObject _source;

    private InstanceArchive(
        JsonObject source, WorkflowInstance instance, IReadOnlyList<Bookmark> bookmarks, IReadOnlyList<WorkflowTimer> timers, IReadOnlyList<JournalEntry> journal)
    {
        _source = source;
        Instance = instance;
        Bookmarks = bookmarks;
        Timers = timers;
        Journal = journal;
    }

    /// <summary>Marks the form; a later form has another number.</summary>
    public const int Format = 1;

    public WorkflowInstance Instance { get; }

    public IReadOnlyList<Bookmark> Bookmarks { get; }

    public IReadOnlyList<WorkflowTimer> Timers { get; }

    public IReadOnlyList<JournalEntry> Journal { get; }

    /// <param name="journal">Entries of this instance; stores are asked for them by the host, which decides who may see them.</param>
    public static async Task<InstanceArchive?> ReadAsync(
        IEngineStore store, string instanceId, IEnumerable<JournalEntry> journal, CancellationToken cancellation = default)
    {
        if (await store.FindInstanceAsync(instanceId, cancellation) is not { } instance)
            return null;
        return new InstanceArchive(
            [], instance, await store.BookmarksOfAsync(instanceId, cancellation), await store.TimersOfAsync(instanceId, cancellation),
            [.. journal.Where(j => j.InstanceId == instanceId).OrderBy(j => j.Sequence)]);
    }

    /// <exception cref="DefinitionFormatException">The text is no archive of a known form.</exception>
    public static InstanceArchive Parse(string json)
    {
        try
        {
            if (JsonNode.Parse(json) is not JsonObject source || source["format"]?.GetValue<int>() != Format)
                throw Wrong($"The text is no instance of format {Format}.");
            return new InstanceArchive(
                source,
                Instances(source["instance"] as JsonObject ?? throw Wrong("instance is missing.")),
                Many<Bookmark>(source, "bookmarks"), Many<WorkflowTimer>(source, "timers"), [.. Entries(source)]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new Definitions.DefinitionFormatException(Definitions.DefinitionFormatError.InvalidJson, e.Message, inner: e);
        }
    }

    /// <summary>The same text for the same archive; fields of a parsed one that nobody here knows are kept.</summary>
    public string ToJson()
    {
        var target = (JsonObject)_source.DeepClone();
        target["format"] = Format;
        target["instance"] = Merge(_source["instance"], WithNode(Node(Instance), "stateJson", "state"));
        target["bookmarks"] = List(Bookmarks, "bookmarks", n => n);
        target["timers"] = List(Timers, "timers", WithoutLease);
        target["journal"] = List(Journal, "journal", n => WithNode(n, "data", "data"));
        return target.ToJsonString(Options);
    }

    /// <summary>Adds everything to a store, in the transaction of the caller. The ids must be free there.</summary>
    public void AddTo(IEngineStore store)
    {
        store.Add(Instance);
        foreach (var bookmark in Bookmarks)
            store.Add(bookmark);
        foreach (var timer in Timers)
            store.Add(timer);
        foreach (var entry in Journal)
            store.Append(entry);
    }

    private JsonArray List<T>(IReadOnlyList<T> items, string name, Func<JsonObject, JsonObject> shape)
    {
        var before = _source[name] as JsonArray;
        return new JsonArray([.. items.Select((item, i) => (JsonNode)Merge(before is not null && i < before.Count ? before[i] : null, shape(Node(item!))))]);
    }

    private static JsonObject Merge(JsonNode? before, JsonObject now)
    {
        foreach (var (name, value) in before as JsonObject ?? [])
        {
            if (!now.ContainsKey(name))
                now[name] = value?.DeepClone();
        }

        return now;
    }

    private static JsonObject Node(object item) => (JsonObject)JsonSerializer.SerializeToNode(item, Options)!;

    // JSON inside JSON is written as what it is, for people and for other programs.
    private static JsonObject WithNode(JsonObject item, string from, string to)
    {
        var text = (string?)item[from];
        item.Remove(from);
        item[to] = text is null ? null : JsonNode.Parse(text);
        return item;
    }

    private static JsonObject WithoutLease(JsonObject timer)
    {
        timer.Remove("leaseOwner");
        timer.Remove("leaseUntil");
        timer.Remove("fence");
        return timer;
    }

    private static WorkflowInstance Instances(JsonObject source)
    {
        var flat = (JsonObject)source.DeepClone();
        flat["stateJson"] = flat["state"]?.ToJsonString(Json.Compact) ?? "{}";
        return flat.Deserialize<WorkflowInstance>(Options)!;
    }

    private static IEnumerable<JournalEntry> Entries(JsonObject source)
    {
        foreach (var item in source["journal"] as JsonArray ?? [])
        {
            var flat = (JsonObject)item!.DeepClone();
            flat["data"] = flat["data"]?.ToJsonString(Json.Compact);
            yield return flat.Deserialize<JournalEntry>(Options)!;
        }
    }

    private static List<T> Many<T>(JsonObject source, string name) => (source[name] as JsonArray)?.Deserialize<List<T>>(Options) ?? [];

    private static Definitions.DefinitionFormatException Wrong(string message) => new(Definitions.DefinitionFormatError.NotAnObject, message);
}
