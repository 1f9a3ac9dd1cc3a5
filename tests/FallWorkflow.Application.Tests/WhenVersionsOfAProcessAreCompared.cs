using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Prozessvergleich;

namespace FallWorkflow.Application.Tests;

/// <summary>What changed between two versions, in words, with nothing left out.</summary>
public class WhenVersionsOfAProcessAreCompared
{
    // These say which version it is, not what the process does.
    private static readonly HashSet<string> Versionsfelder = ["$.id", "$.version", "$.isLatest", "$.isPublished", "$.createdAt"];

    public static TheoryData<string> Ausgelieferte => [.. Directory.EnumerateFiles(Ordner(), "*.json", SearchOption.AllDirectories)
        .Where(d => File.ReadAllText(d).Contains("\"definitionId\"", StringComparison.Ordinal)).Select(d => Path.GetRelativePath(Ordner(), d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ausgelieferte))]
    public void A_shipped_process_equals_itself(string datei) =>
        Prozessvergleicher.Compare(Read(datei), Read(datei)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Ausgelieferte))]
    public void Every_changed_value_of_a_shipped_process_is_reported(string datei)
    {
        var original = Read(datei);
        var pfade = Leaves(original).Where(p => !Versionsfelder.Contains(p)).ToList();
        pfade.Count.ShouldBeGreaterThan(50);
        var verschwiegen = new List<string>();
        for (var nr = 0; nr < pfade.Count; nr++)
        {
            var geaendert = Read(datei);
            var blatt = Leaf(geaendert, nr, pfade[nr]);
            Replace(blatt.Halter, blatt.Name, Other(blatt.Wert));
            if (Prozessvergleicher.Compare(original, geaendert).Count == 0 || Prozessvergleicher.Compare(geaendert, original).Count == 0)
                verschwiegen.Add(pfade[nr]);
        }

        verschwiegen.ShouldBeEmpty();
    }

    [Fact]
    public void A_Frist_is_told_as_people_read_it() =>
        Changes(j => Input(j, "Warten", "wert", "4 Wochen"), j => Input(j, "Warten", "wert", "3 Wochen"))
            .ShouldBe(["Frist abwarten „Kontaktfenster“: Eigener Wert: 4 Wochen → 3 Wochen"]);

    [Fact]
    public void Values_from_lists_are_told_by_their_labels()
    {
        Changes(_ => { }, j => Input(j, "Aufgabe", "rolle", "Teamleitung"))
            .ShouldBe(["Aufgabe stellen „Kontakt führen“: Rolle: Fallmanagement → Teamleitung"]);
        Changes(_ => { }, j => Input(j, "Aufgabe", "erledigtDurch", "KontaktGehalten, KontaktAusgefallen"))
            .ShouldBe(["Aufgabe stellen „Kontakt führen“: Erledigt durch: Kontakt gehalten → Kontakt gehalten, Kontakt ausgefallen"]);
        Changes(_ => { }, j => Input(j, "Aufgabe", "beschreibung", "Bitte anrufen"))
            .ShouldBe(["Aufgabe stellen „Kontakt führen“: Beschreibung ist jetzt angegeben: Bitte anrufen"]);
        Changes(j => Input(j, "Aufgabe", "beschreibung", "Bitte anrufen"), _ => { })
            .ShouldBe(["Aufgabe stellen „Kontakt führen“: Beschreibung ist nicht mehr angegeben, bisher: Bitte anrufen"]);
    }

    [Fact]
    public void A_script_is_shown_before_and_after()
    {
        var aenderung = Compare(j => Input(j, "Aufgabe", "titel", "getPhase()", "JavaScript"), j => Input(j, "Aufgabe", "titel", "getPhase() + '!'", "JavaScript")).ShouldHaveSingleItem();
        aenderung.Text.ShouldBe("Aufgabe stellen „Kontakt führen“: Titel ist anders.");
        aenderung.Vorher.ShouldBe("getPhase()");
        aenderung.Nachher.ShouldBe("getPhase() + '!'");

        var neu = Compare(_ => { }, j => Input(j, "Aufgabe", "titel", "getPhase()", "JavaScript")).ShouldHaveSingleItem();
        neu.Vorher.ShouldBe("Kontakt führen");
        neu.Nachher.ShouldBe("getPhase()");
    }

    [Fact]
    public void Steps_come_go_change_their_kind_and_their_names()
    {
        var neu = Compare(_ => { }, j => Step(j, "Neu", "FallWorkflow.Erinnern", "Kontakt fällig", ("titel", "Bitte anrufen"), ("rolle", "Fallmanager"))).ShouldHaveSingleItem();
        neu.Art.ShouldBe(Aenderungsart.Neu);
        neu.Text.ShouldBe("Neuer Schritt: Erinnern „Kontakt fällig“");
        neu.Angaben.ShouldBe([new("Titel", "Bitte anrufen"), new("Rolle", "Fallmanagement")]);

        var weg = Compare(j => Step(j, "Neu", "FallWorkflow.Erinnern", "Kontakt fällig"), _ => { }).ShouldHaveSingleItem();
        weg.Art.ShouldBe(Aenderungsart.Entfallen);
        weg.Text.ShouldBe("Schritt entfällt: Erinnern „Kontakt fällig“");

        Changes(_ => { }, j => Find(j, "Aufgabe")["metadata"]!["displayText"] = "Gespräch führen").ShouldBe(["Aufgabe stellen „Kontakt führen“ heißt jetzt „Gespräch führen“."]);
        Changes(_ => { }, j => Find(j, "Warten")["type"] = "FallWorkflow.EreignisAbwarten").ShouldBe(["Schritt „Kontaktfenster“: jetzt „Auf Ereignis warten“ statt „Frist abwarten“."]);
    }

    [Fact]
    public void Steps_inside_others_are_found_and_moving_between_them_is_told()
    {
        void Container(JsonObject j) => Step(j, "Kasten", "Elsa.Sequence", "Vorbereitung")["activities"] = new JsonArray();
        void Inside(JsonObject j, string wo, string id) => Find(j, wo)["activities"]!.AsArray().Add(new JsonObject { ["id"] = id, ["type"] = "Elsa.Start", ["metadata"] = new JsonObject { ["displayText"] = id } });

        Changes(Container, j => { Container(j); Inside(j, "Kasten", "A"); }).ShouldBe([$"Neuer Schritt in „Vorbereitung“: {Prozesswoerter.Schrittart("Elsa.Start")} „A“"]);
        Changes(j => { Container(j); Inside(j, "Kasten", "A"); Inside(j, "Kasten", "B"); }, j => { Container(j); Inside(j, "Kasten", "B"); Inside(j, "Kasten", "A"); })
            .ShouldBe(["Reihenfolge in „Vorbereitung“: A, B → B, A"]);
        Changes(j => { Container(j); Inside(j, "F", "A"); }, j => { Container(j); Inside(j, "Kasten", "A"); })
            .ShouldBe([$"{Prozesswoerter.Schrittart("Elsa.Start")} „A“ liegt jetzt in „Vorbereitung“ statt in „Ablauf“."]);
    }

    [Fact]
    public void The_path_of_a_change_counts_places_of_the_file() =>
        Compare(_ => { }, j => Find(j, "Aufgabe")["customProperties"] = new JsonObject { ["eigenes"] = 7 }).ShouldHaveSingleItem().Pfad
            .ShouldBe($"root.activities[{Sample()["root"]!["activities"]!.AsArray().ToList().FindIndex(a => a!["id"]!.ToString() == "Aufgabe")}].customProperties");

    [Fact]
    public void Connections_are_told_from_where_to_where()
    {
        Changes(j => Connect(j, "Aufgabe", "KontaktGehalten", "Beginn"), j => Connect(j, "Aufgabe", "KontaktGehalten", "Warten"))
            .ShouldBe(["Nach „Kontakt führen“: Bei „Kontakt gehalten“ geht es jetzt weiter mit „Kontaktfenster“ statt mit „Beginn“."]);
        Changes(_ => { }, j => Connect(j, "Warten", "abgelehnt", "Beginn")).ShouldBe(["Nach „Kontaktfenster“: Bei „abgelehnt“ geht es jetzt weiter mit „Beginn“."]);
        Changes(j => Connect(j, "Beginn", "Done", "Warten"), _ => { }).ShouldBe(["Nach „Beginn“ geht es nicht mehr weiter mit „Kontaktfenster“."]);
        Compare(j => Connect(j, "Beginn", "Done", "Warten"), _ => { })[0].Linien.ShouldBe([new(Aenderungsart.Entfallen, "Beginn", "Done", "Warten", "In")]);
    }

    [Fact]
    public void What_is_only_drawn_differently_is_one_line()
    {
        var nur = Compare(
            j => Connect(j, "Beginn", "Done", "Warten"),
            j =>
            {
                Connect(j, "Beginn", "Done", "Warten")["vertices"] = new JsonArray(new JsonObject { ["x"] = 1, ["y"] = 2 });
                Find(j, "Warten")["metadata"]!["designer"]!["position"]!["x"] = 999;
                Find(j, "Aufgabe")["metadata"]!["designer"]!["size"]!["width"] = 999;
            }).ShouldHaveSingleItem();
        nur.Ort.ShouldBe(Aenderungsort.Anordnung);
        nur.Text.ShouldBe("Nur anders gezeichnet: 2 Schritte und 1 Linie. Am Ablauf ändert das nichts.");
    }

    [Fact]
    public void Variables_name_and_description_are_told_and_the_rest_by_its_path()
    {
        Changes(_ => { }, j => j["name"] = "Neu benannt").ShouldBe(["Der Prozess heißt jetzt „Neu benannt“ statt „Probe“."]);
        Compare(_ => { }, j => j["description"] = "Anders").ShouldHaveSingleItem().Nachher.ShouldBe("Anders");
        Changes(_ => { }, j => j["variables"]!.AsArray().Add(new JsonObject { ["id"] = "v2", ["name"] = "Frist" })).ShouldBe(["Neu: Variable „Frist“"]);
        Changes(_ => { }, j => j["variables"]!.AsArray().Clear()).ShouldBe(["Entfällt: Variable „Nummer“"]);
        Changes(_ => { }, j => j["variables"]![0]!["typeName"] = "String").ShouldBe(["Variable „Nummer“: Typ: „Int32“ → „String“"]);
        var sonst = Compare(_ => { }, j => Find(j, "Warten")["customProperties"] = new JsonObject { ["eigenes"] = 7 }).ShouldHaveSingleItem();
        sonst.Ort.ShouldBe(Aenderungsort.Sonstiges);
        sonst.Text.ShouldContain("customProperties");
        Changes(_ => { }, j => j["toolVersion"] = "4").ShouldBe(["toolVersion: (nicht da) → „4“"]);
        Compare(_ => { }, j => j["version"] = 7).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("P28D", "28 Tage")]
    [InlineData("P1M", "1 Monat")]
    [InlineData("P2W", "2 Wochen")]
    [InlineData("PT1H30M", "1 Stunde 30 Minuten")]
    [InlineData("28.00:00:00", "28 Tage")]
    [InlineData("00:05:00", "5 Minuten")]
    [InlineData("P", null)]
    [InlineData("PT", null)]
    [InlineData("Post", null)]
    [InlineData("4 Wochen", null)]
    public void Durations_are_told_in_words(string text, string? worte) => Prozesswoerter.Dauer(text).ShouldBe(worte);

    private static IReadOnlyList<string> Changes(Action<JsonObject> vorher, Action<JsonObject> nachher) => [.. Compare(vorher, nachher).Select(a => a.Text)];

    private static IReadOnlyList<Aenderung> Compare(Action<JsonObject> vorher, Action<JsonObject> nachher)
    {
        var (a, b) = (Sample(), Sample());
        vorher(a);
        nachher(b);
        return Prozessvergleicher.Compare(a, b);
    }

    private static JsonObject Sample()
    {
        var probe = new JsonObject
        {
            ["definitionId"] = "probe",
            ["name"] = "Probe",
            ["description"] = "Zum Vergleichen",
            ["version"] = 1,
            ["variables"] = new JsonArray(new JsonObject { ["id"] = "v1", ["name"] = "Nummer", ["typeName"] = "Int32" }),
            ["root"] = new JsonObject
            {
                ["id"] = "F",
                ["type"] = "Elsa.Flowchart",
                ["metadata"] = new JsonObject { ["displayText"] = "Ablauf" },
                ["activities"] = new JsonArray(),
                ["connections"] = new JsonArray(),
            },
        };
        Step(probe, "Beginn", "Elsa.Start", "Beginn");
        Step(probe, "Warten", "FallWorkflow.FristAbwarten", "Kontaktfenster");
        Step(probe, "Aufgabe", "FallWorkflow.AufgabeStellen", "Kontakt führen", ("titel", "Kontakt führen"), ("rolle", "Fallmanager"), ("erledigtDurch", "KontaktGehalten"));
        return probe;
    }

    private static JsonObject Step(JsonObject definition, string id, string type, string name, params (string Name, string Wert)[] eingaben)
    {
        var schritt = new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            ["metadata"] = JsonNode.Parse($$"""{ "displayText": "{{name}}", "designer": { "position": { "x": 1, "y": 1 }, "size": { "width": 220, "height": 60 } } }"""),
        };
        definition["root"]!["activities"]!.AsArray().Add(schritt);
        foreach (var (eingabe, wert) in eingaben)
            Input(definition, id, eingabe, wert);
        return schritt;
    }

    private static JsonObject Connect(JsonObject definition, string von, string ausgang, string nach)
    {
        var linie = JsonNode.Parse($$"""{ "source": { "activity": "{{von}}", "port": "{{ausgang}}" }, "target": { "activity": "{{nach}}", "port": "In" }, "vertices": [] }""")!.AsObject();
        definition["root"]!["connections"]!.AsArray().Add(linie);
        return linie;
    }

    private static void Input(JsonObject definition, string id, string eingabe, string wert, string art = "Literal") =>
        Find(definition, id)[eingabe] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = art, ["value"] = wert } };

    private static JsonObject Find(JsonObject definition, string id) =>
        id == "F" ? definition["root"]!.AsObject() : definition["root"]!["activities"]!.AsArray().OfType<JsonObject>().Single(a => a["id"]!.ToString() == id);

    private static JsonObject Read(string datei) => JsonNode.Parse(File.ReadAllText(Path.Combine(Ordner(), datei)))!.AsObject();

    private static string Ordner()
    {
        var ordner = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(ordner, "FallWorkflow.sln")))
            ordner = Path.GetDirectoryName(ordner) ?? throw new InvalidOperationException("The tests must run inside the repository.");
        return Path.Combine(ordner, "workflows");
    }

    /// <summary>Everything that holds nothing else, empty lists and objects included.</summary>
    private static IEnumerable<string> Leaves(JsonNode? node) => All(node).Select(b => b.Pfad);

    private static IEnumerable<(string Pfad, JsonNode Halter, object Name, JsonNode? Wert)> All(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => One(o, p.Key, p.Value, $"{o.GetPath()}.{p.Key}")),
        JsonArray l => l.Select((w, i) => (w, i)).SelectMany(x => One(l, x.i, x.w, $"{l.GetPath()}[{x.i}]")),
        _ => [],
    };

    private static IEnumerable<(string, JsonNode, object, JsonNode?)> One(JsonNode halter, object name, JsonNode? wert, string pfad) =>
        wert is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } ? All(wert) : [(pfad, halter, name, wert)];

    private static (JsonNode Halter, object Name, JsonNode? Wert) Leaf(JsonObject definition, int nr, string pfad)
    {
        var blatt = All(definition).Where(b => !Versionsfelder.Contains(b.Pfad)).ElementAt(nr);
        blatt.Pfad.ShouldBe(pfad);
        return (blatt.Halter, blatt.Name, blatt.Wert);
    }

    private static void Replace(JsonNode halter, object name, JsonNode neu)
    {
        if (halter is JsonArray liste)
            liste[(int)name] = neu;
        else
            halter.AsObject()[(string)name] = neu;
    }

    private static JsonNode Other(JsonNode? wert) => wert switch
    {
        JsonObject => new JsonObject { ["x"] = "x" },
        JsonArray => new JsonArray("x"),
        JsonValue v when v.GetValueKind() is JsonValueKind.True or JsonValueKind.False => !v.GetValue<bool>(),
        JsonValue v when v.GetValueKind() == JsonValueKind.Number => v.GetValue<double>() + 1,
        JsonValue v when v.GetValueKind() == JsonValueKind.String => v.GetValue<string>() + "x",
        _ => "x",
    };
}
