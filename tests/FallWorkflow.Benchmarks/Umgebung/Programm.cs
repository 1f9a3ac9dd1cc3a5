using System.Diagnostics;
using FallWorkflow.TestKit.Server;

namespace FallWorkflow.Benchmarks.Umgebung;

/// <summary>The service itself as a process of its own.</summary>
internal sealed class Programm : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private Programm(ChildProcess process, TimeSpan readyAfter)
    {
        _process = process;
        ReadyAfter = readyAfter;
    }

    /// <summary>From the start of the process until it says that it can be used.</summary>
    public TimeSpan ReadyAfter { get; }

    /// <summary>Bytes in memory right now.</summary>
    public long ResidentBytes
    {
        get
        {
            using var process = Process.GetProcessById(_process.Id);
            return process.WorkingSet64;
        }
    }

    public string Output => _process.Output;

    public static async Task<Programm> StartAsync(Datenbank datenbank, string workflows, IReadOnlyDictionary<string, string>? weiteres = null)
    {
        var umgebung = new Dictionary<string, string>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Database__Provider"] = datenbank.Provider,
            ["Database__ConnectionString"] = datenbank.ConnectionString,
            ["Database__Kind"] = "Test",
            // The tables of the job scheduler are its own and come with the first start.
            ["Database__Migrate"] = "true",
            ["Workflows__Path"] = workflows,
            ["DataProtection__Path"] = Path.Combine(workflows, "schluessel"),
        };
        foreach (var (name, wert) in weiteres ?? new Dictionary<string, string>())
            umgebung[name] = wert;
        var begin = Stopwatch.GetTimestamp();
        var process = ChildProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "fallworkflow.dll"), "serve"], umgebung);
        var zeile = await process.WaitForLineAsync(z => z.StartsWith("FallWorkflow läuft auf ", StringComparison.Ordinal), TimeSpan.FromMinutes(2));
        var adresse = zeile["FallWorkflow läuft auf ".Length..].Split(". ")[0];
        using var http = new HttpClient { BaseAddress = new Uri(adresse) };
        (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).EnsureSuccessStatusCode();
        return new(process, Stopwatch.GetElapsedTime(begin));
    }

    public async ValueTask DisposeAsync() => await _process.DisposeAsync();
}
