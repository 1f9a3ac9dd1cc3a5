using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zeitgeber;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Befehle;

/// <summary><c>timers check</c>: proves that planned and stored timers agree, or names every difference; exit code 1 if one is left.</summary>
internal static class TimersBefehl
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var provider = new Option<string?>("--database") { Description = Texte.Of("Hilfe.Database") };
        var connection = new Option<string?>("--connection") { Description = Texte.Of("Hilfe.Connection") };
        var format = new Option<string>("--format") { Description = Befehlstexte.Of("Hilfe.Format"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var repair = new Option<bool>("--repair") { Description = Befehlstexte.Of("Hilfe.TimersRepair") };
        var overdue = new Option<int>("--overdue") { Description = Befehlstexte.Of("Hilfe.TimersOverdue"), DefaultValueFactory = _ => 60 };
        overdue.Validators.Add(wert =>
        {
            if (wert.GetValue(overdue) is < 1 or > 525_600)
                wert.AddError(Befehlstexte.Of("Timers.MinutenAusserhalb"));
        });
        var check = new Command("check", Befehlstexte.Of("Hilfe.TimersCheck")) { provider, connection, format, repair, overdue };
        check.SetAction((parsed, cancellation) => RunAsync(
            new()
            {
                ["Database:Provider"] = parsed.GetValue(provider),
                ["Database:ConnectionString"] = parsed.GetValue(connection),
                ["Roles"] = "web",
            },
            parsed.GetValue(format) == "json", parsed.GetValue(repair), TimeSpan.FromMinutes(parsed.GetValue(overdue)), cancellation));
        return new Command("timers", Befehlstexte.Of("Hilfe.Timers")) { check };
    }

    private static async Task<int> RunAsync(Dictionary<string, string?> werte, bool json, bool beheben, TimeSpan ueberfaellig, CancellationToken cancellation)
    {
        await using var app = await OpenAsync(werte, cancellation);
        var zaehler = new Pruefzaehler();
        var ausgabe = Console.Out;
        var (gefunden, behoben) = (0L, 0L);
        if (json)
            await ausgabe.WriteAsync("{\"abweichungen\":[");
        await foreach (var abweichung in app.Services.GetRequiredService<Zeitgeberpruefung>().RunAsync(beheben, ueberfaellig, zaehler, cancellation))
        {
            if (json)
                await ausgabe.WriteAsync($"{(gefunden == 0 ? "" : ",")}{Environment.NewLine}{JsonSerializer.Serialize(abweichung, Json)}");
            else
                await ausgabe.WriteLineAsync(LineOf(abweichung));
            gefunden++;
            behoben += abweichung.Behoben ? 1 : 0;
        }

        await ausgabe.WriteLineAsync(json
            ? $"],\"instanzen\":{zaehler.Instanzen},\"zeitgeber\":{zaehler.Zeitgeber},\"gefunden\":{gefunden},\"behoben\":{behoben}}}"
            : Befehlstexte.Of("Timers.Ergebnis", zaehler.Instanzen, zaehler.Zeitgeber, gefunden, behoben));
        return gefunden > behoben ? 1 : 0;
    }

    private static string LineOf(Zeitgeberabweichung a) => Befehlstexte.Of(
        a.Behoben ? "Timers.ZeileBehoben" : "Timers.Zeile",
        Befehlstexte.Of($"Timers.{a.Art}"), a.FallId?.ToString() ?? "–", a.InstanceId, a.TimerId ?? "–", a.Text);

    /// <summary>The program's parts on the database as it is: nothing is migrated, published or started.</summary>
    private static async Task<WebApplication> OpenAsync(Dictionary<string, string?> werte, CancellationToken cancellation)
    {
        var app = Wirt.Build(werte.Where(w => w.Value is not null));
        try
        {
            await Inbetriebnahme.RequireSchemaAsync(app.Services, cancellation);
            var zustand = await app.Services.GetRequiredService<ISystemzustand>().FindAsync(cancellation)
                ?? throw new StartfehlerException(Befehlstexte.Of("Timers.Leer"));
            if (zustand.TestClock is not null && !app.Services.GetRequiredService<Einstellungen>().Testuhr)
            {
                // The database says what time it is for its processes.
                await app.DisposeAsync();
                werte["TestClock:Enabled"] = "true";
                app = Wirt.Build(werte.Where(w => w.Value is not null));
            }

            await app.Services.GetRequiredService<Zeitgeber.Uhrenabgleich>().SyncAsync(cancellation);
            await app.Services.GetRequiredService<Prozessverzeichnis>().LoadAsync(cancellation);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
