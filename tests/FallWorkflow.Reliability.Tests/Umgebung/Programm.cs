using System.Text.Json;
using FallWorkflow.TestKit;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests.Umgebung;

/// <summary>Starts the program as a process of its own, with the leases of crashed processes as short as they may be.</summary>
internal static class Programm
{
    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";

    /// <summary>For anything that happens by itself after a restart: longest lease and a slow machine.</summary>
    public static readonly TimeSpan Geduld = TimeSpan.FromSeconds(90);

    public static async Task<FallWorkflowApp> LaunchAsync(string provider, Broker broker, Appoptionen? optionen = null) => await FallWorkflowApp.LaunchAsync(
        (optionen ?? new()) with
        {
            Provider = provider,
            ConnectionString = optionen?.ConnectionString is { } gegeben ? gegeben : provider == PostgreSql ? await (await PostgresServer.Shared).CreateDatabaseAsync($"zuverlaessigkeit_{Guid.NewGuid():N}") : null,
            RabbitMq = broker.Uri,
            Weitere = new Dictionary<string, string?>(optionen?.Weitere ?? new Dictionary<string, string?>()) { ["Timers:LeaseSeconds"] = "5", ["Outbox:LeaseSeconds"] = "15" },
        });

    /// <summary>Starts the program again so that it stops at a named point and waits there to be killed.</summary>
    public static Task RestartAtAsync(this FallWorkflowApp app, string punkt) =>
        app.RestartAsync(new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = punkt });

    /// <summary>Waits until the program stands at the point, then SIGKILL; nothing may have ended it before.</summary>
    public static async Task KillAtAsync(this FallWorkflowApp app, string punkt)
    {
        await app.Process!.WaitForLineAsync(zeile => zeile == $"AT {punkt}", Geduld);
        app.Process.HasExited.ShouldBeFalse();
        await app.Process.KillAsync();
    }

    public static Task RestartAsync(this FallWorkflowApp app) => app.RestartAsync(new Dictionary<string, string>());

    /// <summary>Asks until the answer is as wanted; a timeout reports the last answer.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> wanted, string what)
    {
        using var limit = new CancellationTokenSource(Geduld);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var answer = await ask();
            if (wanted(answer))
                return answer;
            try
            {
                await tick.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Not within {Geduld.TotalSeconds} s: {what}. Last answer: {answer}");
            }
        }
    }

    /// <summary>Data of the entries of one kind in a Fall's Akte.</summary>
    public static async Task<IReadOnlyList<JsonElement>> AkteAsync(this Sitzung sitzung, Guid fall, string art) =>
        [.. (await sitzung.GetAsync($"/api/faelle/{fall}/akte")).EnumerateArray().Where(e => e.GetProperty("art").GetString() == art)];

    /// <summary>"Date Titel" of the events of one kind.</summary>
    public static async Task<IReadOnlyList<string>> VerlaufAsync(this Sitzung sitzung, Guid fall, string art) =>
        [.. (await sitzung.GetAsync($"/api/faelle/{fall}/verlauf")).EnumerateArray().Where(e => e.GetProperty("art").GetString() == art)
            .Select(e => $"{e.GetProperty("datum").GetString()} {e.GetProperty("titel").GetString()}")];
}
