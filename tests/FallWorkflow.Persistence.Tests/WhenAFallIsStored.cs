using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.Tests.Datenbanken;
using FallWorkflow.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenAFallIsStored<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [DatabaseFact]
    public async Task It_is_rebuilt_from_its_Akte()
    {
        var fall = Beispiele.UebergebenerFall();
        await InUnitOfWorkAsync(uow => uow.Add(fall));

        await using var uow = Database.Begin();
        var gelesen = (await uow.FindFallAsync(fall.Id)).ShouldNotBeNull();

        gelesen.Nummer.ShouldBe(fall.Nummer);
        gelesen.BueroId.ShouldBe("nord");
        gelesen.Person.ShouldBe(fall.Person);
        gelesen.UebergebenAm.ShouldBe(new DateOnly(2027, 3, 1));
        gelesen.Version.ShouldBe(1);
        gelesen.NeueEintraege.ShouldBeEmpty();
        gelesen.Akte.Select(e => (e.Id, e.Nr, e.ErfasstAm, e.ErfasstVon)).ShouldBe(fall.Akte.Select(e => (e.Id, e.Nr, e.ErfasstAm, e.ErfasstVon)));
    }

    [DatabaseFact]
    public async Task Every_kind_of_fact_comes_back_as_it_was()
    {
        var fall = Fall.Open(Guid.NewGuid(), "FM-2027-00001", "nord");
        var alt = Guid.NewGuid();
        var eintraege = Fuellung.EveryTatsache().Select((t, i) => new Eintrag(
            Guid.NewGuid(), i + 1, new DateOnly(2027, 1, 1).AddDays(i), Jetzt.AddMinutes(i), "weber", t, i == 0 ? null : alt, $"Grund {i}")).ToList();
        eintraege.Count.ShouldBe(TatsachenKatalog.Alle.Count);
        await using (var context = Database.Context())
        {
            context.Add(AkteMapping.NewHeader(fall));
            context.AddRange(eintraege.Select(e => AkteMapping.ToRow(fall, e)));
            await context.SaveChangesAsync();
        }

        await using var uow = Database.Begin();
        var gelesen = (await uow.FindFallAsync(fall.Id))!.Akte;

        gelesen.Select(e => TatsachenKatalog.Serialize(e.Tatsache)).ShouldBe(eintraege.Select(e => TatsachenKatalog.Serialize(e.Tatsache)));
        gelesen.Select(e => e.Tatsache.GetType()).ShouldBe(eintraege.Select(e => e.Tatsache.GetType()));
        gelesen.Select(e => e with { Tatsache = null! }).ShouldBe(eintraege.Select(e => e with { Tatsache = null! }));
    }

    [DatabaseFact]
    public async Task The_writer_sees_the_new_version_and_no_new_entries()
    {
        var fall = Beispiele.UebergebenerFall();
        await InUnitOfWorkAsync(uow => uow.Add(fall));

        fall.Version.ShouldBe(1);
        fall.NeueEintraege.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task The_same_unit_of_work_gives_the_same_object()
    {
        var fall = Beispiele.UebergebenerFall();
        await using var uow = Database.Begin();
        uow.Add(fall);

        (await uow.FindFallAsync(fall.Id)).ShouldBeSameAs(fall);
    }

    [DatabaseFact]
    public async Task Later_entries_are_appended()
    {
        var fall = await StoreAngenommenenFallAsync();

        await using var uow = Database.Begin();
        var gelesen = (await uow.FindFallAsync(fall))!;
        gelesen.FallmanagerId.ShouldBe("weber");
        gelesen.Akte.Select(e => e.Nr).ShouldBe([1, 2]);
        gelesen.Version.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task A_correction_stands_beside_the_entry_that_it_supersedes()
    {
        var id = await StoreAngenommenenFallAsync();
        await InUnitOfWorkAsync(async uow =>
        {
            var fall = (await uow.FindFallAsync(id))!;
            fall.Record(new UebergabeAngenommen("yilmaz"), Beispiele.Am(new(2027, 3, 3)) with { Begruendung = "falsche Person gewählt" }, fall.Akte[1].Id);
        });

        await using var uow = Database.Begin();
        var gelesen = (await uow.FindFallAsync(id))!;
        gelesen.FallmanagerId.ShouldBe("yilmaz");
        gelesen.Akte.Count.ShouldBe(3);
        gelesen.Akte[2].Berichtigt.ShouldBe(gelesen.Akte[1].Id);
        gelesen.Akte[2].Begruendung.ShouldBe("falsche Person gewählt");
    }

    [DatabaseFact]
    public async Task Its_header_says_what_the_Akte_says()
    {
        var id = await StoreAngenommenenFallAsync();

        await using var uow = Database.Begin();
        var fall = (await uow.FindFallAsync(id))!;
        await using var context = Database.Context();
        var row = await context.Set<FallRow>().SingleAsync(f => f.Id == id);
        row.PersonName.ShouldBe("Ayşe Öztürk");
        row.Suchtext.ShouldBe("fm-2027-00001 ayşe öztürk");
        row.FallmanagerId.ShouldBe("weber");
        row.IntegrationsfachkraftId.ShouldBe("weber");
        row.Phase.ShouldBe(fall.Phase);
        row.Status.ShouldBe(fall.Status);
        row.UebergebenAm.ShouldBe(new DateOnly(2027, 3, 1));
        row.ZugangErfuellt.ShouldBeNull();
        row.Version.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task A_referral_leads_back_to_its_Fall()
    {
        var fall = Beispiele.LaufenderFall();
        fall.Record(Beispiele.Zuweisung("z1"), Beispiele.Am(Heute));
        await InUnitOfWorkAsync(async uow =>
        {
            uow.Add(fall);
            (await uow.FindFallOfZuweisungAsync("z1")).ShouldBe(fall.Id);
        });
        await InUnitOfWorkAsync(async uow =>
            (await uow.FindFallAsync(fall.Id))!.Record(new ZuweisungGesendet("z1", ["Name"]), Beispiele.Am(Heute)));

        await using var uow = Database.Begin();
        (await uow.FindFallOfZuweisungAsync("z1")).ShouldBe(fall.Id);
        (await uow.FindFallOfZuweisungAsync("z2")).ShouldBeNull();
        await using var context = Database.Context();
        var row = await context.Set<ZuweisungRow>().SingleAsync();
        (row.TraegerId, row.Stand, row.GesendetAm).ShouldBe(("horizont", Zuweisungsstand.Gesendet, Heute));
    }

    [DatabaseFact]
    public async Task Numbers_are_given_once_though_many_ask_at_the_same_time()
    {
        var nummern = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            await using var uow = Database.Begin();
            return await uow.NextFallnummerAsync(2027);
        })));

        nummern.Order().ShouldBe(Enumerable.Range(1, 20).Select(n => $"FM-2027-{n:D5}"));
        await using var uow = Database.Begin();
        (await uow.NextFallnummerAsync(2028)).ShouldBe("FM-2028-00001");
    }

    private async Task<Guid> StoreAngenommenenFallAsync()
    {
        var fall = Beispiele.UebergebenerFall();
        await InUnitOfWorkAsync(uow => uow.Add(fall));
        await InUnitOfWorkAsync(async uow =>
            (await uow.FindFallAsync(fall.Id))!.Record(new UebergabeAngenommen("weber"), Beispiele.Am(new(2027, 3, 2))));
        return fall.Id;
    }
}

public sealed class WhenAFallIsStoredOnSqlite : WhenAFallIsStored<OnSqlite>;

public sealed class WhenAFallIsStoredOnPostgreSql : WhenAFallIsStored<OnPostgreSql>;

public sealed class WhenAFallIsStoredOnSqlServer : WhenAFallIsStored<OnSqlServer>;
