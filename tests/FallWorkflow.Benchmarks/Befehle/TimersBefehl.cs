using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using FallWorkflow.Application.Ports;
using FallWorkflow.Benchmarks.Last;
using FallWorkflow.Benchmarks.Umgebung;
using FallWorkflow.TestKit.Server;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Benchmarks.Befehle;

/// <summary><c>timers</c>: what workers and <c>timers check</c> take beside many stored timers, as one line of JSON.</summary>
internal static class TimersBefehl
{
    private const int Batch = 50;

    public static Command Create()
    {
        var art = new Option<Datenbankart>("--database") { Description = "Sqlite (synchronous=FULL), SqliteNormal or PostgreSql (fsync on)." };
        var anzahl = new Option<int>("--timers") { Description = "Timers stored, three for each Fall.", DefaultValueFactory = _ => 1_000_000 };
        var faellig = new Option<int>("--due") { Description = "Timers due among them.", DefaultValueFactory = _ => 5_000 };
        var command = new Command("timers", "Claims of due timers and `timers check` beside many stored ones.") { art, anzahl, faellig };
        command.SetAction(async (parsed, _) =>
        {
            await RunAsync(parsed.GetValue(art), parsed.GetValue(anzahl), parsed.GetValue(faellig));
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(Datenbankart art, int anzahl, int faellig)
    {
        await using var datenbank = await Datenbank.CreateAsync(art);
        var vorlage = await Falllast.TemplateAsync(datenbank);
        await using (await Programm.StartAsync(datenbank, Prozesse.WriteFolder()))
        {
            // A database in which the service was set up once.
        }

        await vorlage.CopyAsync(datenbank, 1, anzahl / 3);

        // Whole, before anything is made due: nothing differs.
        var (check, checkMb, zeile) = await CheckAsync(datenbank);

        await using var services = datenbank.Provide(new());
        var queue = services.GetRequiredService<ITimerQueue>();
        var jetzt = TimeProvider.System.GetUtcNow();
        var leer = await MedianAsync(200, () => queue.ClaimAsync(jetzt, jetzt, "bench", TimeSpan.FromMinutes(1), Batch));
        var naechster = await MedianAsync(200, () => queue.NextDueAsync());
        await using (var connection = await datenbank.OpenAsync())
        {
            var war = jetzt.AddHours(-1).ToString(datenbank.IsSqlite ? "yyyy-MM-dd HH:mm:ss" : "O", CultureInfo.InvariantCulture);
            await connection.ExecuteAsync(
                $"""
                UPDATE "Timer" SET "DueAt" = '{war}'
                WHERE "Id" IN (SELECT "Id" FROM "Timer" WHERE "ActivityId" = 'Eins' LIMIT {faellig})
                """);
        }

        var beansprucht = 0;
        var voll = await MedianAsync(faellig / Batch, async () => beansprucht += (await queue.ClaimAsync(jetzt, jetzt, "bench", TimeSpan.FromMinutes(1), Batch)).Count);
        if (beansprucht != faellig / Batch * Batch)
            throw new InvalidOperationException($"{beansprucht} of {faellig} due timers were claimed.");
        Kommandozeile.Print(new
        {
            database = art,
            timers = anzahl / 3 * 3,
            due = faellig,
            claimOf50Ms = voll,
            claimOfNothingMs = leer,
            nextDueMs = naechster,
            checkSeconds = check,
            checkPeakMB = checkMb,
            check = zeile,
        });
    }

    /// <summary>The program itself, from its start to its end.</summary>
    private static async Task<(double Seconds, double PeakMb, string Line)> CheckAsync(Datenbank datenbank)
    {
        var begin = Stopwatch.GetTimestamp();
        var peak = 0L;
        await using var kind = ChildProcess.Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "fallworkflow.dll"), "timers", "check", "--database", datenbank.Provider, "--connection", datenbank.ConnectionString, "--format", "json"]);
        using var takt = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!kind.HasExited && await takt.WaitForNextTickAsync())
            peak = Math.Max(peak, Resident(kind.Id));
        await kind.WaitForExitAsync(TimeSpan.FromMinutes(1));
        if (kind.ExitCode != 0)
            throw new InvalidOperationException($"timers check ended with {kind.ExitCode}: {kind.Output[..Math.Min(2000, kind.Output.Length)]}");
        return (Math.Round(Stopwatch.GetElapsedTime(begin).TotalSeconds, 1), Math.Round(peak / 1e6), kind.Output.Trim().Split('\n')[^1]);
    }

    private static long Resident(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.WorkingSet64;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return 0; // It has just ended.
        }
    }

    private static async Task<double> MedianAsync<T>(int mal, Func<Task<T>> work)
    {
        var zeiten = new double[mal];
        for (var n = 0; n < mal; n++)
        {
            var begin = Stopwatch.GetTimestamp();
            await work();
            zeiten[n] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }

        Array.Sort(zeiten);
        return Math.Round(zeiten[mal / 2], 2);
    }
}
