using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Service.Demo;
using FallWorkflow.Service.Zusammenbau;
using FallWorkflow.Web.Demo;
using Spectre.Console;

namespace FallWorkflow.Service.Befehle;

/// <summary><c>demo</c>: a whole Jobcenter on an embedded database, with a clock that can be moved.</summary>
internal static class DemoBefehl
{
    private const string Datei = "demo.db";

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = Befehlstexte.Of("Hilfe.DemoDaten"), DefaultValueFactory = _ => Path.Combine(".data", "demo") };
        var port = new Option<int>("--port") { Description = Befehlstexte.Of("Hilfe.DemoPort"), DefaultValueFactory = _ => 5080 };
        var reset = new Option<bool>("--reset") { Description = Befehlstexte.Of("Hilfe.DemoReset") };
        var rabbit = new Option<string?>("--rabbitmq") { Description = Befehlstexte.Of("Hilfe.DemoBroker") };
        var command = new Command("demo", Befehlstexte.Of("Hilfe.Demo")) { data, port, reset, rabbit };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(data)!, parsed.GetValue(port), parsed.GetValue(reset), parsed.GetValue(rabbit), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string ordner, int port, bool reset, string? rabbit, CancellationToken cancellation)
    {
        var datei = Path.GetFullPath(Path.Combine(ordner, Datei));
        RequireFreePort(port);
        var fertig = datei + ".fertig";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(datei)!);

            // Without the mark an earlier start was cut short while it filled the database.
            if (reset || !File.Exists(fertig))
                Delete(datei, fertig);
            if (File.Exists(datei))
            {
                Console.WriteLine(Befehlstexte.Of("Demo.Vorhanden", ordner));
            }
            else
            {
                await SeedAsync(datei, cancellation);
                await File.WriteAllTextAsync(fertig, "", cancellation);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartfehlerException(Befehlstexte.Of("Demo.DatenGesperrt", ordner), e);
        }

        var werte = Settings(datei);
        werte["Urls"] = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        werte["DataProtection:Path"] = Path.Combine(Path.GetDirectoryName(datei)!, "schluessel");
        if (rabbit is not null)
            werte["RabbitMq:Uri"] = rabbit;
        await using var app = Wirt.Build(werte, builder => builder.Services.AddSingleton<IDemosteuerung, Demosteuerung>());
        await Wirt.StartAsync(app, cancellation);
        var jobcenter = Demojobcenter.Load();
        Console.WriteLine(Befehlstexte.Of("Demo.Bereit", werte["Urls"], jobcenter.Kennwort));
        foreach (var zeile in Demosaat.Anmeldungen(jobcenter))
            Console.WriteLine(zeile);
        Console.WriteLine(Befehlstexte.Of("Demo.Ende"));
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static async Task SeedAsync(string datei, CancellationToken cancellation)
    {
        var beginn = TimeProvider.System.GetTimestamp();
        var anzahl = 0;
        await using var app = Wirt.Build(Settings(datei));
        await Inbetriebnahme.RunAsync(app.Services, cancellation);
        var saat = new Demosaat(
            app.Services.GetRequiredService<IStammdaten>(), app.Services.GetRequiredService<INetzwerke>(), app.Services.GetRequiredService<IUebernahme>(), app.Services.GetRequiredService<IDefinitionCatalog>());
        var jetzt = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn()).StartAsync(async anzeige =>
        {
            var balken = anzeige.AddTask(Befehlstexte.Of("Demo.Legt"));
            anzahl = await saat.RunAsync(jetzt, (fertig, alle) =>
            {
                balken.MaxValue = alle;
                balken.Value = fertig;
            }, cancellation);
        });
        Console.WriteLine(Befehlstexte.Of("Demo.Fertig", anzahl, TimeProvider.System.GetElapsedTime(beginn).TotalSeconds));
    }

    /// <summary>Says at once what would otherwise come up only after the Fälle were made.</summary>
    private static void RequireFreePort(int port)
    {
        if (port is < 1 or > 65535)
            throw new StartfehlerException(Befehlstexte.Of("Demo.PortUngueltig", port));
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            probe.Start();
        }
        catch (SocketException e)
        {
            throw new StartfehlerException(Befehlstexte.Of("Demo.PortBelegt", port), e);
        }
    }

    private static Dictionary<string, string?> Settings(string datei) => new()
    {
        ["Database:Provider"] = "Sqlite",
        ["Database:ConnectionString"] = $"Data Source={datei}",
        ["Database:Kind"] = "Demo",
        ["TestClock:Enabled"] = "true",
        ["Workflows:Path"] = Prozessordner.FindDefault() ?? throw new StartfehlerException(Befehlstexte.Of("Demo.KeineProzesse")),
    };

    private static void Delete(string datei, string fertig)
    {
        foreach (var weg in (string[])[fertig, datei, datei + "-wal", datei + "-shm"])
            File.Delete(weg);
    }
}
