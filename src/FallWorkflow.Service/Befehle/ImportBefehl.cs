using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FallWorkflow.Application.Falluebernahmen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

/// <summary>
/// <c>import &lt;csv&gt; [--pruefen]</c>: takes over running Fälle of any office. May run beside the service, and again: what was taken
/// over stays as it is. Exit code 0 if every line is taken over, 2 if some are wrong.
/// </summary>
internal static class ImportBefehl
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static Command Create()
    {
        var datei = new Argument<string>("csv") { Description = Befehlstexte.Of("Hilfe.ImportDatei") };
        var pruefen = new Option<bool>("--pruefen") { Description = Befehlstexte.Of("Hilfe.ImportPruefen") };
        var format = new Option<string>("--format") { Description = Befehlstexte.Of("Hilfe.Format"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var provider = new Option<string?>("--database") { Description = Texte.Of("Hilfe.Database") };
        var connection = new Option<string?>("--connection") { Description = Texte.Of("Hilfe.Connection") };
        var testClock = new Option<bool>("--test-clock") { Description = Texte.Of("Hilfe.TestClock") };
        var command = new Command("import", Befehlstexte.Of("Hilfe.Import")) { datei, pruefen, format, provider, connection, testClock };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(datei)!, parsed.GetValue(pruefen), parsed.GetValue(format) == "json",
            new Dictionary<string, string?>
            {
                ["Database:Provider"] = parsed.GetValue(provider),
                ["Database:ConnectionString"] = parsed.GetValue(connection),
                ["TestClock:Enabled"] = parsed.GetValue(testClock) ? "true" : null,
            }.Where(w => w.Value is not null),
            parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string datei, bool nurPruefung, bool alsJson, IEnumerable<KeyValuePair<string, string?>> werte, TextWriter aus, CancellationToken cancellation)
    {
        if (!File.Exists(datei))
            throw new StartfehlerException(Befehlstexte.Of("PfadFehlt", datei));
        await using var app = Wirt.Build(werte);
        await Inbetriebnahme.RunAsync(app.Services, cancellation);
        try
        {
            var bericht = await app.Services.GetRequiredService<Falluebernahme>()
                .RunAsync(await File.ReadAllBytesAsync(datei, cancellation), nurPruefung, Akteur.System, cancellation);
            await aus.WriteLineAsync(alsJson ? JsonSerializer.Serialize(bericht, Json) : Describe(bericht));
            return bericht.Fehlerhaft == 0 ? 0 : 2;
        }
        catch (InvalidInputException e)
        {
            throw new StartfehlerException(string.Join(Environment.NewLine, e.Fehler.Select(f => $"{f.Feld}: {f.Meldung}")), e);
        }
    }

    private static string Describe(Uebernahmebericht bericht)
    {
        var zeilen = new List<string>();
        foreach (var e in bericht.Ergebnisse)
        {
            zeilen.Add(Befehlstexte.Of("Import.Zeile", e.Zeile, e.Schluessel, Application.Texte.Of($"Uebernahmestand.{e.Stand}"), e.Nummer is null ? "" : $" ({e.Nummer})"));
            zeilen.AddRange(e.Fehler.Select(f => f.Spalte is null ? Befehlstexte.Of("Import.FehlerZeile", f.Meldung) : Befehlstexte.Of("Import.Fehler", f.Spalte, f.Meldung)));
            zeilen.AddRange(e.Aufgaben.Select(a => a switch
            {
                { Ueberfaellig: true, FaelligAm: { } tag } => Befehlstexte.Of("Import.AufgabeUeberfaellig", a.Titel, tag),
                { FaelligAm: { } tag } => Befehlstexte.Of("Import.AufgabeBis", a.Titel, tag),
                _ => Befehlstexte.Of("Import.Aufgabe", a.Titel),
            }));
        }

        zeilen.Add(bericht.NurPruefung
            ? Befehlstexte.Of("Import.Geprueft", bericht.Zeilen, bericht.Bereit, bericht.SchonUebernommen, bericht.Fehlerhaft)
            : Befehlstexte.Of("Import.Uebernommen", bericht.Zeilen, bericht.Uebernommen, bericht.SchonUebernommen, bericht.Fehlerhaft));
        return string.Join(Environment.NewLine, zeilen);
    }
}
