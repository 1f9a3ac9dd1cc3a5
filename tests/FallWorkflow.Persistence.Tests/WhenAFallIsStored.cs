using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Persistence.Tests.Datenbanken;

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
        gelesen.Person.ShouldBe(fall.Person);
        gelesen.UebergebenAm.ShouldBe(new DateOnly(2027, 3, 1));
        gelesen.Version.ShouldBe(1);
        gelesen.NeueEintraege.ShouldBeEmpty();
        gelesen.Akte.Count.ShouldBe(fall.Akte.Count);
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
        var fall = Beispiele.UebergebenerFall();
        await InUnitOfWorkAsync(uow => uow.Add(fall));

        await InUnitOfWorkAsync(async uow =>
            (await uow.FindFallAsync(fall.Id))!.Record(new UebergabeAngenommen("weber"), Beispiele.Am(new(2027, 3, 2))));

        await using var uow = Database.Begin();
        var gelesen = (await uow.FindFallAsync(fall.Id))!;
        gelesen.FallmanagerId.ShouldBe("weber");
        gelesen.Akte.Select(e => e.Nr).ShouldBe([1, 2]);
        gelesen.Version.ShouldBe(2);
    }
}

public sealed class WhenAFallIsStoredOnSqlite : WhenAFallIsStored<OnSqlite>;

public sealed class WhenAFallIsStoredOnPostgreSql : WhenAFallIsStored<OnPostgreSql>;

public sealed class WhenAFallIsStoredOnSqlServer : WhenAFallIsStored<OnSqlServer>;
