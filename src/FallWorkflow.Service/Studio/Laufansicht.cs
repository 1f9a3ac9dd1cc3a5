using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Service.Studio;

/// <summary>Instances in the words of Elsa Studio. Values never appear here; see <see cref="Laufsicht.OpenValuesAsync"/>.</summary>
internal static class Laufansicht
{
    private static readonly Dictionary<string, string> Ereignisse = new(StringComparer.Ordinal)
    {
        [JournalKinds.ActivityStarted] = "Started",
        [JournalKinds.ActivityCompleted] = "Completed",
        [JournalKinds.ActivityCancelled] = "Canceled",
        [JournalKinds.ActivityFaulted] = "Faulted",
    };

    public static JsonObject Summary(Prozess prozess) => new()
    {
        ["id"] = prozess.Instanz.Id,
        ["definitionId"] = prozess.Instanz.DefinitionId,
        ["definitionVersionId"] = prozess.Instanz.DefinitionVersionId,
        ["version"] = prozess.Instanz.Version,
        ["status"] = prozess.Instanz.Status.ToString(),
        ["subStatus"] = prozess.Instanz.SubStatus.ToString(),
        ["correlationId"] = prozess.FallNummer,

        // A name is made by the process and may hold what the person told.
        ["name"] = prozess.FallNummer is { } nummer ? $"{prozess.Titel} · {nummer}" : prozess.Instanz.Name ?? prozess.Titel,
        ["incidentCount"] = prozess.Instanz.SubStatus == WorkflowSubStatus.Faulted ? 1 : 0,
        ["createdAt"] = prozess.Instanz.CreatedAt,
        ["updatedAt"] = prozess.Instanz.UpdatedAt,
        ["finishedAt"] = prozess.Instanz.FinishedAt,
    };

    /// <param name="Titel">Name of the process.</param>
    internal sealed record Prozess(WorkflowInstance Instanz, string? FallNummer, string Titel);

    public static JsonObject Whole(Prozess prozess, IReadOnlyDictionary<string, string> knoten)
    {
        var ganz = Summary(prozess);
        var instanz = prozess.Instanz;
        ganz["workflowState"] = new JsonObject
        {
            ["id"] = instanz.Id,
            ["definitionId"] = instanz.DefinitionId,
            ["definitionVersionId"] = instanz.DefinitionVersionId,
            ["definitionVersion"] = instanz.Version,
            ["status"] = instanz.Status.ToString(),
            ["subStatus"] = instanz.SubStatus.ToString(),
            ["correlationId"] = prozess.FallNummer,
            ["bookmarks"] = new JsonArray(),
            ["incidents"] = new JsonArray([.. InstanceSnapshot.Of(instanz).Incidents.Select(i => (JsonNode)new JsonObject
            {
                ["activityId"] = i.ActivityId,
                ["activityNodeId"] = knoten.GetValueOrDefault(i.ActivityId, i.ActivityId),
                ["activityInstanceId"] = i.ExecutionId,
                ["activityType"] = i.ActivityType,
                ["message"] = i.Message,
                ["exception"] = null,
                ["timestamp"] = i.At,
            })]),
            ["fault"] = null,
            ["completionCallbacks"] = new JsonArray(),
            ["activityExecutionContexts"] = new JsonArray(),
            ["input"] = new JsonObject(),
            ["output"] = new JsonObject(),
            ["properties"] = new JsonObject(),
            ["createdAt"] = instanz.CreatedAt,
            ["updatedAt"] = instanz.UpdatedAt,
            ["finishedAt"] = instanz.FinishedAt,
        };
        return ganz;
    }

    /// <summary>Lines of the journal that are about a step. The engine leaves out the beginning of steps that end at once; Studio expects it.</summary>
    public static IEnumerable<JsonObject> Journal(IEnumerable<JournalEntry> journal, IReadOnlyDictionary<string, string> knoten, IReadOnlyDictionary<string, string> namen) =>
        Lines(journal).Select(z => Line(z.Eintrag, z.Ereignis, knoten, namen));

    private static IEnumerable<(JournalEntry Eintrag, string Ereignis)> Lines(IEnumerable<JournalEntry> journal)
    {
        var begonnen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var eintrag in journal.Where(j => j.ActivityId is not null && Ereignisse.ContainsKey(j.Kind)))
        {
            if (begonnen.Add(eintrag.ExecutionId ?? "") && eintrag.Kind != JournalKinds.ActivityStarted)
                yield return (eintrag, "Started");
            yield return (eintrag, Ereignisse[eintrag.Kind]);
        }
    }

    private static JsonObject Line(JournalEntry j, string ereignis, IReadOnlyDictionary<string, string> knoten, IReadOnlyDictionary<string, string> namen) => new()
    {
        ["id"] = $"{j.InstanceId}-{j.Sequence}-{ereignis}",
        ["activityInstanceId"] = j.ExecutionId,
        ["parentActivityInstanceId"] = null,
        ["activityId"] = j.ActivityId,
        ["activityType"] = j.ActivityType,
        ["activityTypeVersion"] = 1,
        ["activityName"] = namen.GetValueOrDefault(j.ActivityId!, j.ActivityId!),
        ["nodeId"] = knoten.GetValueOrDefault(j.ActivityId!, j.ActivityId!),
        ["timestamp"] = j.At,
        ["sequence"] = j.Sequence,
        ["eventName"] = ereignis,
        ["message"] = null,
        ["source"] = null,
        ["activityState"] = new JsonObject(),
        ["payload"] = new JsonObject(),
    };

    public static JsonArray Counts(IReadOnlyList<JournalEntry> journal, IEnumerable<string> gefragt, IReadOnlyDictionary<string, string> knoten)
    {
        var nachKnoten = journal.Where(j => j.ActivityId is not null).ToLookup(j => knoten.GetValueOrDefault(j.ActivityId!, j.ActivityId!));
        return [.. gefragt.Distinct(StringComparer.Ordinal).Select(k =>
        {
            int Count(string art) => nachKnoten[k].Count(j => j.Kind == art);
            var (begonnen, fertig, abgebrochen, gestoert) =
                (Executions(nachKnoten[k]).Count(), Count(JournalKinds.ActivityCompleted), Count(JournalKinds.ActivityCancelled), Executions(nachKnoten[k]).Count(a => a.Status == "Faulted"));
            var offen = Math.Max(0, begonnen - fertig - abgebrochen - gestoert);
            return (JsonNode)new JsonObject
            {
                ["activityId"] = k[(k.LastIndexOf(':') + 1)..],
                ["activityNodeId"] = k,
                ["startedCount"] = begonnen,
                ["completedCount"] = fertig,
                ["uncompletedCount"] = offen,
                ["isBlocked"] = offen > 0,
                ["isFaulted"] = gestoert > 0,
                ["metadata"] = new JsonObject(),
            };
        })];
    }

    public static IEnumerable<(string Id, string Status, JournalEntry Anfang, JournalEntry Ende)> Executions(IEnumerable<JournalEntry> journal) =>
        journal.Where(j => j.ExecutionId is not null && Ereignisse.ContainsKey(j.Kind)).GroupBy(j => j.ExecutionId!).Select(g => (
            g.Key,
            g.Last().Kind switch { JournalKinds.ActivityCompleted => "Completed", JournalKinds.ActivityCancelled => "Canceled", JournalKinds.ActivityFaulted => "Faulted", _ => "Running" },
            g.First(),
            g.Last()));

    public static JsonObject Execution((string Id, string Status, JournalEntry Anfang, JournalEntry Ende) a, IReadOnlyDictionary<string, string> knoten, IReadOnlyDictionary<string, string> namen) => new()
    {
        ["id"] = a.Id,
        ["workflowInstanceId"] = a.Anfang.InstanceId,
        ["activityId"] = a.Anfang.ActivityId,
        ["activityNodeId"] = knoten.GetValueOrDefault(a.Anfang.ActivityId!, a.Anfang.ActivityId!),
        ["activityType"] = a.Anfang.ActivityType,
        ["activityTypeVersion"] = 1,
        ["activityName"] = namen.GetValueOrDefault(a.Anfang.ActivityId!, a.Anfang.ActivityId!),
        ["startedAt"] = a.Anfang.At,
        ["completedAt"] = a.Status == "Running" ? null : a.Ende.At,
        ["hasBookmarks"] = a.Status == "Running",
        ["status"] = a.Status,
        ["aggregateFaultCount"] = a.Status == "Faulted" ? 1 : 0,
        ["activityState"] = new JsonObject(),
        ["payload"] = new JsonObject(),
        ["outputs"] = new JsonObject(),
        ["properties"] = new JsonObject(),
        ["metadata"] = new JsonObject(),
    };

    /// <summary>Node ids as the editor gets them, and what people read on the canvas, by the id of the step.</summary>
    public static (Dictionary<string, string> Knoten, Dictionary<string, string> Namen) Nodes(WorkflowDefinition? definition)
    {
        var (knoten, namen) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        if (definition is not null)
            Visit(definition.Root, "Workflow1");
        return (knoten, namen);

        void Visit(ActivityDefinition schritt, string ueber)
        {
            knoten[schritt.Id] = $"{ueber}:{schritt.Id}";
            namen[schritt.Id] = schritt.DisplayText.Length > 0 ? schritt.DisplayText : schritt.Id;
            foreach (var innen in schritt.Activities)
                Visit(innen, knoten[schritt.Id]);
        }
    }
}
