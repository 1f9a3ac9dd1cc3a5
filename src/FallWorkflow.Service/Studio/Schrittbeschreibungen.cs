using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Service.Studio;

/// <summary>The palette of the editor, from the descriptors of the engine and of the case activities.</summary>
internal sealed class Schrittbeschreibungen(IDefinitionCatalog prozesse)
{
    // Containers and the like stand in the palette of no designer.
    private static readonly HashSet<string> Unsichtbar = new(StringComparer.Ordinal) { "Elsa.Flowchart", "Elsa.NotFoundActivity" };

    private static readonly HashSet<string> Behaelter = new(StringComparer.Ordinal) { "Elsa.Flowchart", "Elsa.Sequence", "Elsa.Parallel" };

    private static readonly HashSet<string> Enden = new(StringComparer.Ordinal) { "Elsa.End", "Elsa.Finish" };

    // Steps that lie inside another one, by the property that holds them.
    private static readonly Dictionary<string, string[]> Einbettungen = new(StringComparer.Ordinal)
    {
        ["Elsa.If"] = ["then", "else"],
        ["Elsa.While"] = ["body"],
        ["Elsa.For"] = ["body"],
        ["Elsa.ForEach"] = ["body"],
        ["Elsa.ParallelForEach"] = ["body"],
        ["Elsa.Switch"] = ["default"],
    };

    private static readonly Dictionary<string, string[]> Ergebnisse = new(StringComparer.Ordinal)
    {
        ["Elsa.Event"] = ["result"],
        ["Elsa.ExecuteWorkflow"] = ["result"],
        ["Elsa.RunJavaScript"] = ["result"],
        ["Elsa.RunTask"] = ["result"],
        ["Elsa.If"] = ["result"],
        ["Elsa.For"] = ["currentValue"],
        ["Elsa.ForEach"] = ["currentValue"],
        ["Elsa.SendHttpRequest"] = ["statusCode", "parsedContent", "responseHeaders", "result"],
        ["Elsa.FlowSendHttpRequest"] = ["statusCode", "parsedContent", "responseHeaders", "result"],
    };

    public static bool IsOutcomeList(InputDescriptor eingabe) => eingabe.Name is "branches" or "possibleOutcomes";

    public JsonArray All() =>
    [
        .. Editorform.Schritte.All.Select(s => s.Descriptor).OrderBy(d => d.Category, StringComparer.Ordinal).ThenBy(d => d.DisplayName, StringComparer.Ordinal)
            .Concat(prozesse.AllPublished.Select(ActivityRegistry.DescribeAsActivity).OfType<ActivityDescriptor>())
            .Select(d => (JsonNode)Describe(d)),
        Workflow(),
    ];

    private JsonObject Describe(ActivityDescriptor schritt)
    {
        var type = schritt.TypeName;
        var eingaben = new JsonArray();
        var liste = Ausgaenge.Has(type);
        foreach (var eingabe in schritt.Inputs.Where(e => !Ausgaenge.Replaces(type, e.Name)))
            eingaben.Add(Eingabefeld.Of(schritt, eingabe, eingaben.Count, prozesse));
        if (liste)
            eingaben.Insert(Math.Min(eingaben.Count, 4), Eingabefeld.OutcomeList(schritt));
        foreach (var weitere in Eingabefeld.Extra(type))
            eingaben.Insert(0, weitere);
        return Frame(schritt.TypeName, schritt.Category, schritt.DisplayName, schritt.Description, eingaben, Ports(schritt), Behaelter.Contains(type), !Unsichtbar.Contains(type));
    }

    private static JsonArray Ports(ActivityDescriptor schritt) =>
    [
        .. schritt.Ports.Select(p => (JsonNode)new JsonObject { ["name"] = p, ["displayName"] = Prozesswoerter.Ausgang(p), ["type"] = "Flow", ["isBrowsable"] = true }),
        .. Einbettungen.GetValueOrDefault(schritt.TypeName, []).Select(p => (JsonNode)new JsonObject
        {
            ["name"] = Eingabefeld.Pascal(p), ["displayName"] = Texte.Of($"Studio.Innen.{p}"), ["type"] = "Embedded", ["isBrowsable"] = true,
        }),
    ];

    private static JsonObject Workflow() =>
        Frame("Elsa.Workflow", "System", Texte.Of("Studio.Prozess"), "", [], [], behaelter: true, sichtbar: false);

    /// <summary>From it Studio makes up the name of a step that is drawn, and shows that until the step has a text of its own.</summary>
    private static string Wort(string anzeige) => string.Concat(
        Entwurfsdienst.Slug(anzeige).Split('-').Select(Eingabefeld.Pascal));

    private static JsonObject Frame(
        string type, string kategorie, string anzeige, string beschreibung, JsonArray eingaben, JsonArray ports, bool behaelter, bool sichtbar) => new()
        {
            ["typeName"] = type,
            ["namespace"] = type.Contains('.', StringComparison.Ordinal) ? type[..type.LastIndexOf('.')] : "",
            ["name"] = Wort(anzeige),
            ["version"] = 1,
            ["category"] = kategorie,
            ["displayName"] = anzeige,
            ["description"] = beschreibung,
            ["inputs"] = eingaben,
            ["outputs"] = new JsonArray([.. Ergebnisse.GetValueOrDefault(type, []).Select((e, nr) => (JsonNode)new JsonObject
            {
                ["name"] = Eingabefeld.Pascal(e),
                ["typeName"] = "Object",
                ["displayName"] = Texte.Of($"Studio.Ergebnis.{e}"),
                ["description"] = "",
                ["order"] = nr,
                ["isBrowsable"] = true,
                ["isSynthetic"] = false,
            })]),
            ["kind"] = "Action",
            ["ports"] = ports,
            ["customProperties"] = new JsonObject(),
            ["constructionProperties"] = new JsonObject(),
            ["isContainer"] = behaelter,
            ["isBrowsable"] = sichtbar,
            ["isStart"] = type == "Elsa.Start",
            ["isTerminal"] = Enden.Contains(type),
        };
}
