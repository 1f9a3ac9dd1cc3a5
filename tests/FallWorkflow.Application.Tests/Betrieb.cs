using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Definitions;
using static FallWorkflow.Application.Tests.Beispiele;

namespace FallWorkflow.Application.Tests;

/// <summary>An office at work on the shipped processes, in memory, with a clock the test moves; it begins on Monday, 2027-01-11, in Bayern unless said otherwise.</summary>
internal sealed class Betrieb
{
    public static readonly Akteur Fm = new("fm-1", "Fallmanagement 1", Rollen.Fallmanager, "b1");
    public static readonly Akteur Fm2 = new("fm-2", "Fallmanagement 2", Rollen.Fallmanager, "b1");
    public static readonly Akteur Ifk = new("ifk-1", "Vermittlung 1", Rollen.Integrationsfachkraft, "b1");
    public static readonly Akteur Lead = new("lead-1", "Teamleitung", Rollen.Teamleitung, "b1");

    private readonly VirtuelleUhr _uhr;

    public Betrieb(
        Func<string, string, string>? change = null, Func<InMemoryDatabase, IUnitOfWorkFactory>? uows = null, Land land = Land.BY, DateOnly? beginn = null)
    {
        _uhr = new(Ortszeit.At(beginn ?? new(2027, 1, 11), new(9, 0)));
        Db.Bueros["b1"] = new() { Id = "b1", Name = "Büro 1", Land = land };
        foreach (var traeger in new[] { "beratung", "kurs" })
            Db.Traeger[traeger] = new() { Id = traeger, Name = traeger, Leistungsbereich = "Hilfe" };
        Faelle = new(uows?.Invoke(Db) ?? Db, Prozessmaschine.Create(Prozesse(change), _uhr), _uhr, new Stille());
    }

    public InMemoryDatabase Db { get; } = new();

    public FallService Faelle { get; }

    public Guid FallId { get; private set; }

    public Fall Fall => Db.Faelle[FallId];

    public DateOnly Heute => Ortszeit.DateOf(_uhr.GetUtcNow());

    public static Akteur Partner(string id) => new($"traeger:{id}", id, Rollen.Traeger, TraegerId: id);

    public async Task<FallErgebnis> OpenAsync(string? schluessel = null, Akteur? akteur = null)
    {
        var ergebnis = await Faelle.OpenAsync(new("b1", Uebergabe, Heute, schluessel, WochenendeBestaetigt: true), akteur ?? Ifk);
        FallId = ergebnis.FallId;
        return ergebnis;
    }

    /// <summary>Hands over on 2027-01-11 and admits on 2027-01-18.</summary>
    public async Task<Betrieb> AdmitAsync()
    {
        await OpenAsync();
        await RecordAsync(new UebergabeAngenommen("fm-1"));
        await UntilAsync("2027-01-18");
        foreach (var tatsache in new Tatsache[] { Erstgespraech, new KlientEntschieden(true), new FallAufgenommen() })
            await RecordAsync(tatsache);
        return this;
    }

    public Task<FallErgebnis> RecordAsync(Tatsache tatsache, Akteur? akteur = null, string? schluessel = null) =>
        Faelle.RecordAsync(new(FallId, tatsache, Heute, Schluessel: schluessel), akteur ?? Fm);

    public Task<bool> ReceiveAsync(Tatsache tatsache, string traeger, Guid? id = null) =>
        Faelle.ReceiveAsync(new(id ?? Guid.NewGuid(), traeger, tatsache.Bezug!, tatsache, Heute), Partner(traeger));

    public Task<FallErgebnis> DropAsync(Aufgabe aufgabe) => Faelle.CompleteAsync(new(aufgabe.Id, null, "nicht nötig"), Lead);

    /// <summary>Lets time pass to 10:00 of a day and fires what falls due until then.</summary>
    public async Task UntilAsync(string tag)
    {
        var ende = Ortszeit.At(Day(tag), new(10, 0));
        while (Db.Engine.NextDue(ende) is { } timer)
        {
            _uhr.AdvanceTo(timer.DueAt);
            (await Faelle.FireTimerAsync(new(timer.Id, timer.CorrelationId!, timer.DueAt, timer.Fence))).ShouldBeTrue();
        }

        _uhr.AdvanceTo(ende);
    }

    public IReadOnlyList<Aufgabe> Offen(string art) =>
        [.. Db.Aufgaben.Values.Where(a => a.FallId == FallId && a.Art == art && a.Status == Aufgabenstatus.Offen)];

    public int Count<T>() where T : Tatsache => Fall.Akte.Count(e => e.Tatsache is T);

    public static InMemoryDefinitionCatalog Prozesse(Func<string, string, string>? change = null)
    {
        var wurzel = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(wurzel, "FallWorkflow.sln")))
            wurzel = Path.GetDirectoryName(wurzel) ?? throw new InvalidOperationException("The tests must run inside the repository.");
        var katalog = new InMemoryDefinitionCatalog();
        foreach (var datei in Directory.EnumerateFiles(Path.Combine(wurzel, "workflows"), "*.json", SearchOption.AllDirectories))
        {
            if (datei.Contains("szenari", StringComparison.Ordinal) || datei.EndsWith(".schema.json", StringComparison.Ordinal))
                continue;
            var json = File.ReadAllText(datei);
            katalog.Publish(DefinitionReader.Read(change is null ? json : change(Path.GetFileNameWithoutExtension(datei), json)));
        }

        return katalog;
    }

    private sealed class Stille : IOutboxSignal
    {
        public void Ring()
        {
            // Nobody sends here.
        }
    }
}
