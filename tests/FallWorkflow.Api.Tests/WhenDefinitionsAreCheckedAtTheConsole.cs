using System.Text.Json;
using System.Text.Json.Nodes;

namespace FallWorkflow.Api.Tests;

/// <summary><c>validate</c> and <c>simulate</c>, as people and programs call them.</summary>
public sealed class WhenDefinitionsAreCheckedAtTheConsole : IDisposable
{
    private static readonly string[] Arten =
    [
        "AufgabeErstellt", "AufgabeFaellig", "AufgabeUeberfaellig", "AufgabeErledigt", "Erinnerung", "NachrichtGesendet", "NachrichtEmpfangen",
        "PhaseGewechselt", "FallAufgenommen", "FallAbgeschlossen", "NachbetreuungBeendet",
    ];

    private readonly string _ordner = Directory.CreateTempSubdirectory("fallworkflow-konsole-").FullName;

    [Fact]
    public async Task Sound_ones_have_no_problem()
    {
        var (code, ausgabe) = await Programm.RunAsync("validate", Path.Combine(Programm.Wurzel, "workflows"));
        code.ShouldBe(0, ausgabe);
        ausgabe.ShouldContain("Keine Probleme.");
    }

    [Fact]
    public async Task Each_problem_is_named_with_file_activity_path_and_remedy()
    {
        var datei = Change("dauer", aktivitaeten =>
        {
            aktivitaeten.Add(JsonNode.Parse("""{ "id": "Neu", "nodeId": "Workflow1:Flowchart1:Neu", "name": "Neu", "type": "FallWorkflow.GibtEsNicht", "version": 1 }"""));
            Find(aktivitaeten, "parameter", "Dauer.Grenze")["wert"] = Literal("52 Wochen");
        });
        var (code, ausgabe) = await Programm.RunAsync("validate", datei);

        code.ShouldBe(1, ausgabe);
        var zeilen = ausgabe.Split('\n').Where(z => z.Contains(" → ", StringComparison.Ordinal)).ToList();
        var unbekannt = zeilen.Where(z => z.Contains("GibtEsNicht", StringComparison.Ordinal)).ShouldHaveSingleItem();
        unbekannt.ShouldContain("dauer.json");
        unbekannt.ShouldContain(": Neu [");
        unbekannt.ShouldContain("activities[");
        zeilen.ShouldContain(z => z.Contains("52 Wochen", StringComparison.Ordinal) && z.Contains("Monate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_told_in_a_sentence()
    {
        var (code, ausgabe) = await Programm.RunAsync("validate", Path.Combine(_ordner, "nichts"));
        code.ShouldBe(1);
        ausgabe.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("nichts");
    }

    [Fact]
    public async Task The_calendar_as_JSON_has_exactly_the_agreed_form_and_every_kind()
    {
        var szenario = Path.Combine(Programm.Wurzel, "workflows", "lebenslauf", "szenarien", "s1-schulden-und-sucht.json");
        var kalender = await SimulateAsync("fallmanagement", "--scenario", szenario);
        kalender.EnumerateObject().Select(p => p.Name).ShouldBe(["definition", "version", "from", "to", "events", "summary"]);
        var ereignisse = kalender.GetProperty("events").EnumerateArray().ToList();
        ereignisse.ShouldAllBe(e => e.EnumerateObject().Select(p => p.Name).SequenceEqual(new[] { "date", "at", "fall", "kind", "title", "detail" }));
        (kalender.GetProperty("definition").GetString(), kalender.GetProperty("from").GetString()).ShouldBe(("fallmanagement", "2027-01-11"));
        foreach (var (art, anzahl) in kalender.GetProperty("summary").EnumerateObject().Select(p => (p.Name, p.Value.GetInt32())))
            ereignisse.Count(e => e.GetProperty("kind").GetString() == art).ShouldBe(anzahl, art);
        ereignisse.Select(e => e.GetProperty("at").GetDateTimeOffset()).ShouldBeInOrder();

        // What a straight course lacks, one in which nobody does anything has.
        var nichts = Path.Combine(_ordner, "nichts.json");
        await File.WriteAllTextAsync(nichts, """
            { "name": "Niemand tut etwas", "land": "BY", "von": "2027-01-11", "monate": 2, "standard": "erledigt", "standardBis": "2027-01-20", "schritte": [] }
            """);
        var arten = new[] { kalender, await SimulateAsync("fallmanagement", "--scenario", nichts), await SimulateAsync("fallmanagement", "--from", "2027-01-11", "--months", "36") }
            .SelectMany(k => k.GetProperty("summary").EnumerateObject().Select(p => p.Name)).ToHashSet();
        Arten.Except(arten).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_day_of_the_handover_moves_the_whole_scenario()
    {
        var szenario = Path.Combine(Programm.Wurzel, "workflows", "lebenslauf", "szenarien", "s1-schulden-und-sucht.json");
        var kalender = await SimulateAsync("fallmanagement", "--scenario", szenario, "--from", "2028-01-10", "--months", "3");
        kalender.GetProperty("from").GetString().ShouldBe("2028-01-10");
        var erste = kalender.GetProperty("events").EnumerateArray().First(e => e.GetProperty("kind").GetString() == "FallAufgenommen");

        // 364 days later than in the scenario itself.
        erste.GetProperty("date").GetString().ShouldBe("2028-01-17");
    }

    [Fact]
    public async Task A_process_that_fails_on_the_way_shows_in_calendar_and_exit_code()
    {
        var datei = Change("kontaktrhythmus", aktivitaeten =>
            Find(aktivitaeten, "parameter", "Kontaktfenster.Beginn")["vielfaches"] =
                JsonNode.Parse("""{ "typeName": "Int32", "expression": { "type": "JavaScript", "value": "(function () { throw new Error('nichts da'); })()" } }"""));
        var (code, ausgabe) = await Programm.RunAsync("simulate", LifecycleBeside(datei), "--from", "2027-01-11", "--months", "3", "--format", "json");

        code.ShouldBe(1, ausgabe);
        var stoerung = ausgabe.Split("\"kind\": \"Stoerung\"");
        stoerung.Length.ShouldBe(2, "one fault is told once");
        stoerung[1].ShouldContain("nichts");
        ausgabe.ShouldContain("Der Kalender ist unvollständig");
    }

    [Fact]
    public async Task A_problem_in_a_process_that_the_asked_one_starts_is_told_before()
    {
        var datei = Change("kontaktrhythmus", aktivitaeten => Find(aktivitaeten, "parameter", "Kontaktfenster.Beginn")["wert"] = Literal("bald"));
        var (code, ausgabe) = await Programm.RunAsync("simulate", LifecycleBeside(datei));

        code.ShouldBe(1);
        ausgabe.ShouldContain("kontaktrhythmus.json");
        ausgabe.ShouldContain("bald");
    }

    public void Dispose() => Directory.Delete(_ordner, recursive: true);

    private static async Task<JsonElement> SimulateAsync(params string[] argumente)
    {
        var (code, ausgabe) = await Programm.RunAsync(["simulate", .. argumente, "--format", "json"]);
        code.ShouldBe(0, ausgabe);
        return JsonSerializer.Deserialize<JsonElement>(ausgabe);
    }

    /// <summary>A copy of all shipped processes with one of them changed; the changed file.</summary>
    private string Change(string prozess, Action<JsonArray> aendern)
    {
        var ziel = Path.Combine(_ordner, "workflows");
        foreach (var datei in Directory.EnumerateFiles(Path.Combine(Programm.Wurzel, "workflows"), "*.json", SearchOption.AllDirectories)
            .Where(d => !d.Contains("szenari", StringComparison.Ordinal) && !d.EndsWith(".schema.json", StringComparison.Ordinal)))
        {
            var kopie = Path.Combine(ziel, Path.GetFileName(Path.GetDirectoryName(datei)!), Path.GetFileName(datei));
            Directory.CreateDirectory(Path.GetDirectoryName(kopie)!);
            File.Copy(datei, kopie);
        }

        var gemeint = Path.Combine(ziel, prozess, $"{prozess}.json");
        var definition = JsonNode.Parse(File.ReadAllText(gemeint))!;
        aendern(definition["root"]!["activities"]!.AsArray());
        File.WriteAllText(gemeint, definition.ToJsonString());
        return gemeint;
    }

    private static string LifecycleBeside(string datei) =>
        Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(datei))!, "lebenslauf", "fallmanagement.json");

    private static JsonObject Find(JsonArray aktivitaeten, string eingabe, string wert) =>
        aktivitaeten.First(a => a![eingabe]?["expression"]?["value"]?.ToString() == wert)!.AsObject();

    private static JsonNode Literal(string wert) => JsonNode.Parse($$"""{ "typeName": "String", "expression": { "type": "Literal", "value": "{{wert}}" } }""")!;
}
