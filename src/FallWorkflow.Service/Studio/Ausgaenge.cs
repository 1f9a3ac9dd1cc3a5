using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Service.Studio;

/// <summary>
/// Elsa Studio draws the outcomes that stand in one input as a list. Case activities name them in up to two inputs as text
/// (facts, and results to choose from). In the editor both are one list, <see cref="Feld"/>; here it is made and taken apart.
/// </summary>
internal static class Ausgaenge
{
    public const string Feld = "ausgaenge";

    /// <summary>Where lines come in.</summary>
    public const string Eingang = "In";

    // Inputs whose names become outcomes: first the one for facts, then the one for everything else.
    private static readonly Dictionary<string, (string Tatsachen, string? Andere)> Quellen = new(StringComparer.Ordinal)
    {
        ["FallWorkflow.AufgabeStellen"] = ("erledigtDurch", "ergebnisse"),
        ["FallWorkflow.AufgabeAbwarten"] = ("erledigtDurch", "ergebnisse"),
        ["FallWorkflow.FristAbwarten"] = ("abbruchBei", null),
        ["FallWorkflow.EreignisAbwarten"] = ("ereignisse", null),
    };

    /// <summary>Whether an input of this type is shown as part of the list instead of by itself.</summary>
    public static bool Replaces(string type, string eingabe) =>
        Quellen.TryGetValue(type, out var quelle) && (eingabe == quelle.Tatsachen || eingabe == quelle.Andere);

    public static bool Has(string type) => Quellen.ContainsKey(type);

    /// <summary>Whether the list may hold names that are no facts, as results to choose from.</summary>
    public static bool TakesResults(string type) => Quellen.TryGetValue(type, out var quelle) && quelle.Andere is not null;

    /// <summary>Names that every step of this type has on the canvas already. Studio draws nothing at all where one comes twice.</summary>
    public static HashSet<string> Taken(string type) => [Eingang, .. Editorform.Schritte.Find(type)?.Descriptor.Ports ?? []];

    /// <summary>Adds the list. What cannot stand in it (an expression, a result named like a fact or a drawn outcome) stays where it is.</summary>
    public static void Join(JsonObject schritt)
    {
        if (schritt.Text("type") is not { } type || !Quellen.TryGetValue(type, out var quelle))
            return;
        var vergeben = Taken(type);
        var namen = new List<string>();
        if (Names(schritt, quelle.Tatsachen) is { } tatsachen && (quelle.Andere is null || tatsachen.All(IsFact)))
            Take(quelle.Tatsachen, tatsachen);
        if (quelle.Andere is { } andere && Names(schritt, andere) is { } ergebnisse && !ergebnisse.Any(IsFact))
            Take(andere, ergebnisse);
        schritt[Feld] = new JsonObject
        {
            ["typeName"] = "String[]",
            ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = new JsonArray([.. namen.Select(n => (JsonNode)n)]).ToJsonString(Schreibweise) },
        };

        void Take(string eingabe, IReadOnlyList<string> neue)
        {
            namen.AddRange(neue.Where(n => !namen.Contains(n) && !vergeben.Contains(n)));
            schritt.Remove(eingabe);
            if (neue.Where(vergeben.Contains).ToList() is { Count: > 0 } bleiben)
                schritt[eingabe] = Literal(bleiben);
        }
    }

    /// <summary>Gives cases of a FlowSwitch that are named alike, or like where lines come in, names of their own; each keeps its lines.</summary>
    public static void Distinguish(JsonObject flowchart)
    {
        var linien = flowchart.ListAt("connections");
        foreach (var schritt in flowchart.ListAt("activities").OfType<JsonObject>().Where(s => s["cases"] is JsonArray))
        {
            var faelle = schritt.ListAt("cases").OfType<JsonObject>().ToList();
            var benannt = faelle.Select(f => f.Text("label") ?? "").ToHashSet(StringComparer.Ordinal);
            HashSet<string> vergeben = [Eingang];
            foreach (var fall in faelle)
            {
                var name = fall.Text("label") ?? "";
                if (vergeben.Add(name))
                    continue;
                var neu = Enumerable.Range(2, faelle.Count + 1).Select(nr => $"{name} ({nr})").First(n => !benannt.Contains(n) && vergeben.Add(n));
                fall["label"] = neu;
                foreach (var linie in LinesFrom(name))
                {
                    var weitere = linie.DeepClone();
                    weitere["source"]!["port"] = neu;
                    linien.Add(weitere);
                }
            }

            foreach (var linie in LinesFrom(Eingang))
                linien.Remove(linie);

            List<JsonObject> LinesFrom(string ausgang) =>
                [.. linien.OfType<JsonObject>().Where(l => l["source"] is JsonObject von && von.Text("activity") == schritt.Text("id") && von.Text("port") == ausgang)];
        }
    }

    /// <summary>Writes the list back into the inputs that the engine reads, and removes it.</summary>
    public static void Split(JsonObject schritt)
    {
        if (schritt.Text("type") is not { } type || !Quellen.TryGetValue(type, out var quelle) || !schritt.ContainsKey(Feld))
            return;
        var vergeben = Taken(type);
        var namen = Listed(schritt[Feld]?["expression"]?["value"]).Where(n => !vergeben.Contains(n)).ToList();
        schritt.Remove(Feld);
        Put(quelle.Tatsachen, [.. namen.Where(n => quelle.Andere is null || IsFact(n))]);
        if (quelle.Andere is { } andere)
            Put(andere, [.. namen.Where(n => !IsFact(n))]);

        void Put(string eingabe, IReadOnlyList<string> neue)
        {
            // An expression that stayed where it was is the designer's own.
            if (neue.Count == 0 || (schritt.ContainsKey(eingabe) && Names(schritt, eingabe) is null))
                return;
            schritt[eingabe] = Literal((Names(schritt, eingabe) ?? []).Concat(neue).Distinct(StringComparer.Ordinal));
        }
    }

    private static JsonObject Literal(IEnumerable<string> namen) => new()
    {
        ["typeName"] = "String",
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = string.Join(", ", namen) },
    };

    private static bool IsFact(string name) => TatsachenKatalog.Find(name) is not null;

    private static IReadOnlyList<string>? Names(JsonObject schritt, string eingabe) => schritt[eingabe]?["expression"] switch
    {
        JsonObject ausdruck when ausdruck.Text("type") is "Literal" or "Object" => Prozesslisten.Split(ausdruck["value"]),
        _ => null,
    };

    /// <summary>The names in a list, each once; none if it is no list.</summary>
    public static IReadOnlyList<string> Listed(JsonNode? wert)
    {
        try
        {
            return [.. Prozesslisten.Split(wert).Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static readonly JsonSerializerOptions Schreibweise = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
