using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Persistence.Tests.Datenbanken;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenMasterDataIsKept<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private IStammdaten Stammdaten => Database.Get<IStammdaten>();

    private IProzessversionen Prozesse => Database.Get<IProzessversionen>();

    [DatabaseFact]
    public async Task An_office_keeps_its_Land_and_local_Feiertage()
    {
        await Stammdaten.SaveAsync(new Buero { Id = "nord", Name = "Nord", Land = Land.NW });
        await Stammdaten.SaveAsync(new Buero { Id = "nord", Name = "Nürnberg", Land = Land.BY, LokaleFeiertage = [new("Mariä Himmelfahrt", "15.08.", 2013)] });

        await using var uow = Database.Begin();
        var buero = await uow.BueroAsync("nord");
        (buero.Name, buero.Land).ShouldBe(("Nürnberg", Land.BY));
        buero.LokaleFeiertage.Single().DayIn(2027).ShouldBe(new DateOnly(2027, 8, 15));
        buero.LokaleFeiertage.Single().DayIn(2012).ShouldBeNull();
        await Should.ThrowAsync<NotFoundException>(() => uow.BueroAsync("fehlt").AsTask());
        (await Stammdaten.BuerosAsync()).Count.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task People_and_partners_are_found()
    {
        await Stammdaten.SaveAsync(new Benutzer { Id = "weber", Name = "Weber", Rolle = Rollen.Fallmanager, BueroId = "nord", KennwortHash = "x" });
        await Stammdaten.SaveAsync(new Benutzer { Id = "alt", Name = "Alt", Rolle = Rollen.Teamleitung, BueroId = "nord" });
        await Stammdaten.SaveAsync(new Traeger { Id = "horizont", Name = "Horizont e. V.", Leistungsbereich = "Schulden" });

        (await Stammdaten.FindBenutzerAsync("weber"))!.KennwortHash.ShouldBe("x");
        (await Stammdaten.FindBenutzerAsync("WEBER")).ShouldBeNull();
        (await Stammdaten.BenutzerAsync("nord")).Select(b => b.Id).ShouldBe(["alt", "weber"]);
        (await Stammdaten.BenutzerAsync(rolle: Rollen.Teamleitung)).Single().Id.ShouldBe("alt");
        (await Stammdaten.TraegerAsync()).Single().Name.ShouldBe("Horizont e. V.");
        await using var uow = Database.Begin();
        (await uow.FindTraegerAsync("horizont"))!.Leistungsbereich.ShouldBe("Schulden");
        (await uow.FindTraegerAsync("anker")).ShouldBeNull();
    }

    [DatabaseFact]
    public async Task The_concept_in_force_is_the_newest_that_has_begun()
    {
        await Stammdaten.PublishAsync(Konzept(1, new(2027, 1, 1), "4 Wochen"));
        await Stammdaten.PublishAsync(Konzept(2, new(2027, 6, 1), "3 Wochen"));
        await Should.ThrowAsync<ConflictException>(() => Stammdaten.PublishAsync(Konzept(2, new(2027, 7, 1), "2 Wochen")));

        await using var uow = Database.Begin();
        (await uow.FachkonzeptAsync("nord", new(2026, 12, 31))).ShouldBeSameAs(Fachkonzept.Standard);
        (await uow.FachkonzeptAsync("nord", new(2027, 5, 31))).FindFrist(Fristparameter.KontaktfensterBeginn).ShouldBe("4 Wochen");
        var neu = await uow.FachkonzeptAsync("nord", new(2027, 6, 1));
        (neu.Version, neu.MindestBedarfe, neu.Begruendung).ShouldBe((2, 2, "Beschluss"));
        neu.Zielgruppen.ShouldBeNull();
        neu.FindFrist(Fristparameter.KontaktfensterBeginn).ShouldBe("3 Wochen");
        neu.FindFrist(Fristparameter.KontaktfensterEnde).ShouldBe(Fachkonzept.Standard.FindFrist(Fristparameter.KontaktfensterEnde));
        (await uow.FachkonzeptAsync("sued", new(2027, 6, 1))).ShouldBeSameAs(Fachkonzept.Standard);
        (await Stammdaten.FachkonzepteAsync("nord")).Select(k => k.Version).ShouldBe([2, 1]);
    }

    [DatabaseFact]
    public async Task A_new_process_version_becomes_the_current_one_and_old_ones_stay_for_who_runs_on_them()
    {
        foreach (var version in (int[])[1, 2, 3])
            await Prozesse.PublishAsync(Version("fallmanagement", version), []);
        await Prozesse.PublishAsync(Version("zuweisung", 1), []);
        await InUnitOfWorkAsync(uow =>
        {
            uow.Engine.Add(Beispiele.Instanz(id: "i1"));
            var beendet = new WorkflowInstance
            {
                Id = "i2",
                DefinitionId = "fallmanagement",
                DefinitionVersionId = "fallmanagement-2",
                Version = 2,
                CreatedAt = Jetzt,
                Status = WorkflowStatus.Finished,
            };
            uow.Engine.Add(beendet);
        });

        (await Prozesse.LoadAsync()).Select(p => (p.Id, p.IsCurrent))
            .ShouldBe([("fallmanagement-1", false), ("fallmanagement-3", true), ("zuweisung-1", true)]);
        (await Prozesse.VersionsOfAsync("fallmanagement")).Select(p => p.Version).ShouldBe([3, 2, 1]);
        (await Prozesse.FindAsync("fallmanagement-2"))!.Json.ShouldBe("{\"version\":2}");
        await Should.ThrowAsync<ConflictException>(() => Prozesse.PublishAsync(Version("fallmanagement", 3), []));
        await Should.ThrowAsync<ConflictException>(() => Prozesse.PublishAsync(Version("fallmanagement", 2, "anders"), []));
    }

    [DatabaseFact]
    public async Task A_database_stays_what_it_was_created_for()
    {
        var zustand = Database.Get<ISystemzustand>();
        (await zustand.FindAsync()).ShouldBeNull();
        await Should.ThrowAsync<InvalidOperationException>(() => zustand.SetTestClockAsync(Jetzt));
        await zustand.CreateAsync(Systemart.Demo, Jetzt);
        (await zustand.CreateAsync(Systemart.Demo, Jetzt.AddDays(1))).ErstelltAm.ShouldBe(Jetzt);
        await Should.ThrowAsync<InvalidOperationException>(() => zustand.CreateAsync(Systemart.Produktiv, Jetzt));

        await zustand.SetTestClockAsync(Jetzt.AddDays(7));
        await Should.ThrowAsync<InvalidOperationException>(() => zustand.SetTestClockAsync(Jetzt));
        (await zustand.FindAsync())!.TestClock.ShouldBe(Jetzt.AddDays(7));
    }

    [DatabaseFact]
    public async Task The_clock_of_real_cases_cannot_be_moved()
    {
        var zustand = Database.Get<ISystemzustand>();
        await zustand.CreateAsync(Systemart.Produktiv, Jetzt);

        await Should.ThrowAsync<InvalidOperationException>(() => zustand.SetTestClockAsync(Jetzt));
    }

    [DatabaseFact]
    public async Task The_first_answer_to_a_key_is_the_one_that_is_remembered()
    {
        var idempotenz = Database.Get<IIdempotenz>();
        (await idempotenz.SaveAsync(new() { Key = "k", AkteurId = "weber", Status = 201, ResponseJson = "{}", At = Jetzt })).ShouldBeTrue();
        (await idempotenz.SaveAsync(new() { Key = "k", AkteurId = "weber", Status = 409, At = Jetzt })).ShouldBeFalse();
        (await idempotenz.SaveAsync(new() { Key = "k", AkteurId = "yilmaz", Status = 200, At = Jetzt.AddDays(1) })).ShouldBeTrue();

        (await idempotenz.FindAsync("k", "weber"))!.Status.ShouldBe(201);
        (await idempotenz.FindAsync("K", "weber")).ShouldBeNull();
        (await idempotenz.CleanAsync(Jetzt.AddDays(1))).ShouldBe(1);
        (await idempotenz.FindAsync("k", "weber")).ShouldBeNull();
    }

    [DatabaseFact]
    public async Task A_mail_is_kept_once_and_accesses_are_logged()
    {
        var post = Database.Get<IPostausgang>();
        GesendeteMail Mail(string schluessel, int minute) => new() { Id = Guid.NewGuid(), At = Jetzt.AddMinutes(minute), An = "a@b.de", Betreff = $"{minute}", Text = "t", Schluessel = schluessel };
        (await post.AppendAsync(Mail("k1", 1))).ShouldBeTrue();
        (await post.AppendAsync(Mail("k1", 2))).ShouldBeFalse();
        (await post.AppendAsync(Mail("k2", 3))).ShouldBeTrue();
        (await post.LatestAsync(10)).Select(m => m.Betreff).ShouldBe(["3", "1"]);

        var fall = Guid.NewGuid();
        var protokoll = Database.Get<IZugriffsprotokoll>();
        await protokoll.AppendAsync(new() { Id = Guid.NewGuid(), At = Jetzt, AkteurId = "weber", FallId = fall, Art = "Gelesen", Zweck = "Fallbearbeitung", Grundlage = "§ 67b SGB X" });
        await protokoll.AppendAsync(new() { Id = Guid.NewGuid(), At = Jetzt, AkteurId = "weber", Art = "Gelesen", Zweck = "Liste" });
        (await protokoll.OfFallAsync(fall, 10)).Single().Grundlage.ShouldBe("§ 67b SGB X");
    }

    [DatabaseFact]
    public async Task Reminders_are_given_once_per_key()
    {
        await InUnitOfWorkAsync(uow => uow.Add(Beispiele.Erinnerung(Jetzt, "x1")));

        await Should.ThrowAsync<ConflictException>(() => InUnitOfWorkAsync(uow => uow.Add(Beispiele.Erinnerung(Jetzt, "x1"))));
        (await Database.Get<IErinnerungen>().FaelligeAsync(Jetzt, Jetzt, 10)).Single().Schluessel.ShouldBe("x1");
        (await Database.Get<IErinnerungen>().FaelligeAsync(Jetzt.AddTicks(-10), Jetzt, 10)).ShouldBeEmpty();
    }

    private static Fachkonzept Konzept(int version, DateOnly ab, string fenster) => new()
    {
        BueroId = "nord",
        Version = version,
        GueltigAb = ab,
        MindestBedarfe = 2,
        Begruendung = "Beschluss",
        Fristen = new Dictionary<string, string> { [Fristparameter.KontaktfensterBeginn] = fenster },
    };

    private static Prozessversion Version(string definitionId, int version, string? id = null) => new()
    {
        Id = id ?? $"{definitionId}-{version}",
        DefinitionId = definitionId,
        Version = version,
        Json = $"{{\"version\":{version}}}",
        PublishedAt = Jetzt,
    };
}

public sealed class WhenMasterDataIsKeptOnSqlite : WhenMasterDataIsKept<OnSqlite>;

public sealed class WhenMasterDataIsKeptOnPostgreSql : WhenMasterDataIsKept<OnPostgreSql>;

public sealed class WhenMasterDataIsKeptOnSqlServer : WhenMasterDataIsKept<OnSqlServer>;
