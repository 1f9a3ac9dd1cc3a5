using System.CommandLine;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

/// <summary>
/// <c>prozesse export &lt;folder&gt;</c> writes the published versions of the database into a folder of processes, to commit them;
/// <c>prozesse uebernehmen &lt;definition&gt;</c> publishes the folder's file where both are in conflict. Both may run beside the
/// service; its nodes learn of a new version within ten seconds.
/// </summary>
internal static class ProzesseBefehl
{
    public static Command Create() => new("prozesse", Befehlstexte.Of("Hilfe.Prozesse")) { CreateExport(), CreateUebernehmen() };

    private static Command CreateExport()
    {
        var ordner = new Argument<string>("ordner") { Description = Befehlstexte.Of("Hilfe.ProzesseOrdner") };
        var (provider, connection) = Database();
        var command = new Command("export", Befehlstexte.Of("Hilfe.ProzesseExport")) { ordner, provider, connection };
        command.SetAction((parsed, cancellation) => ExportAsync(
            parsed.GetValue(ordner)!, Werte(parsed.GetValue(provider), parsed.GetValue(connection)), parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static Command CreateUebernehmen()
    {
        var definition = new Argument<string>("definitionId") { Description = Befehlstexte.Of("Hilfe.MigrateDefinition") };
        var datei = new Option<string>("--datei") { Description = Befehlstexte.Of("Hilfe.ProzesseDatei"), Required = true };
        var grund = new Option<string>("--grund") { Description = Befehlstexte.Of("Hilfe.ProzesseGrund"), Required = true };
        var (provider, connection) = Database();
        var command = new Command("uebernehmen", Befehlstexte.Of("Hilfe.ProzesseUebernehmen")) { definition, datei, grund, provider, connection };
        command.SetAction((parsed, cancellation) => UebernehmenAsync(
            parsed.GetValue(definition)!, parsed.GetValue(datei)!, parsed.GetValue(grund)!, Werte(parsed.GetValue(provider), parsed.GetValue(connection)),
            parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> ExportAsync(string ordner, IEnumerable<KeyValuePair<string, string?>> werte, TextWriter aus, CancellationToken cancellation)
    {
        await using var app = Wirt.Build(werte);
        await Inbetriebnahme.RequireSchemaAsync(app.Services, cancellation);
        var versionen = (await app.Services.GetRequiredService<IProzessversionen>().LoadAsync(cancellation)).Where(v => v.IsCurrent).ToList();
        if (versionen.Count == 0)
            throw new StartfehlerException(Befehlstexte.Of("Prozesse.Leer"));
        var dateien = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var datei in Directory.Exists(ordner) ? Prozessordner.Files(ordner) : [])
        {
            foreach (var definition in Prozessordner.ReadAll([datei]))
                dateien[definition.DefinitionId] = datei;
        }

        var geschrieben = Prozessausfuhr.Write(Path.GetFullPath(ordner), dateien, versionen);
        foreach (var (datei, version) in geschrieben)
            await aus.WriteLineAsync(Befehlstexte.Of("Prozesse.Geschrieben", Path.GetRelativePath(ordner, datei), version.Version));
        await aus.WriteLineAsync(Befehlstexte.Of("Prozesse.Ausgefuehrt", geschrieben.Count, versionen.Count - geschrieben.Count));
        return 0;
    }

    private static async Task<int> UebernehmenAsync(
        string definitionId, string datei, string grund, IEnumerable<KeyValuePair<string, string?>> werte, TextWriter aus, CancellationToken cancellation)
    {
        if (!File.Exists(datei))
            throw new StartfehlerException(Befehlstexte.Of("PfadFehlt", datei));
        var gelesen = Prozessordner.ReadAll([datei]).FirstOrDefault(d => d.DefinitionId == definitionId)
            ?? throw new StartfehlerException(Befehlstexte.Of("Prozesse.NichtInDatei", definitionId, datei));
        await using var app = Wirt.Build(werte);
        await Inbetriebnahme.RequireSchemaAsync(app.Services, cancellation);
        await app.Services.GetRequiredService<Zeitgeber.Uhrenabgleich>().SyncAsync(cancellation);
        var verzeichnis = app.Services.GetRequiredService<Prozessverzeichnis>();
        await verzeichnis.LoadAsync(cancellation);
        if (await verzeichnis.JudgeAsync(gelesen, cancellation) == Dateibefund.Bekannt)
        {
            await aus.WriteLineAsync(Befehlstexte.Of("Prozesse.SchonDa", definitionId));
            return 0;
        }

        try
        {
            var entwuerfe = app.Services.GetRequiredService<IProzessentwuerfe>();
            var jetzt = app.Services.GetRequiredKeyedService<TimeProvider>(Uhren.Echt);
            var version = await verzeichnis.PublishAsync(
                gelesen.Source.ToJsonString(), null,
                async (neu, abbruch) => Vermerke.Of(
                    neu, await entwuerfe.FindAsync(definitionId, abbruch), Entwurfsart.AusDatei, Akteur.System, Studio.Gruende.Require(grund), jetzt.GetUtcNow()),
                cancellation);
            await aus.WriteLineAsync(Befehlstexte.Of("Prozesse.Uebernommen", definitionId, version.Version));
            return 0;
        }
        catch (DefinitionUngueltigException e)
        {
            throw new StartfehlerException(e.Message + string.Concat(e.Probleme.Select(p => $"{Environment.NewLine}  {p}")), e);
        }
        catch (Exception e) when (e is ConflictException or Domain.Regeln.InvalidInputException)
        {
            throw new StartfehlerException(e is ConflictException ? Texte.Of("Studio.Gleichzeitig") : e.Message, e);
        }
    }

    private static (Option<string?> Provider, Option<string?> Connection) Database() =>
        (new("--database") { Description = Texte.Of("Hilfe.Database") }, new("--connection") { Description = Texte.Of("Hilfe.Connection") });

    private static IEnumerable<KeyValuePair<string, string?>> Werte(string? provider, string? connection) =>
        new Dictionary<string, string?> { ["Database:Provider"] = provider, ["Database:ConnectionString"] = connection, ["Roles"] = "web" }.Where(w => w.Value is not null);
}
