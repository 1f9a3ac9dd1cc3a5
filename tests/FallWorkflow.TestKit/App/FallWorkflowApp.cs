using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zusammenbau;
using FallWorkflow.TestKit.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.TestKit.App;

/// <summary>
/// The whole program with a test database: on a free port of this process (<see cref="StartAsync"/>), or as a process of
/// its own that a test may kill and start again (<see cref="LaunchAsync"/>).
/// </summary>
public sealed class FallWorkflowApp : IAsyncDisposable
{
    private static readonly TimeSpan Startfrist = TimeSpan.FromSeconds(120);

    private readonly Appoptionen _optionen;
    private readonly string _ordner = Path.Combine(Path.GetTempPath(), $"fallworkflow-{Guid.NewGuid():N}");
    private readonly List<Sitzung> _sitzungen = [];
    private WebApplication? _app;

    private FallWorkflowApp(Appoptionen optionen)
    {
        _optionen = optionen;
        Directory.CreateDirectory(_ordner);
    }

    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>As <c>Database:Provider</c>.</summary>
    public string Provider => _optionen.Provider;

    public string ConnectionString => _optionen.ConnectionString ?? $"Data Source={Path.Combine(_ordner, "fallworkflow.db")}";

    /// <summary>The program's services; only where it runs in this process.</summary>
    public IServiceProvider Services => _app?.Services ?? throw new InvalidOperationException("The program runs in another process.");

    /// <summary>The process; only where it is one of its own.</summary>
    public ChildProcess? Process { get; private set; }

    /// <summary>Starts the program in this process, with the people of <see cref="Testjobcenter"/>.</summary>
    public static async Task<FallWorkflowApp> StartAsync(Appoptionen? optionen = null)
    {
        var app = new FallWorkflowApp(optionen ?? new());
        app._app = Wirt.Build(app.Werte("http://127.0.0.1:0"));
        await Inbetriebnahme.RunAsync(app._app.Services, CancellationToken.None);
        await app.SeedAsync(app._app.Services);
        await Wirt.StartAsync(app._app);
        app.BaseAddress = new Uri(app._app.Urls.First());
        return app;
    }

    /// <summary>Prepares the database and starts <c>serve</c> as a child process.</summary>
    public static async Task<FallWorkflowApp> LaunchAsync(Appoptionen? optionen = null)
    {
        var app = new FallWorkflowApp(optionen ?? new());
        await using (var vorbereitung = Wirt.Build(app.Werte("http://127.0.0.1:0")))
        {
            await Inbetriebnahme.RunAsync(vorbereitung.Services, CancellationToken.None);
            await app.SeedAsync(vorbereitung.Services);
        }

        await app.RestartAsync();
        return app;
    }

    /// <summary>Starts another node on the database and broker of this app, as a process of its own.</summary>
    public async Task<FallWorkflowApp> JoinAsync(
        IReadOnlyDictionary<string, string?>? weitere = null, IReadOnlyDictionary<string, string>? umgebung = null)
    {
        var alle = new Dictionary<string, string?>(_optionen.Weitere) { ["DataProtection:Path"] = Path.Combine(_ordner, "schluessel") };
        alle.Remove("Roles");
        foreach (var (name, wert) in weitere ?? new Dictionary<string, string?>())
            alle[name] = wert;
        var knoten = new FallWorkflowApp(_optionen with { ConnectionString = ConnectionString, Weitere = alle, Umgebung = umgebung ?? new Dictionary<string, string>() });
        try
        {
            await knoten.RestartAsync();
            return knoten;
        }
        catch
        {
            await knoten.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the child process (again), on a new port, with the same database; sessions have to be made anew.</summary>
    /// <param name="umgebung">Environment instead of the options' one, for example without fault point.</param>
    /// <param name="bisBereit">Wait until it answers; false where it may end before it does.</param>
    public async Task RestartAsync(IReadOnlyDictionary<string, string>? umgebung = null, bool bisBereit = true)
    {
        if (_app is not null)
            throw new InvalidOperationException("The program runs in this process.");
        if (Process is not null)
            await Process.DisposeAsync();
        var umwelt = Umwelt();
        foreach (var (name, wert) in umgebung ?? _optionen.Umgebung)
            umwelt[name] = wert;
        Process = ChildProcess.Start("dotnet", [typeof(Wirt).Assembly.Location, "serve"], umwelt);
        if (!bisBereit)
            return;
        const string meldung = "FallWorkflow läuft auf ";
        var zeile = await Process.WaitForLineAsync(z => z.StartsWith(meldung, StringComparison.Ordinal), Startfrist);
        BaseAddress = new Uri(zeile[meldung.Length..].Split(". ")[0]);
    }

    /// <summary>Runs <c>timers check</c> on the app's database as a process of its own; exit code and output.</summary>
    public async Task<(int Code, string Ausgabe)> CheckTimersAsync(params string[] weitere)
    {
        await using var kind = ChildProcess.Start(
            "dotnet", [typeof(Wirt).Assembly.Location, "timers", "check", "--database", Provider, "--connection", ConnectionString, .. weitere]);
        await kind.WaitForExitAsync(Startfrist);
        return (kind.ExitCode, kind.Output);
    }

    /// <summary>Signs in one of the people of <see cref="Testjobcenter"/>; sessions live as long as the app.</summary>
    public async Task<Sitzung> SignInAsync(string benutzer, string kennwort = Testjobcenter.Kennwort)
    {
        var sitzung = new Sitzung(BaseAddress);
        _sitzungen.Add(sitzung);
        var antwort = await sitzung.PostAsync("/api/anmeldung", new { benutzer, kennwort });
        antwort.EnsureSuccessStatusCode();
        return sitzung;
    }

    /// <summary>A session of somebody who is not signed in.</summary>
    public Sitzung Nobody()
    {
        var sitzung = new Sitzung(BaseAddress);
        _sitzungen.Add(sitzung);
        return sitzung;
    }

    /// <summary>Moves the test clock to 08:00 of a day in Germany; what falls due up to there has been done when this returns.</summary>
    public Task AdvanceToAsync(DateOnly tag) => AdvanceToAsync(Domain.Kalender.Ortszeit.At(tag, new TimeOnly(8, 0)));

    public async Task AdvanceToAsync(DateTimeOffset bis)
    {
        var sitzung = await SignInAsync(Testjobcenter.Teamleiterin);
        var antwort = await sitzung.PostAsync("/api/testuhr", new { bis });
        if (!antwort.IsSuccessStatusCode)
            throw new InvalidOperationException($"The clock did not reach {bis:O}: {await antwort.Content.ReadAsStringAsync()}");
    }

    /// <summary>Today by the test clock, in Germany.</summary>
    public async Task<DateOnly> TodayAsync()
    {
        var sitzung = await SignInAsync(Testjobcenter.Teamleiterin);
        var stand = await sitzung.Http.GetFromJsonAsync<JsonElement>("/api/testuhr");
        return Domain.Kalender.Ortszeit.DateOf(stand.GetProperty("jetzt").GetDateTimeOffset());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var sitzung in _sitzungen)
            sitzung.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (Process is not null)
            await Process.DisposeAsync();
        Directory.Delete(_ordner, recursive: true);
    }

    /// <summary>Starts another verb of the program as a process of its own, on the same database.</summary>
    public ChildProcess StartVerb(IReadOnlyDictionary<string, string>? umgebung, params string[] argumente)
    {
        var umwelt = Umwelt();
        foreach (var (name, wert) in umgebung ?? new Dictionary<string, string>())
            umwelt[name] = wert;
        return ChildProcess.Start("dotnet", [typeof(Wirt).Assembly.Location, .. argumente], umwelt);
    }

    private Dictionary<string, string> Umwelt() => Werte("http://127.0.0.1:0").Where(w => w.Value is not null)
        .ToDictionary(w => w.Key.Replace(":", "__", StringComparison.Ordinal), w => w.Value!);

    private async Task SeedAsync(IServiceProvider dienste)
    {
        var stammdaten = dienste.GetRequiredService<IStammdaten>();
        await Testjobcenter.CreateAsync(stammdaten);
        if (_optionen.Stammdaten is { } weitere)
            await weitere(stammdaten);
    }

    private Dictionary<string, string?> Werte(string urls)
    {
        var werte = new Dictionary<string, string?>
        {
            ["Urls"] = urls,
            ["Database:Provider"] = _optionen.Provider,
            ["Database:ConnectionString"] = ConnectionString,
            ["Database:Migrate"] = "true",
            ["Database:Kind"] = nameof(Systemart.Test),
            ["RabbitMq:Uri"] = _optionen.RabbitMq?.ToString(),
            ["Workflows:Path"] = _optionen.Workflows,
            ["TestClock:Enabled"] = "true",
            ["TestClock:From"] = _optionen.Beginn.ToString("O", CultureInfo.InvariantCulture),
            ["DataProtection:Path"] = Path.Combine(_ordner, "schluessel"),
        };
        foreach (var (name, wert) in _optionen.Weitere)
            werte[name] = wert;
        return werte;
    }
}
