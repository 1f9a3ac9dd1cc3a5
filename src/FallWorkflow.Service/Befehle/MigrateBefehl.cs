using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

/// <summary>
/// <c>migrate preview|apply &lt;definition&gt; --from n --to m</c>: what a move to another version would do to every Fall, and
/// doing it. Exit code 0 if every Fall moves, 2 if some cannot.
/// </summary>
internal static class MigrateBefehl
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create() => new("migrate", Befehlstexte.Of("Hilfe.Migrate"))
    {
        Create("preview", nurVorschau: true),
        Create("apply", nurVorschau: false),
    };

    private static Command Create(string name, bool nurVorschau)
    {
        var definition = new Argument<string>("definitionId") { Description = Befehlstexte.Of("Hilfe.MigrateDefinition") };
        var von = new Option<int>("--from") { Description = Befehlstexte.Of("Hilfe.MigrateVon"), Required = true };
        var nach = new Option<int>("--to") { Description = Befehlstexte.Of("Hilfe.MigrateNach"), Required = true };
        var zuordnung = new Option<string?>("--mapping") { Description = Befehlstexte.Of("Hilfe.MigrateZuordnung") };
        var faelle = new Option<string?>("--faelle") { Description = Befehlstexte.Of("Hilfe.MigrateFaelle") };
        var fristen = new Option<string>("--fristen") { Description = Befehlstexte.Of("Hilfe.MigrateFristen"), DefaultValueFactory = _ => "behalten" };
        fristen.AcceptOnlyFromAmong("behalten", "neu");
        var grund = new Option<string?>("--grund") { Description = Befehlstexte.Of("Hilfe.MigrateGrund") };
        var format = new Option<string>("--format") { Description = Befehlstexte.Of("Hilfe.Format"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var provider = new Option<string?>("--database") { Description = Texte.Of("Hilfe.Database") };
        var connection = new Option<string?>("--connection") { Description = Texte.Of("Hilfe.Connection") };
        var testClock = new Option<bool>("--test-clock") { Description = Texte.Of("Hilfe.TestClock") };
        var command = new Command(name, Befehlstexte.Of($"Hilfe.Migrate.{name}"))
        {
            definition, von, nach, zuordnung, faelle, fristen, grund, format, provider, connection, testClock,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            new(
                parsed.GetValue(definition)!, parsed.GetValue(von), parsed.GetValue(nach), Read(parsed.GetValue(zuordnung)),
                parsed.GetValue(faelle)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
                parsed.GetValue(fristen) == "neu", parsed.GetValue(grund)),
            new Dictionary<string, string?>
            {
                ["Database:Provider"] = parsed.GetValue(provider),
                ["Database:ConnectionString"] = parsed.GetValue(connection),
                ["TestClock:Enabled"] = parsed.GetValue(testClock) ? "true" : null,
            }.Where(w => w.Value is not null),
            nurVorschau, parsed.GetValue(format) == "json", cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Wechselauftrag auftrag, IEnumerable<KeyValuePair<string, string?>> werte, bool nurVorschau, bool alsJson, CancellationToken cancellation)
    {
        await using var app = Wirt.Build(werte);
        await Inbetriebnahme.RunAsync(app.Services, cancellation);
        try
        {
            var (ja, nein, id) = (0, 0, Guid.CreateVersion7());
            var umzuege = nurVorschau
                ? app.Services.GetRequiredService<Versionswechsel>().PreviewAsync(auftrag, Akteur.System, cancellation)
                : app.Services.GetRequiredService<Wechseldienst>().ApplyAsync(id, auftrag, Akteur.System, cancellation);
            await foreach (var umzug in umzuege)
            {
                _ = umzug.Beweglich ? ja++ : nein++;
                Console.WriteLine(alsJson ? JsonSerializer.Serialize(umzug, Json) : Describe(umzug));
            }

            if (!alsJson)
                Console.WriteLine(Befehlstexte.Of(nurVorschau ? "Migrate.Vorschau" : "Migrate.Getan", ja, nein));
            if (!alsJson && !nurVorschau && ja > 0)
                Console.WriteLine(Befehlstexte.Of("Migrate.Zuruecknehmen", auftrag.DefinitionId, id));
            return nein == 0 ? 0 : 2;
        }
        catch (FallWorkflowException e)
        {
            throw new StartfehlerException(e.Message, e);
        }
    }

    private static string Describe(Umzug umzug)
    {
        var zeilen = new List<string> { Befehlstexte.Of(umzug.Beweglich ? "Migrate.Zieht" : "Migrate.Bleibt", umzug.FallNummer, umzug.InstanzId) };
        zeilen.AddRange(umzug.Hindernisse.Select(h => $"    ! {h.Text}"));
        zeilen.AddRange(umzug.Schritte.Where(s => s.Art != "Stays").Select(s => $"    {s.Von ?? "–"} → {s.Nach ?? "–"} ({Befehlstexte.Of($"Migrate.Schritt.{s.Art}")})"));
        zeilen.AddRange(umzug.Termine.Select(t => $"    ~ {t.Bezeichnung}: {t.Bisher ?? "–"} → {t.Neu ?? "–"}"));
        zeilen.AddRange(umzug.Behalten.Select(t => $"    = {t.Bezeichnung}: {t.Neu}"));
        zeilen.AddRange(umzug.NeueAufgaben.Select(a => $"    + {a}"));
        zeilen.AddRange(umzug.EntfallendeAufgaben.Select(a => $"    - {a}"));
        return string.Join(Environment.NewLine, zeilen);
    }

    private static IReadOnlyDictionary<string, Engine.Migration.MigrationTarget> Read(string? datei)
    {
        if (datei is null)
            return Wechselauftrag.ReadZuordnung(null);
        try
        {
            return Wechselauftrag.ReadZuordnung(JsonNode.Parse(File.ReadAllText(datei)) as JsonObject ?? throw new JsonException(datei));
        }
        catch (Exception e) when (e is IOException or JsonException or FallWorkflowException)
        {
            throw new StartfehlerException(Befehlstexte.Of("Migrate.ZuordnungUnlesbar", datei, e.Message), e);
        }
    }
}
