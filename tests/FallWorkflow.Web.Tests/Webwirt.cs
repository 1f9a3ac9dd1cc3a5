using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Persistence;
using FallWorkflow.Persistence.Sqlite;
using FallWorkflow.Web.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace FallWorkflow.Web.Tests;

/// <summary>The pages on a real port with the real processes and a real database, and a browser to look at them.</summary>
public sealed class Webwirt : IAsyncLifetime
{
    /// <summary>Longest wait for anything in a page, milliseconds.</summary>
    private const int Geduld = 60_000;

    private readonly Dictionary<string, (string Cookies, string Landung)> _anmeldungen = [];
    private readonly List<IBrowserContext> _offene = [];
    private readonly string _ordner = Directory.CreateTempSubdirectory("fallworkflow-web-").FullName;
    private WebApplication _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public string Adresse { get; private set; } = "";

    public Jobcenter Jobcenter { get; private set; } = null!;

    public StoerbareUnits Datenbank { get; private set; } = null!;

    public Demouhr Demo { get; } = new();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "FallWorkflow.Web.Tests", ContentRootPath = _ordner });
        builder.Logging.ClearProviders();
        if (Environment.GetEnvironmentVariable("FALLWORKFLOW_WEB_LOG") is { Length: > 0 })
            builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var services = builder.Services;
        services.AddFallWorkflowPersistence(new SqliteDialect(), $"Data Source={Path.Combine(_ordner, "web.db")}");
        var echt = services.Last(d => d.ServiceType == typeof(IUnitOfWorkFactory));
        services.Replace(ServiceDescriptor.Singleton<IUnitOfWorkFactory>(
            s => Datenbank = new StoerbareUnits((IUnitOfWorkFactory)ActivatorUtilities.CreateInstance(s, echt.ImplementationType!))));
        services.AddSingleton<TimeProvider>(Demo.Uhr);
        services.AddSingleton<IDefinitionCatalog>(Prozesse());
        services.AddSingleton(s => Prozessmaschine.Create(s.GetRequiredService<IDefinitionCatalog>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IOutboxSignal, Stille>();
        services.AddSingleton<FallService>();
        services.AddSingleton<FallWorkflow.Application.Stoerungen.Stoerungsdienst>();
        services.AddSingleton<IDemosteuerung>(Demo);
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(_ordner, "keys")));
        services.AddFallWorkflowWeb();
        _app = builder.Build();
        _app.UseRouting();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapFallWorkflowWeb();
        await _app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync();
        await _app.StartAsync();
        Adresse = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Jobcenter = new(
            _app.Services.GetRequiredService<IStammdaten>(), _app.Services.GetRequiredService<FallService>(), _app.Services.GetRequiredService<IUnitOfWorkFactory>());
        await Jobcenter.CreateAsync();

        (_playwright, _browser) = await Browserstart.StartAsync(Geduld);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_ordner, recursive: true);
    }

    /// <summary>A fresh browser profile, signed in if a name is given; lives until <see cref="CloseAsync"/>.</summary>
    /// <param name="pfad">Null: where a sign-in leads to.</param>
    public async Task<IPage> OpenAsync(string? benutzer = null, string? pfad = null, int breite = 1200, bool javaScript = true)
    {
        if (benutzer is not null && !_anmeldungen.ContainsKey(benutzer))
            _anmeldungen[benutzer] = await SignInAsync(benutzer);
        var context = await NewContextAsync(breite, javaScript, benutzer is null ? null : _anmeldungen[benutzer].Cookies);
        var page = await context.NewPageAsync();
        await page.GotoAsync(pfad ?? (benutzer is null ? "/" : _anmeldungen[benutzer].Landung));
        return page;
    }

    /// <summary>Closes what a test has opened: pages that stay open make every later one slower.</summary>
    public async Task CloseAsync()
    {
        foreach (var context in _offene)
            await context.CloseAsync();
        _offene.Clear();
    }

    /// <summary>Signs in by the page, once per person: later profiles get the cookies.</summary>
    private async Task<(string Cookies, string Landung)> SignInAsync(string benutzer)
    {
        var context = await NewContextAsync(1200, javaScript: true, cookies: null);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/anmeldung");
        await page.FillAsync("#benutzer", benutzer);
        await page.FillAsync("#kennwort", Jobcenter.Kennwort);
        await page.ClickAsync("main button[type=submit]");
        await Assertions.Expect(page.Locator(".fw-person")).ToBeVisibleAsync();
        return (await context.StorageStateAsync(), page.Url);
    }

    private async Task<IBrowserContext> NewContextAsync(int breite, bool javaScript, string? cookies)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Adresse,
            Locale = "de-DE",
            ViewportSize = new() { Width = breite, Height = 900 },
            JavaScriptEnabled = javaScript,
            StorageState = cookies,
        });
        context.SetDefaultTimeout(Geduld);
        _offene.Add(context);
        return context;
    }

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    private static InMemoryDefinitionCatalog Prozesse()
    {
        var ordner = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(ordner, "FallWorkflow.sln")))
            ordner = Path.GetDirectoryName(ordner) ?? throw new InvalidOperationException("The tests must run inside the repository.");
        var katalog = new InMemoryDefinitionCatalog();
        foreach (var datei in Directory.EnumerateFiles(Path.Combine(ordner, "workflows"), "*.json", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(Path.GetDirectoryName(datei)) != "szenarien" && !datei.EndsWith(".schema.json", StringComparison.Ordinal))
                katalog.Publish(DefinitionReader.Read(File.ReadAllText(datei)));
        }

        return katalog;
    }

    private sealed class Stille : IOutboxSignal
    {
        public void Ring()
        {
        }
    }
}

/// <summary>The clock of the tests, which is also the demo's.</summary>
public sealed class Demouhr : IDemosteuerung
{
    // Ten o'clock in Berlin on the day of the tests.
    public VirtuelleUhr Uhr { get; } = new(new DateTimeOffset(2027, 3, 15, 9, 0, 0, TimeSpan.Zero));

    public List<DateOnly> Verlangt { get; } = [];

    public DateTimeOffset Jetzt => Uhr.GetUtcNow();

    /// <summary>Only notes what was asked for: the other tests count on the day.</summary>
    public Task AdvanceToAsync(DateOnly tag, CancellationToken cancellation = default)
    {
        Verlangt.Add(tag);
        return Task.CompletedTask;
    }
}

[CollectionDefinition(Name)]
public sealed class Browsertests : ICollectionFixture<Webwirt>
{
    public const string Name = "browser";
}

/// <summary>A test in the browser; what it opened is closed when it ends.</summary>
[Collection(Browsertests.Name)]
public abstract class Browsertest(Webwirt wirt) : IAsyncLifetime
{
    protected Webwirt Wirt { get; } = wirt;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Wirt.CloseAsync();
}
