using System.Text.Json.Nodes;

namespace FallWorkflow.Application.Prozessvergleich;

/// <summary>
/// Tells what differs between two versions of a process. Whatever is recognised is taken out of both; what is left over is
/// compared value by value, so that nothing that differs goes unmentioned. Only the number and the dates of a version are not
/// compared.
/// </summary>
public static class Prozessvergleicher
{
    /// <summary>Changes in the order in which people read: the process, its variables, its steps, its connections, the rest.</summary>
    public static IReadOnlyList<Aenderung> Compare(JsonObject vorher, JsonObject nachher)
    {
        var (a, b) = (new Inhalt(vorher), new Inhalt(nachher));
        var variablen = Names(vorher).Concat(Names(nachher)).GroupBy(v => v.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last().Name, StringComparer.Ordinal);
        var schritte = new Schrittvergleich(variablen);
        var verbindungen = new Verbindungsvergleich(id => (b.Schritte.GetValueOrDefault(id) ?? a.Schritte.GetValueOrDefault(id))?.Name ?? id);
        var alle = new List<Aenderung>();
        alle.AddRange(Head(a.Rest, b.Rest));
        foreach (var art in (string[])["variables", "inputs", "outputs"])
            alle.AddRange(Variablenvergleich.Compare(a.Rest, b.Rest, art));
        alle.AddRange(a.Schritte.Values.Where(s => !b.Schritte.ContainsKey(s.Schluessel)).Select(s => Whole(s, a, schritte, Aenderungsart.Entfallen)));
        alle.AddRange(b.Schritte.Values.Where(s => !a.Schritte.ContainsKey(s.Schluessel)).Select(s => Whole(s, b, schritte, Aenderungsart.Neu)));
        var (verschoben, verlegt) = (new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var neu in b.Schritte.Values)
        {
            // A new or lost flowchart brings or takes its connections with it.
            var alt = a.Schritte.GetValueOrDefault(neu.Schluessel);
            alle.AddRange(verbindungen.Compare(alt ?? Empty(neu), neu, () => verlegt++));
            if (alt is null)
                continue;
            alle.AddRange(Place(alt, neu, a, b));
            alle.AddRange(schritte.Compare(alt, neu, () => verschoben.Add(neu.Schluessel)));
        }

        foreach (var alt in a.Schritte.Values.Where(s => !b.Schritte.ContainsKey(s.Schluessel)))
            alle.AddRange(verbindungen.Compare(alt, Empty(alt), () => { }));
        alle.AddRange(Orders(a, b));
        alle.AddRange(Blaetter.Compare(a.Rest, b.Rest).Select(blatt => Satz.Other(blatt, blatt.Pfad, null)));
        if (Drawing(verschoben.Count, verlegt) is { } anordnung)
            alle.Add(anordnung);
        return [.. alle.OrderBy(x => x.Ort)];
    }

    private static IEnumerable<Aenderung> Head(JsonObject a, JsonObject b)
    {
        foreach (var name in (string[])["name", "description"])
        {
            if (a.Text(name) is not { } alt || b.Text(name) is not { } neu || alt == neu)
                continue;
            a.Remove(name);
            b.Remove(name);
            yield return name == "name"
                ? new(Aenderungsart.Geaendert, Aenderungsort.Prozess, Texte.Of("Vergleich.Name", alt, neu))
                : new(Aenderungsart.Geaendert, Aenderungsort.Prozess, Texte.Of("Vergleich.Beschreibung")) { Vorher = alt, Nachher = neu };
        }
    }

    private static Aenderung Whole(Schritt schritt, Inhalt inhalt, Schrittvergleich schritte, Aenderungsart art)
    {
        var schluessel = art == Aenderungsart.Neu ? "Vergleich.SchrittNeu" : "Vergleich.SchrittEntfaellt";
        var behaelter = schritt.Behaelter is null or Inhalt.Wurzel ? null : inhalt.Schritte[schritt.Behaelter].Name;
        return new(art, Aenderungsort.Schritt, behaelter is null
            ? Texte.Of(schluessel, Schrittvergleich.Title(schritt))
            : Texte.Of(schluessel + "In", Schrittvergleich.Title(schritt), behaelter))
        {
            SchrittId = schritt.Rest.Text("id"),
            Angaben = schritte.Describe(schritt),
        };
    }

    private static IEnumerable<Aenderung> Place(Schritt alt, Schritt neu, Inhalt a, Inhalt b)
    {
        if (alt.Behaelter == neu.Behaelter && alt.Platz == neu.Platz)
            yield break;
        yield return new(Aenderungsart.Geaendert, Aenderungsort.Schritt, Texte.Of("Vergleich.Umgezogen", Schrittvergleich.Title(neu), Where(alt, a), Where(neu, b)))
        {
            SchrittId = neu.Rest.Text("id"),
        };
    }

    private static string Where(Schritt schritt, Inhalt inhalt) =>
        $"{(schritt.Behaelter is null ? "" : inhalt.Schritte[schritt.Behaelter].Name)}{(schritt.Platz is "activities" or "" ? "" : $": {schritt.Platz}")}";

    /// <summary>The order matters in a sequence; elsewhere it is only the file's, and is mentioned as such.</summary>
    private static IEnumerable<Aenderung> Orders(Inhalt a, Inhalt b)
    {
        foreach (var (ort, neu) in b.Folgen)
        {
            if (!a.Folgen.TryGetValue(ort, out var alt))
                continue;
            var (vorher, nachher) = (alt.Where(neu.Contains).ToList(), neu.Where(alt.Contains).ToList());
            if (vorher.SequenceEqual(nachher, StringComparer.Ordinal))
                continue;
            var behaelter = b.Schritte[ort.Behaelter];
            yield return behaelter.Type is "Elsa.Flowchart" or "Elsa.Parallel"
                ? new(Aenderungsart.Geaendert, Aenderungsort.Sonstiges, Texte.Of("Vergleich.Dateireihenfolge", behaelter.Name)) { Pfad = $"{behaelter.Pfad}.{ort.Platz}" }
                : new(Aenderungsart.Geaendert, Aenderungsort.Schritt, Texte.Of("Vergleich.Reihenfolge", behaelter.Name, List(vorher, a), List(nachher, b))) { SchrittId = behaelter.Rest.Text("id") };
        }

        static string List(List<string> schluessel, Inhalt inhalt) => string.Join(", ", schluessel.Select(s => inhalt.Schritte[s].Name));
    }

    private static Aenderung? Drawing(int schritte, int linien)
    {
        var was = new[] { ("Schritte", schritte), ("Linien", linien) }.Where(w => w.Item2 > 0)
            .Select(w => Texte.Of($"Vergleich.{w.Item1}.{(w.Item2 == 1 ? "Eins" : "Viele")}", w.Item2)).ToList();
        return was.Count == 0 ? null : new(Aenderungsart.Geaendert, Aenderungsort.Anordnung, Texte.Of("Vergleich.Anordnung", string.Join(Texte.Of("Vergleich.Und"), was)));
    }

    private static Schritt Empty(Schritt schritt) => schritt with { Rest = new JsonObject { ["connections"] = new JsonArray() } };

    private static IEnumerable<(string Id, string Name)> Names(JsonObject definition) => (definition["variables"] as JsonArray ?? []).OfType<JsonObject>()
        .Where(v => v.Text("id") is not null && v.Text("name") is not null).Select(v => (v.Text("id")!, v.Text("name")!));
}
