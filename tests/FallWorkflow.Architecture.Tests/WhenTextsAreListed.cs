using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace FallWorkflow.Architecture.Tests;

/// <summary>
/// <c>docs/texte.md</c> lists every German text that people read, so that somebody can read them in one go. It is written by
/// <c>FALLWORKFLOW_TEXTE=schreiben dotnet test tests/FallWorkflow.Architecture.Tests --filter WhenTextsAreListed</c>.
/// </summary>
public sealed class WhenTextsAreListed
{
    private static readonly string Datei = Path.Combine(Repository.Root, "docs", "texte.md");

    // What of a step people read; all else are names and rules.
    private static readonly string[] Anzeigetexte = ["titel", "beschreibung", "text", "ergebnisse", "grund"];

    // In the order in which a reader should take them: first what reaches people, last what only the designers' editor shows.
    private static readonly (string Datei, string Titel)[] Quellen =
    [
        ("src/FallWorkflow.Application/Texte.resx", "Aufgaben, Verlauf, Schreiben und Meldungen der Anwendung"),
        ("src/FallWorkflow.Messaging/Texte.resx", "Nachrichten an und von Trägern"),
        ("src/FallWorkflow.Domain/Begriffe.resx", "Begriffe"),
        ("src/FallWorkflow.Domain/Meldungen.resx", "Regeln: was nicht geht und was stattdessen"),
        ("src/FallWorkflow.Domain/Kalender/KalenderTexte.resx", "Kalender"),
        ("src/FallWorkflow.Web/Formulare/Formulare.resx", "Formulare"),
        ("src/FallWorkflow.Web/Seitentexte.resx", "Seiten"),
        ("src/FallWorkflow.Service/Texte.resx", "Schnittstelle"),
        ("src/FallWorkflow.Service/Befehle/Befehlstexte.resx", "Befehle"),
        ("src/FallWorkflow.Engine/Validation/Texts.resx", "Prüfung von Prozessen"),
        ("src/FallWorkflow.Web/Studio/Woerterbuch.resx", "Wörter des Prozesseditors"),
    ];

    private static readonly (string Datei, string Titel)[] Daten =
    [
        ("src/FallWorkflow.Domain/Fachkonzepte/standardkonzept.json", "Fachkonzept, wie es ausgeliefert wird"),
        ("src/FallWorkflow.Domain/Faelle/rechtsgrundlagen.json", "Rechtsgrundlagen"),
    ];

    [Fact]
    public void Every_text_that_people_read_is_in_the_list()
    {
        var text = Write();
        if (Environment.GetEnvironmentVariable("FALLWORKFLOW_TEXTE") == "schreiben")
            File.WriteAllText(Datei, text);
        File.ReadAllText(Datei).ShouldBe(text, "docs/texte.md is old; its first lines say how it is written anew");
    }

    [Fact]
    public void No_file_of_texts_is_left_out() =>
        Repository.Files("src", "*.resx").Select(Repository.Relative).ShouldBe(Quellen.Select(q => q.Datei), ignoreOrder: true);

    private static string Write()
    {
        var text = new StringBuilder("""
            # Texte

            Alle deutschen Texte, die Menschen lesen, an einer Stelle: zum Durchlesen und Prüfen. *Written from the sources by a test
            (`FALLWORKFLOW_TEXTE=schreiben dotnet test tests/FallWorkflow.Architecture.Tests --filter WhenTextsAreListed`); changes are made there.*

            Maßstab: freundlich und klar, ohne Drohung und ohne Amtsdeutsch; kurze Sätze; Menschen werden angesprochen oder mit beiden Formen genannt;
            eine Meldung sagt, was los ist und was jetzt hilft. `{0}` und Ähnliches ersetzt das Programm.

            ## Prozesse

            | Prozess | Schritt | Was man liest |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var datei in Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (JsonNode.Parse(File.ReadAllText(datei)) is not JsonObject prozess || prozess["root"] is null)
                continue;
            var name = prozess["definitionId"]!.ToString();
            foreach (var feld in new[] { "name", "description" })
                Row(text, name, "", prozess[feld]?.ToString());
            foreach (var (schritt, wert) in Shown(prozess["root"]!))
                Row(text, name, schritt, wert);
        }

        foreach (var (datei, titel) in Quellen)
        {
            text.Append("\n## ").Append(titel).Append("\n\nAus `").Append(datei).Append("`.\n\n| Stelle | Text |\n|---|---|\n");
            foreach (var eintrag in XDocument.Load(Path.Combine(Repository.Root, datei)).Root!.Elements("data"))
                Row(text, eintrag.Attribute("name")!.Value, eintrag.Element("value")!.Value);
        }

        foreach (var (datei, titel) in Daten)
        {
            text.Append("\n## ").Append(titel).Append("\n\nAus `").Append(datei).Append("`.\n\n| Stelle | Text |\n|---|---|\n");
            foreach (var (stelle, wert) in Sentences(JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, datei)))))
                Row(text, stelle, wert);
        }

        return text.ToString();
    }

    /// <summary>What has several words; single ones are names.</summary>
    private static IEnumerable<(string Stelle, string Text)> Sentences(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Sentences(p.Value)),
        JsonArray l => l.SelectMany(Sentences),
        JsonValue w when w.GetValueKind() == System.Text.Json.JsonValueKind.String && w.ToString().Contains(' ', StringComparison.Ordinal) => [(w.GetPath(), w.ToString())],
        _ => [],
    };

    private static IEnumerable<(string Schritt, string Text)> Shown(JsonNode node)
    {
        if (node is JsonObject schritt)
        {
            if (schritt["id"] is JsonValue id && schritt["type"] is JsonValue)
            {
                if (schritt["metadata"]?["displayText"] is { } name)
                    yield return (id.ToString(), name.ToString());
                foreach (var feld in Anzeigetexte)
                {
                    if (schritt[feld]?["expression"] is JsonObject { } ausdruck && ausdruck["type"]?.ToString() == "Literal" && ausdruck["value"]?.ToString() is { Length: > 0 } wert)
                        yield return (id.ToString(), wert);
                }
            }

            foreach (var innen in schritt.Where(p => p.Value is not null).SelectMany(p => Shown(p.Value!)))
                yield return innen;
        }
        else if (node is JsonArray liste)
        {
            foreach (var innen in liste.Where(e => e is not null).SelectMany(e => Shown(e!)))
                yield return innen;
        }
    }

    private static void Row(StringBuilder text, params string?[] zellen)
    {
        if (string.IsNullOrEmpty(zellen[^1]))
            return;
        foreach (var zelle in zellen)
            text.Append("| ").Append((zelle ?? "").Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings("<br>")).Append(' ');
        text.Append("|\n");
    }
}
