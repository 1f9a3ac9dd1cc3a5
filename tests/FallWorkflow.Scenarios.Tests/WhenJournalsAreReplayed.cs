using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Replay;

namespace FallWorkflow.Scenarios.Tests;

/// <summary>What a shipped version once did it does today; and what was shipped is not changed under the same number.</summary>
public class WhenJournalsAreReplayed
{
    private static readonly InMemoryDefinitionCatalog Prozesse = Auslieferung.Prozesse();

    public static TheoryData<string> Aufnahmen
    {
        get
        {
            var daten = new TheoryData<string>();
            foreach (var datei in Dateien)
                daten.Add(datei);
            return daten;
        }
    }

    private static IEnumerable<string> Dateien => Directory.EnumerateFiles(Ordner, "*.jsonl", SearchOption.AllDirectories)
        .Select(d => Path.GetRelativePath(Ordner, d)).Order(StringComparer.Ordinal);

    private static string Ordner => Path.Combine(Auslieferung.Wurzel, "workflows");

    [Theory]
    [MemberData(nameof(Aufnahmen))]
    public async Task The_same_inputs_lead_to_the_same_entries(string datei)
    {
        var journal = Read(datei);
        var ergebnis = await Prozessmaschine.ReplayAsync(journal, Definition(journal));
        ergebnis.Difference.ShouldBeNull(datei);
        ergebnis.Entries.ShouldBe(journal.Entries.Count);
    }

    [Fact]
    public void Every_shipped_version_has_a_recorded_journal()
    {
        var aufgenommen = Dateien.Select(Read).Select(j => (j.DefinitionId, j.Version)).ToHashSet();
        Prozesse.AllPublished.Select(d => (d.DefinitionId, d.Version)).Where(v => !aufgenommen.Contains(v)).ShouldBeEmpty("run `journal record`");
    }

    [Fact]
    public async Task A_changed_definition_is_noticed_with_the_first_entry_that_differs()
    {
        var journal = Read(Dateien.First(d => d.Contains("kontaktrhythmus-v1", StringComparison.Ordinal)));
        var json = (JsonObject)Definition(journal).Source.DeepClone();
        var fenster = json["root"]!["activities"]!.AsArray().First(a => a!["id"]!.ToString() == "KontaktfensterAbwarten")!;
        fenster["parameter"]!["expression"]!["value"] = "Kontaktfenster.Ende";
        var ergebnis = await Prozessmaschine.ReplayAsync(journal, DefinitionReader.Read(json));
        ergebnis.Difference.ShouldNotBeNull().ShouldContain("KontaktfensterAbwarten");
        ergebnis.Difference!.ShouldContain("Kontaktfenster.Ende");
    }

    [Fact]
    public void A_shipped_version_does_not_change_under_its_number()
    {
        var festgehalten = File.ReadAllLines(Path.Combine(Ordner, "versionen.txt")).Where(z => z.Length > 0 && z[0] != '#').ToHashSet(StringComparer.Ordinal);
        string.Join('\n', Prozesse.AllPublished.Select(d => $"{d.DefinitionId} {d.Version} {Hash(d)}").Order(StringComparer.Ordinal).Where(z => !festgehalten.Contains(z)))
            .ShouldBe("", "raise the version, keep the old one with its journals, record new ones and add the line");
    }

    private static RecordedJournal Read(string datei) => RecordedJournal.Read(File.ReadAllText(Path.Combine(Ordner, datei)));

    private static WorkflowDefinition Definition(RecordedJournal journal)
    {
        var definition = Prozesse.FindPublished(journal.DefinitionId).ShouldNotBeNull();
        if (definition.Version == journal.Version)
            return definition;

        // A version that was shipped before lies beside its journals; not as .json, so that nobody publishes it again.
        var alt = Directory.EnumerateFiles(Ordner, $"{journal.DefinitionId}-v{journal.Version}.definition", SearchOption.AllDirectories).Single();
        return DefinitionReader.Read(File.ReadAllText(alt));
    }

    /// <summary>Of everything that decides what a process does; where boxes stand on the canvas does not.</summary>
    private static string Hash(WorkflowDefinition definition)
    {
        var inhalt = (JsonObject)definition.Source.DeepClone();
        foreach (var name in (string[])["$schema", "createdAt", "toolVersion", "isLatest", "isPublished", "isReadonly", "isSystem"])
            inhalt.Remove(name);
        Strip(inhalt);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inhalt.ToJsonString())))[..32];
    }

    private static void Strip(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject inhalt:
                (inhalt["metadata"] as JsonObject)?.Remove("designer");
                inhalt.Remove("vertices");
                foreach (var (_, wert) in inhalt)
                    Strip(wert);
                break;
            case JsonArray liste:
                foreach (var wert in liste)
                    Strip(wert);
                break;
        }
    }
}
