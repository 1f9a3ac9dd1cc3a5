using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Service.Studio;

/// <summary>
/// The form in which Elsa Studio gets definitions, and back. Studio crashes on what Elsa never writes (missing node ids, nulls
/// for lists, plain inputs) and loses what it has no description of; both are made up for here, and undone on the way back.
/// </summary>
internal sealed class Editorform(IDefinitionCatalog prozesse)
{
    public static ActivityRegistry Schritte { get; } = Prozessmaschine.Activities();

    private static readonly string[] Listen = ["variables", "inputs", "outputs", "outcomes"];

    private static readonly string[] Optionen =
        ["activationStrategyType", "usableAsActivity", "autoUpdateConsumingWorkflows", "activityCategory", "incidentStrategyType", "commitStrategyName"];

    // Said about a version by the server, never by what is stored.
    private static readonly string[] Rahmen =
        ["links", "isLatest", "isPublished", "isReadonly", "tenantId", "providerName", "materializerName", "materializerContext"];

    private static readonly JsonSerializerOptions Schreibweise = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A stored definition for the editor.</summary>
    public JsonObject ToEditor(string json)
    {
        var editor = DefinitionWriter.WriteForEditor(DefinitionReader.Import(json), Schritte, prozesse);
        foreach (var liste in Listen)
            editor.ListAt(liste);
        foreach (var eingabe in editor.ListAt("variables").OfType<JsonObject>())
            eingabe.Default("isArray", false);
        editor.ObjectAt("customProperties");
        editor.Default("description", "");
        var optionen = editor.ObjectAt("options");
        foreach (var option in Optionen)
            optionen[option] ??= option is "usableAsActivity" or "autoUpdateConsumingWorkflows" ? JsonValue.Create(false) : null;
        if (editor["root"] is JsonObject root)
            Dress(root, "Workflow1");
        return editor;
    }

    /// <summary>What the editor, or another Elsa, has sent, as it is stored.</summary>
    /// <param name="bisher">What was stored before; fields of it that the editor does not know are kept.</param>
    /// <exception cref="DefinitionFormatException">It is no definition.</exception>
    public static string FromEditor(JsonObject gesendet, string definitionId, int version, string? bisher, DateTimeOffset jetzt)
    {
        var quelle = gesendet.DeepClone().AsObject();
        foreach (var feld in Rahmen)
            quelle.Remove(feld);
        if (bisher is not null)
        {
            foreach (var (name, wert) in JsonNode.Parse(bisher)!.AsObject())
            {
                if (!quelle.ContainsKey(name))
                    quelle[name] = wert?.DeepClone();
            }
        }

        quelle["definitionId"] = definitionId;
        quelle["version"] = version;
        quelle["id"] = $"{definitionId}:{version}";
        var definition = DefinitionWriter.Write(DefinitionReader.Import(quelle.ToJsonString(Schreibweise)));
        if (!DateTimeOffset.TryParse(definition.Text("createdAt"), System.Globalization.CultureInfo.InvariantCulture, out var angelegt) || angelegt.Year < 2000)
            definition["createdAt"] = jetzt;
        foreach (var liste in Listen)
            definition.ListAt(liste);
        definition.ObjectAt("customProperties");
        if (definition["options"] is JsonObject optionen)
        {
            foreach (var leer in optionen.Where(o => o.Value is null || (o.Key == "usableAsActivity" && o.Value is JsonValue wert && wert.TryGetValue(out bool ja) && !ja)).Select(o => o.Key).ToList())
                optionen.Remove(leer);
        }

        Undress(definition["root"]!.AsObject());
        if (bisher is not null && JsonNode.Parse(bisher)!["root"] is JsonObject frueher)
            Order(definition["root"]!.AsObject(), Felder.All(frueher).ToLookup(s => s.Text("id"), StringComparer.Ordinal));
        return definition.ToJsonString(Schreibweise);
    }

    private static void Dress(JsonObject schritt, string ueber)
    {
        var nodeId = $"{ueber}:{schritt.Text("id")}";
        schritt["nodeId"] = nodeId;
        schritt.Default("version", 1);
        schritt.Default("name", schritt.Text("id") ?? "");
        schritt.ObjectAt("metadata");
        var eigenschaften = schritt.ObjectAt("customProperties");
        eigenschaften.Default("canStartWorkflow", false);
        eigenschaften.Default("runAsynchronously", false);
        foreach (var eingabe in Schritte.Find(schritt.Text("type") ?? "")?.Descriptor.Inputs ?? [])
            Wrap(schritt, eingabe);
        Ausgaenge.Join(schritt);
        if (schritt.Text("type") == "Elsa.Flowchart")
        {
            Ausgaenge.Distinguish(schritt);
            foreach (var verbindung in schritt.ListAt("connections").OfType<JsonObject>())
            {
                verbindung.ListAt("vertices");
                (verbindung["source"] as JsonObject)?.Default("port", "Done");
                (verbindung["target"] as JsonObject)?.Default("port", "In");
            }
        }

        foreach (var innen in Felder.Inside(schritt))
            Dress(innen, nodeId);
    }

    private static void Wrap(JsonObject schritt, InputDescriptor eingabe)
    {
        if (schritt[eingabe.Name] is JsonValue klar)
        {
            schritt[eingabe.Name] = new JsonObject
            {
                ["typeName"] = eingabe.TypeName,
                ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = klar.DeepClone() },
            };
        }

        // Studio reads the lists of outcomes as text that holds JSON, whatever the kind of expression, and draws nothing at all where a name comes twice.
        if (!Schrittbeschreibungen.IsOutcomeList(eingabe) || schritt[eingabe.Name]?["expression"] is not JsonObject ausdruck || ausdruck.Text("type") is not ("Literal" or "Object"))
            return;
        var namen = Ausgaenge.Listed(ausdruck["value"]);
        var zeichenbar = namen.Where(n => n != Ausgaenge.Eingang).ToList();
        if (ausdruck.Text("value")?.TrimStart().StartsWith('[') is true && zeichenbar.Count == Prozesslisten.Split(ausdruck["value"]).Count)
            return;
        ausdruck["type"] = "Object";
        ausdruck["value"] = new JsonArray([.. zeichenbar.Select(n => (JsonNode)n)]).ToJsonString(Schreibweise);
    }

    private static void Undress(JsonObject schritt)
    {
        Ausgaenge.Split(schritt);
        var beschrieben = (Schritte.Find(schritt.Text("type") ?? "")?.Descriptor.Inputs ?? []).ToDictionary(i => i.Name, StringComparer.Ordinal);
        foreach (var (name, wert) in schritt.ToList())
        {
            if (wert is not JsonObject feld || !feld.ContainsKey("expression"))
                continue;
            if (feld["expression"] is not JsonObject ausdruck || (ausdruck.Text("type") is "Literal" && IsEmpty(ausdruck["value"]) && beschrieben.ContainsKey(name)))
            {
                schritt.Remove(name);
                continue;
            }

            if (feld.ContainsKey("memoryReference") && feld["memoryReference"] is null)
                feld.Remove("memoryReference");
            feld["typeName"] ??= beschrieben.GetValueOrDefault(name)?.TypeName ?? "Object";
        }

        foreach (var innen in Felder.Inside(schritt))
            Undress(innen);
    }

    /// <summary>
    /// Studio puts what was clicked last behind everything else. Of several steps that nothing leads to the first is where a
    /// process begins, so a click must not move any: they stay in the order in which they were, new ones behind them.
    /// </summary>
    private static void Order(JsonObject schritt, ILookup<string?, JsonObject> frueher)
    {
        if (schritt.Text("type") == "Elsa.Flowchart" && schritt["activities"] is JsonArray neu && frueher[schritt.Text("id")].FirstOrDefault()?["activities"] is JsonArray alt)
        {
            var stelle = alt.OfType<JsonObject>().Select((s, nr) => (Id: s.Text("id") ?? "", nr)).DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.nr, StringComparer.Ordinal);
            var geordnet = neu.OrderBy(s => stelle.GetValueOrDefault((s as JsonObject)?.Text("id") ?? "", int.MaxValue)).ToList();
            neu.Clear();
            foreach (var innen in geordnet)
                neu.Add(innen);
        }

        foreach (var innen in Felder.Inside(schritt))
            Order(innen, frueher);
    }

    private static bool IsEmpty(JsonNode? wert) => wert is null || (wert.GetValueKind() == JsonValueKind.String && wert.GetValue<string>().Length == 0);
}
