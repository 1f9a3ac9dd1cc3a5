using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;

namespace FallWorkflow.Application.Prozessvergleich;

/// <summary>What differs in one step, and what a whole step says.</summary>
/// <param name="variablen">Names of variables by their ids.</param>
internal sealed class Schrittvergleich(IReadOnlyDictionary<string, string> variablen)
{
    // Of what Elsa notes beside the inputs only this is a designer's matter.
    private static readonly string[] Ohnewert = ["id", "nodeId", "name", "type", "version", "metadata", "customProperties", "connections"];

    /// <summary>Kind and name of a step.</summary>
    public static string Title(Schritt schritt) => Texte.Of("Vergleich.Schritt", Prozesswoerter.Schrittart(schritt.Type), schritt.Name);

    /// <param name="verschoben">Called if the step is only drawn at another place.</param>
    public IEnumerable<Aenderung> Compare(Schritt a, Schritt b, Action verschoben)
    {
        var id = b.Rest.Text("id");
        var titel = Title(b);
        if (a.Type != b.Type && a.Type.Length > 0 && b.Type.Length > 0)
        {
            yield return new(Aenderungsart.Geaendert, Aenderungsort.Schritt,
                Texte.Of("Vergleich.Typ", b.Name, Prozesswoerter.Schrittart(a.Type), Prozesswoerter.Schrittart(b.Type)))
            { SchrittId = id };
            Drop(a, b, "type");
        }

        if (a.Name != b.Name && DisplayText(a) is not null && DisplayText(b) is not null)
        {
            yield return new(Aenderungsart.Geaendert, Aenderungsort.Schritt,
                Texte.Of("Vergleich.Umbenannt", Texte.Of("Vergleich.Schritt", Prozesswoerter.Schrittart(a.Type), a.Name), b.Name))
            { SchrittId = id };
            a.Rest["metadata"]!.AsObject().Remove("displayText");
            b.Rest["metadata"]!.AsObject().Remove("displayText");
        }

        foreach (var name in a.Rest.Concat(b.Rest).Where(p => IsInput(p.Value)).Select(p => p.Key).Distinct(StringComparer.Ordinal).ToList())
        {
            foreach (var aenderung in CompareInput(a, b, name, id, titel))
                yield return aenderung;
        }

        foreach (var blatt in Blaetter.Compare(a.Rest, b.Rest))
        {
            if (blatt.Pfad.StartsWith("metadata.designer.position", StringComparison.Ordinal) || blatt.Pfad.StartsWith("metadata.designer.size", StringComparison.Ordinal)
                || blatt.Pfad == "metadata.designer" && OnlyPlace(blatt.Vorher) && OnlyPlace(blatt.Nachher))
                verschoben();
            else
                yield return Known(blatt, b, titel, id);
        }
    }

    /// <summary>Everything that a step says, for one that is new or gone.</summary>
    public IReadOnlyList<Angabe> Describe(Schritt schritt) =>
    [
        .. schritt.Rest.Where(p => !Ohnewert.Contains(p.Key)).Select(p => new Angabe(Prozesswoerter.Eingabe(schritt.Type, p.Key), IsInput(p.Value)
            ? Word(p.Key, p.Value!.AsObject()).Text
            : Variable(p.Value) ?? p.Value?.ToJsonString(Prozesswoerter.Schreibweise) ?? Texte.Of("Prozesswort.leer"))),
        .. (schritt.Rest["customProperties"] as JsonObject ?? []).Where(p => p.Value is not null && !JsonNode.DeepEquals(p.Value, JsonValue.Create(false)))
            .Select(p => new Angabe(Texte.Find($"Vergleich.Feld.customProperties.{p.Key}") ?? p.Key, Prozesswoerter.Wert("", p.Value))),
    ];

    private IEnumerable<Aenderung> CompareInput(Schritt a, Schritt b, string name, string? id, string titel)
    {
        var (alt, neu) = (a.Rest[name] as JsonObject, b.Rest[name] as JsonObject);
        if ((alt is null) != !a.Rest.ContainsKey(name) || (neu is null) != !b.Rest.ContainsKey(name))
            yield break; // One of them is no input; it is shown as it is written.
        var label = Prozesswoerter.Eingabe(b.Type, name);
        if (alt is null || neu is null || !IsInput(alt) || !IsInput(neu))
        {
            if ((alt is null || IsInput(alt)) && (neu is null || IsInput(neu)))
            {
                yield return Satz.Of(Aenderungsort.Schritt, id, titel, label, alt is null ? null : Word(name, alt), neu is null ? null : Word(name, neu));
                Drop(a, b, name);
            }

            yield break;
        }

        var (vorher, nachher) = (alt["expression"]!.AsObject(), neu["expression"]!.AsObject());
        var anders = !JsonNode.DeepEquals(vorher["type"], nachher["type"]) || !JsonNode.DeepEquals(vorher["value"], nachher["value"]);
        if (anders && (Word(name, alt), Word(name, neu)) is var (w, x) && w != x)
        {
            yield return Satz.Of(Aenderungsort.Schritt, id, titel, label, w, x);
            foreach (var feld in (string[])["type", "value"])
            {
                vorher.Remove(feld);
                nachher.Remove(feld);
            }
        }
    }

    /// <summary>Something beside the inputs, by a label if there is one, otherwise by its path.</summary>
    private Aenderung Known(Blatt blatt, Schritt schritt, string titel, string? id)
    {
        var pfad = $"{schritt.Pfad}.{blatt.Pfad}";
        var kopf = blatt.Pfad.Split('.', '[')[0];
        if (kopf == "variable" && Variable(blatt.Vorher) is { } alt && Variable(blatt.Nachher) is { } neu)
            return Satz.Of(Aenderungsort.Schritt, id, titel, Prozesswoerter.Eingabe("", kopf), new(alt), new(neu), pfad);
        var label = Texte.Find($"Vergleich.Feld.{blatt.Pfad}") ?? (kopf is "variable" or "cases" ? $"{Texte.Of($"Vergleich.Feld.{kopf}")} ({blatt.Pfad})" : null);
        return label is null
            ? Satz.Raw(Aenderungsort.Sonstiges, blatt, $"{titel}: {blatt.Pfad}", pfad, id)
            : Satz.Raw(Aenderungsort.Schritt, blatt, $"{titel}: {label}", pfad, id);
    }

    private Wortwert Word(string name, JsonObject eingabe)
    {
        var ausdruck = eingabe["expression"]!.AsObject();
        return ausdruck.Text("type") switch
        {
            "JavaScript" => new(ausdruck["value"]?.ToString() ?? "", IstSkript: true),
            "Variable" => new(Texte.Of("Prozesswort.Variable", Variable(ausdruck["value"]) ?? ausdruck["value"]?.ToString() ?? "")),
            "Literal" or "Object" => new(Prozesswoerter.Wert(name, ausdruck["value"])),
            var andere => new($"{andere}: {ausdruck["value"]?.ToJsonString(Prozesswoerter.Schreibweise)}"),
        };
    }

    private string? Variable(JsonNode? wert) => wert switch
    {
        JsonObject v => v.Text("name") ?? Variable(v["id"]),
        JsonValue => variablen.GetValueOrDefault(wert.ToString()),
        _ => null,
    };

    private static bool IsInput(JsonNode? wert) => wert is JsonObject o && o["expression"] is JsonObject;

    private static bool OnlyPlace(JsonNode? ort) => ort is null || ort is JsonObject o && o.All(p => p.Key is "position" or "size");

    private static string? DisplayText(Schritt schritt) => (schritt.Rest["metadata"] as JsonObject)?.Text("displayText");

    private static void Drop(Schritt a, Schritt b, string name)
    {
        a.Rest.Remove(name);
        b.Rest.Remove(name);
    }
}
