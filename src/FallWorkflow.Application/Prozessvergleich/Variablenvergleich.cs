using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;

namespace FallWorkflow.Application.Prozessvergleich;

/// <summary>What differs in the variables of a process, and in what it takes and gives.</summary>
internal static class Variablenvergleich
{
    /// <summary>Takes the list out of both; one that cannot be read by names stays there.</summary>
    /// <param name="art">variables, inputs or outputs.</param>
    public static IEnumerable<Aenderung> Compare(JsonObject a, JsonObject b, string art)
    {
        if (ByName(a[art]) is not { } alte || ByName(b[art]) is not { } neue)
            yield break;
        a.Remove(art);
        b.Remove(art);
        foreach (var (name, alt) in alte.Where(v => !neue.ContainsKey(v.Key)))
            yield return Whole(Aenderungsart.Entfallen, "Vergleich.Entfaellt", name, alt);
        foreach (var (name, neu) in neue)
        {
            if (!alte.TryGetValue(name, out var alt))
            {
                yield return Whole(Aenderungsart.Neu, "Vergleich.Neu", name, neu);
                continue;
            }

            foreach (var blatt in Blaetter.Compare(alt, neu))
                yield return Satz.Raw(Aenderungsort.Variable, blatt, $"{Texte.Of($"Vergleich.{art}", name)}: {Label(blatt.Pfad)}", $"{art}[{name}].{blatt.Pfad}", null);
        }

        if (!alte.Keys.Where(neue.ContainsKey).SequenceEqual(neue.Keys.Where(alte.ContainsKey), StringComparer.Ordinal))
            yield return new(Aenderungsart.Geaendert, Aenderungsort.Sonstiges, Texte.Of("Vergleich.SonstigesLang", art)) { Pfad = art };

        Aenderung Whole(Aenderungsart wie, string schluessel, string name, JsonObject was) =>
            new(wie, Aenderungsort.Variable, Texte.Of(schluessel, Texte.Of($"Vergleich.{art}", name)))
            {
                Angaben = [.. was.Where(p => p.Key is not ("id" or "name") && p.Value is not null).Select(p => new Angabe(Label(p.Key), Prozesswoerter.Wert("", p.Value)))],
            };
    }

    private static string Label(string feld) => Texte.Find($"Vergleich.Feld.{feld}") ?? feld;

    private static Dictionary<string, JsonObject>? ByName(JsonNode? liste)
    {
        if (liste is not JsonArray alle)
            return null;
        var nach = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var eintrag in alle)
        {
            if (eintrag is not JsonObject json || json.Text("name") is not { } name || !nach.TryAdd(name, json))
                return null;
        }

        return nach;
    }
}
