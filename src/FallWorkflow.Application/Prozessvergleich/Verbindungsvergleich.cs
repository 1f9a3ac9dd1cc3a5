using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;

namespace FallWorkflow.Application.Prozessvergleich;

/// <summary>What differs in the connections of one flowchart.</summary>
/// <param name="benenne">Name of a step by its id.</param>
internal sealed class Verbindungsvergleich(Func<string, string> benenne)
{
    private sealed record Verbindung(string Von, string Ausgang, string Nach, string Eingang, JsonObject Rest, string Pfad);

    /// <summary>Takes the connections out of both; what is none stays there.</summary>
    /// <param name="verlegt">Called for every line that only takes another way.</param>
    public IEnumerable<Aenderung> Compare(Schritt a, Schritt b, Action verlegt)
    {
        if (Take(a) is not { } alte || Take(b) is not { } neue)
            yield break;
        a.Rest.Remove("connections");
        b.Rest.Remove("connections");
        foreach (var (von, ausgang) in alte.Concat(neue).Select(v => (v.Von, v.Ausgang)).Distinct().ToList())
        {
            var vorher = alte.Where(v => v.Von == von && v.Ausgang == ausgang).ToList();
            var nachher = neue.Where(v => v.Von == von && v.Ausgang == ausgang).ToList();
            foreach (var alt in vorher.ToList())
            {
                if (nachher.FirstOrDefault(v => v.Nach == alt.Nach && v.Eingang == alt.Eingang) is not { } neu)
                    continue;
                vorher.Remove(alt);
                nachher.Remove(neu);
                foreach (var aenderung in CompareRest(alt, neu, verlegt))
                    yield return aenderung;
            }

            if (vorher.Count + nachher.Count > 0)
                yield return Tell(von, ausgang, vorher, nachher);
        }
    }

    private Aenderung Tell(string von, string ausgang, List<Verbindung> vorher, List<Verbindung> nachher)
    {
        var art = vorher.Count == 0 ? Aenderungsart.Neu : nachher.Count == 0 ? Aenderungsart.Entfallen : Aenderungsart.Geaendert;
        var schluessel = art switch { Aenderungsart.Neu => "VerbindungNeu", Aenderungsart.Entfallen => "VerbindungEntfaellt", _ => "VerbindungGeaendert" };
        var ziele = Targets(nachher.Count == 0 ? vorher : nachher);
        return new(art, Aenderungsort.Verbindung,
            Texte.Of($"Vergleich.{schluessel}{(ausgang == "Done" ? "" : "Bei")}", benenne(von), ziele, Targets(vorher), Prozesswoerter.Ausgang(ausgang)))
        {
            SchrittId = von,
            Linien =
            [
                .. vorher.Select(v => new Linienaenderung(Aenderungsart.Entfallen, v.Von, v.Ausgang, v.Nach, v.Eingang)),
                .. nachher.Select(v => new Linienaenderung(Aenderungsart.Neu, v.Von, v.Ausgang, v.Nach, v.Eingang)),
            ],
        };
    }

    private string Targets(List<Verbindung> verbindungen) => string.Join(Texte.Of("Vergleich.Und"), verbindungen.Select(v =>
        v.Eingang == "In" ? $"„{benenne(v.Nach)}“" : Texte.Of("Vergleich.Eingang", benenne(v.Nach), v.Eingang)));

    private static IEnumerable<Aenderung> CompareRest(Verbindung alt, Verbindung neu, Action verlegt)
    {
        var anders = false;
        foreach (var blatt in Blaetter.Compare(alt.Rest, neu.Rest))
        {
            if (blatt.Pfad.StartsWith("vertices", StringComparison.Ordinal))
                // A line without bends says so by an empty list or by none.
                anders |= !(IsStraight(blatt.Vorher) && IsStraight(blatt.Nachher));
            else
                yield return Satz.Other(blatt, $"{neu.Pfad}.{blatt.Pfad}", null);
        }

        if (anders)
            verlegt();
    }

    private static bool IsStraight(JsonNode? bends) => bends is null or JsonArray { Count: 0 };

    /// <summary>Null if there are none, or one cannot be read as such.</summary>
    private static List<Verbindung>? Take(Schritt schritt)
    {
        if (schritt.Rest["connections"] is not JsonArray liste)
            return schritt.Rest.ContainsKey("connections") ? null : [];
        var alle = new List<Verbindung>();
        for (var i = 0; i < liste.Count; i++)
        {
            if (liste[i] is not JsonObject json || json["source"] is not JsonObject von || json["target"] is not JsonObject nach
                || von.Text("activity") is not { } start || nach.Text("activity") is not { } ziel)
                return null;
            var rest = json.DeepClone().AsObject();
            foreach (var ende in (string[])["source", "target"])
            {
                rest[ende]!.AsObject().Remove("activity");
                if (rest[ende]!.AsObject().Text("port") is not null)
                    rest[ende]!.AsObject().Remove("port");
            }

            alle.Add(new(start, von.Text("port") ?? "Done", ziel, nach.Text("port") ?? "In", rest, $"{schritt.Pfad}.connections[{i}]"));
        }

        return alle;
    }
}
