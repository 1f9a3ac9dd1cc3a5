using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Benchmarks.Umgebung;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Benchmarks.Last;

/// <summary>
/// A whole use case of the service: a fact is recorded in a Fall; it completes a task, resumes the process, and the process
/// sets the next task. The Fall has three sleeping timers, whose dates are checked with every fact.
/// </summary>
internal sealed class Falllast : ILast
{
    private const string Buero = "bench";

    private static readonly Akteur Fallmanager = new("weber", "Weber", Rollen.Fallmanager, Buero);
    private static readonly Akteur Vermittlung = new("kaya", "Kaya", Rollen.Integrationsfachkraft, Buero);

    private readonly ServiceProvider _services;
    private readonly FallService _faelle;
    private readonly Vorlage _vorlage;
    private readonly int _cases;
    private readonly int _callers;
    private readonly Random[] _random;

    private Falllast(ServiceProvider services, FallService faelle, Vorlage vorlage, int cases, int callers)
    {
        _callers = callers;
        _random = [.. Enumerable.Range(0, callers).Select(i => new Random(i))];
        _services = services;
        _faelle = faelle;
        _vorlage = vorlage;
        _cases = cases;
    }

    /// <summary>Opens one Fall by the service and copies it.</summary>
    public static async Task<Falllast> CreateAsync(Datenbank datenbank, PersistenceOptions options, int cases, int callers)
    {
        var last = Open(datenbank, options, await TemplateAsync(datenbank), cases, callers);
        await last._vorlage.CopyAsync(datenbank, 1, cases);
        return last;
    }

    /// <summary>On a database that is filled already.</summary>
    /// <param name="callers">Each takes its cases at random out of its own share, so that a large store is really read.</param>
    public static Falllast Open(Datenbank datenbank, PersistenceOptions options, Vorlage vorlage, int cases, int callers = 64)
    {
        var services = datenbank.Provide(options);
        return new Falllast(services, Service(services), vorlage, cases, callers);
    }

    /// <summary>One Fall, admitted, with three timers and an open task; the first in the database.</summary>
    public static async Task<Vorlage> TemplateAsync(Datenbank datenbank)
    {
        await using var services = datenbank.Provide(new());
        await services.GetRequiredService<IStammdaten>().SaveAsync(new Application.Stammdaten.Buero { Id = Buero, Name = "Benchmark", Land = Land.NW });
        var definition = DefinitionReader.Read(Prozesse.Fall());
        await services.GetRequiredService<IProzessversionen>().PublishAsync(
            new Prozessversion
            {
                Id = definition.Id,
                DefinitionId = definition.DefinitionId,
                Version = definition.Version,
                Json = Prozesse.Fall().ToJsonString(),
                PublishedAt = TimeProvider.System.GetUtcNow(),
            },
            []);
        var faelle = Service(services);
        var heute = Ortszeit.DateOf(TimeProvider.System.GetUtcNow());
        var fall = (await faelle.OpenAsync(new(Buero, new Uebergeben(
            new("Ada", "Muster", Telefon: "0151 0"),
            [new(Bedarfsbereich.Gesundheit, "Sucht"), new(Bedarfsbereich.Finanzen, "Schulden"), new(Bedarfsbereich.Wohnen, "Kündigung")],
            true, "will sich ändern"), heute, WochenendeBestaetigt: true), Vermittlung)).FallId;
        foreach (var tatsache in new Tatsache[]
        {
            new UebergabeAngenommen(Fallmanager.Id),
            new ErstgespraechGefuehrt(
                Kontaktform.Buero, [.. Enum.GetValues<Agendapunkt>().Select(p => new AgendaErgebnis(p, true))], Enum.GetValues<Aufklaerungsthema>(), "Erstinformation 2023-1", true),
            new KlientEntschieden(true),
            new FallAufgenommen(),
            new AbweichungBegruendet("Kontaktrhythmus", "Der Klient arbeitet im Schichtdienst."),
        })
        {
            await faelle.RecordAsync(new(fall, tatsache, heute, WochenendeBestaetigt: true), Fallmanager);
        }

        return await Vorlage.ReadAsync(datenbank, fall);
    }

    public async Task CallAsync(int caller)
    {
        var share = Math.Max(1, _cases / _callers);
        var n = 1 + (((caller * share) + _random[caller].Next(share)) % _cases);
        var heute = Ortszeit.DateOf(TimeProvider.System.GetUtcNow());
        await _faelle.RecordAsync(
            new(_vorlage.FallId(n), new AbweichungBegruendet("Kontaktrhythmus", "Der Klient arbeitet im Schichtdienst."), heute, WochenendeBestaetigt: true), Fallmanager);
    }

    public Task<Handarbeit> ByHandAsync(Datenbank datenbank, int connections) => Handarbeit.PrepareAsync(
        datenbank, connections,
        new Zeilen(Instanzen: 1, LesezeichenWeg: 3, LesezeichenNeu: 3, AufgabenNeu: 1, AufgabenGeaendert: 1, Fallkopf: 1, Eintraege: 1, Verlauf: 2), CallAsync);

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private static FallService Service(ServiceProvider services)
    {
        var katalog = new InMemoryDefinitionCatalog();
        katalog.Publish(DefinitionReader.Read(Prozesse.Fall()));
        return new(services.GetRequiredService<IUnitOfWorkFactory>(), Prozessmaschine.Create(katalog, TimeProvider.System), TimeProvider.System, new Stille());
    }

    private sealed class Stille : IOutboxSignal
    {
        public void Ring()
        {
            // Nobody waits for it here.
        }
    }
}
