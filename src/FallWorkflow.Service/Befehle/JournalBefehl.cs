using System.CommandLine;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Replay;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

/// <summary>
/// <c>journal record</c> writes the journals of the scenarios' processes beside their definitions; <c>journal replay</c> runs
/// recorded journals against the definitions and names the first entry that differs (exit code 1).
/// </summary>
internal static class JournalBefehl
{
    public static Command Create()
    {
        var ordner = new Option<string?>("--workflows") { Description = Texte.Of("Hilfe.Workflows") };
        var record = new Command("record", Befehlstexte.Of("Hilfe.JournalRecord")) { ordner };
        record.SetAction((parsed, cancellation) => RecordAsync(Root(parsed.GetValue(ordner)), cancellation));
        var replay = new Command("replay", Befehlstexte.Of("Hilfe.JournalReplay")) { ordner };
        replay.SetAction((parsed, cancellation) => ReplayAsync(Root(parsed.GetValue(ordner)), cancellation));
        return new Command("journal", Befehlstexte.Of("Hilfe.Journal")) { record, replay };
    }

    private static async Task<int> RecordAsync(string ordner, CancellationToken cancellation)
    {
        var (katalog, orte) = Load(ordner);
        var szenarien = Directory.EnumerateFiles(ordner, "*.json", SearchOption.AllDirectories)
            .Where(d => Path.GetFileName(Path.GetDirectoryName(d)) == "szenarien").Order(StringComparer.Ordinal);
        var aufnahme = new Journalaufnahme(katalog);
        foreach (var datei in szenarien)
            await aufnahme.AddAsync(Path.GetFileNameWithoutExtension(datei), Szenario.Parse(await File.ReadAllTextAsync(datei, cancellation)), cancellation);
        foreach (var (journal, name) in aufnahme.Results)
        {
            var ziel = Path.Combine(Path.GetDirectoryName(orte[journal.DefinitionId])!, "journale");
            Directory.CreateDirectory(ziel);
            var datei = Path.Combine(ziel, $"{journal.DefinitionId}-v{journal.Version}-{name}.jsonl");
            await File.WriteAllTextAsync(datei, journal.Write(), cancellation);
            Console.WriteLine(Befehlstexte.Of("Journal.Geschrieben", Path.GetRelativePath(Directory.GetCurrentDirectory(), datei), journal.Entries.Count));
        }

        foreach (var fehlt in katalog.AllPublished.Select(d => d.DefinitionId).Except(aufnahme.Results.Select(r => r.Journal.DefinitionId)).Order(StringComparer.Ordinal))
            await Console.Error.WriteLineAsync(Befehlstexte.Of("Journal.Fehlt", fehlt));
        return 0;
    }

    private static async Task<int> ReplayAsync(string ordner, CancellationToken cancellation)
    {
        var (katalog, _) = Load(ordner);
        var (gleich, anders) = (0, 0);
        foreach (var datei in Directory.EnumerateFiles(ordner, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var journal = RecordedJournal.Read(await File.ReadAllTextAsync(datei, cancellation));
            var ergebnis = DefinitionOf(journal, katalog, datei) is { } definition
                ? await Prozessmaschine.ReplayAsync(journal, definition, cancellation)
                : new ReplayResult(Befehlstexte.Of("Journal.VersionFehlt", journal.Version), 0);
            _ = ergebnis.IsSame ? gleich++ : anders++;
            if (!ergebnis.IsSame)
                Console.WriteLine($"{Path.GetRelativePath(ordner, datei)}: {ergebnis.Difference}");
        }

        Console.WriteLine(Befehlstexte.Of("Journal.Ergebnis", gleich, anders));
        return anders == 0 ? 0 : 1;
    }

    /// <summary>The version that was recorded. One that was shipped before lies beside its journals; not as .json, so that nobody publishes it again.</summary>
    private static WorkflowDefinition? DefinitionOf(RecordedJournal journal, InMemoryDefinitionCatalog katalog, string datei)
    {
        if (katalog.FindPublished(journal.DefinitionId) is { } neueste && neueste.Version == journal.Version)
            return neueste;
        var fruehere = Path.Combine(Path.GetDirectoryName(datei)!, $"{journal.DefinitionId}-v{journal.Version}.definition");
        return File.Exists(fruehere) ? DefinitionReader.Read(File.ReadAllText(fruehere)) : null;
    }

    private static (InMemoryDefinitionCatalog Katalog, Dictionary<string, string> Orte) Load(string ordner)
    {
        var katalog = new InMemoryDefinitionCatalog();
        var orte = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var datei in Prozessordner.Files(ordner))
        {
            foreach (var definition in Prozessordner.ReadAll([datei]))
            {
                katalog.Publish(definition);
                orte[definition.DefinitionId] = datei;
            }
        }

        return (katalog, orte);
    }

    private static string Root(string? ordner) => ordner ?? Prozessordner.FindDefault() ?? throw new StartfehlerException(Befehlstexte.Of("PfadFehlt", "workflows"));
}
