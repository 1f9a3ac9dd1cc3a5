using System.CommandLine;
using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

/// <summary>
/// <c>export &lt;instanceId&gt;</c>: one process with state, bookmarks, timers and journal as JSON, for whoever looks for the
/// cause of something. It changes nothing and may run beside the service.
/// </summary>
internal static class ExportBefehl
{
    /// <summary>How often a process that moves on meanwhile is read anew.</summary>
    private const int Versuche = 10;

    public static Command Create()
    {
        var instanz = new Argument<string>("instanceId") { Description = Befehlstexte.Of("Hilfe.ExportInstanz") };
        var datei = new Option<string?>("--out") { Description = Befehlstexte.Of("Hilfe.ExportDatei") };
        var provider = new Option<string?>("--database") { Description = Texte.Of("Hilfe.Database") };
        var connection = new Option<string?>("--connection") { Description = Texte.Of("Hilfe.Connection") };
        var command = new Command("export", Befehlstexte.Of("Hilfe.Export")) { instanz, datei, provider, connection };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(instanz)!,
            parsed.GetValue(datei),
            new Dictionary<string, string?>
            {
                ["Database:Provider"] = parsed.GetValue(provider),
                ["Database:ConnectionString"] = parsed.GetValue(connection),
            }.Where(w => w.Value is not null),
            parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string instanzId, string? datei, IEnumerable<KeyValuePair<string, string?>> werte, TextWriter aus, CancellationToken cancellation)
    {
        if (datei is not null && File.Exists(datei))
            throw new StartfehlerException(Befehlstexte.Of("Export.DateiVorhanden", datei));
        await using var app = Wirt.Build(werte);
        await Inbetriebnahme.RequireSchemaAsync(app.Services, cancellation);
        var json = (await ReadAsync(app.Services, instanzId, cancellation)).ToJson();
        if (datei is null)
            await aus.WriteLineAsync(json);
        else
            await File.WriteAllTextAsync(datei, json, cancellation);
        return 0;
    }

    private static async Task<InstanceArchive> ReadAsync(IServiceProvider dienste, string instanzId, CancellationToken cancellation)
    {
        var instanzen = dienste.GetRequiredService<IProzessinstanzen>();
        for (var versuch = 0; versuch < Versuche; versuch++)
        {
            await using var uow = dienste.GetRequiredService<IUnitOfWorkFactory>().Begin();
            var archiv = await InstanceArchive.ReadAsync(uow.Engine, instanzId, await instanzen.JournalAsync(instanzId, cancellation), cancellation)
                ?? throw new StartfehlerException(Befehlstexte.Of("Export.Unbekannt", instanzId));

            // Whoever moved on between two of the readings is read again, so that the parts belong together.
            await using var danach = dienste.GetRequiredService<IUnitOfWorkFactory>().Begin();
            var jetzt = await danach.Engine.FindInstanceAsync(instanzId, cancellation);
            if (jetzt?.LastSequence == archiv.Instance.LastSequence && archiv.Journal.Count == archiv.Instance.LastSequence)
                return archiv;
        }

        throw new StartfehlerException(Befehlstexte.Of("Export.InBewegung", instanzId));
    }
}
