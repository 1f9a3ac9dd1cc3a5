using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Jobs.Tests.Umgebung;

/// <summary>A database with people and what they have to be told, and two clocks that stand until they are moved.</summary>
public abstract class Buehne<TDatenbank> : IAsyncLifetime
    where TDatenbank : Testdatenbank, new()
{
    /// <summary>Tuesday, 2 March 2027, 09:30 in Berlin.</summary>
    protected static readonly DateTimeOffset Jetzt = new(2027, 3, 2, 8, 30, 0, TimeSpan.Zero);

    private Knoten? _knoten;

    private protected MovableTime Uhr { get; } = new(Jetzt);

    private protected MovableTime Echtzeit { get; } = new(new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero));

    private protected Testmailer Mailer { get; } = new();

    protected TDatenbank Datenbank { get; } = new();

    /// <summary>A node without Quartz: the rows and the run alone.</summary>
    private protected Knoten Knoten => _knoten ??= Knoten.Create(Datenbank, Uhr, Mailer, Echtzeit);

    public async Task InitializeAsync()
    {
        await Datenbank.CreateAsync();
        await AddBueroAsync("nord", Land.BE);
        await AddPersonAsync("weber", Rollen.Fallmanager, "nord");
        await AddPersonAsync("yilmaz", Rollen.Teamleitung, "nord");
    }

    public async Task DisposeAsync()
    {
        if (_knoten is not null)
            await _knoten.DisposeAsync();
        await Datenbank.DisposeAsync();
    }

    protected Task AddBueroAsync(string id, Land land) =>
        Knoten.Get<IStammdaten>().SaveAsync(new Buero { Id = id, Name = id, Land = land });

    protected Task AddPersonAsync(string id, string rolle, string buero, string? mail = "@example.org") =>
        Knoten.Get<IStammdaten>().SaveAsync(new Benutzer { Id = id, Name = id, Rolle = rolle, BueroId = buero, EMail = mail is null ? null : id + mail });

    protected async Task<Guid> AddErinnerungAsync(
        string schluessel, DateTimeOffset? faelligAt = null, string? empfaenger = "weber", string rolle = Rollen.Fallmanager, Guid? fallId = null)
    {
        var erinnerung = new Erinnerung
        {
            Id = Guid.NewGuid(),
            Schluessel = schluessel,
            FallId = fallId,
            BueroId = "nord",
            Rolle = rolle,
            EmpfaengerId = empfaenger,
            Betreff = $"Kontakt halten ({schluessel})",
            Text = "Der vereinbarte Kontakt steht an.",
            FaelligAt = faelligAt ?? Uhr.GetUtcNow(),
        };
        await using var uow = Knoten.Get<IUnitOfWorkFactory>().Begin();
        uow.Add(erinnerung);
        await uow.CommitAsync();
        return erinnerung.Id;
    }

    protected async Task<Guid> AddFallAsync(string nummer, string buero = "nord")
    {
        var fall = Fall.Open(Guid.NewGuid(), nummer, buero);
        await using var uow = Knoten.Get<IUnitOfWorkFactory>().Begin();
        uow.Add(fall);
        await uow.CommitAsync();
        return fall.Id;
    }

    protected async Task<Guid> AddAufgabeAsync(
        Guid fallId, string titel, DateOnly? faelligAm = null, DateTimeOffset? erstelltAm = null, string? zustaendig = "weber",
        string rolle = Rollen.Fallmanager, string buero = "nord", DateOnly? ruhtVon = null, DateOnly? ruhtBis = null, Aufgabenstatus status = Aufgabenstatus.Offen)
    {
        var aufgabe = new Aufgabe
        {
            Id = Guid.NewGuid(),
            FallId = fallId,
            BueroId = buero,
            Art = "Kontakt",
            Titel = titel,
            Rolle = rolle,
            ZustaendigId = zustaendig,
            ErstelltAm = erstelltAm ?? Jetzt.AddDays(-30),
            FaelligAm = faelligAm,
            RuhtVon = ruhtVon,
            RuhtBis = ruhtBis,
            Status = status,
            ErledigtDurch = ["KontaktGehalten"],
            Ergebnisse = [],
            InstanceId = "i1",
            ExecutionId = "x1",
        };
        await using var uow = Knoten.Get<IUnitOfWorkFactory>().Begin();
        uow.Add(aufgabe);
        await uow.CommitAsync();
        return aufgabe.Id;
    }

    protected async Task<Erinnerung> FindAsync(Guid id) => (await Knoten.Erinnerungen.FindAsync(id)).ShouldNotBeNull();
}
