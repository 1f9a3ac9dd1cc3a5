using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Persistence.Tests.Datenbanken;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenTwoTransactionsMeet<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [DatabaseFact]
    public async Task The_loser_on_a_Fall_hears_of_a_conflict_and_writes_nothing()
    {
        var fall = Beispiele.UebergebenerFall();
        await InUnitOfWorkAsync(uow => uow.Add(fall));
        await using var erster = Database.Begin();
        await using var zweiter = Database.Begin();
        (await erster.FindFallAsync(fall.Id))!.Record(new UebergabeAngenommen("weber"), Beispiele.Am(Heute));
        (await zweiter.FindFallAsync(fall.Id))!.Record(new UebergabeAngenommen("yilmaz"), Beispiele.Am(Heute));
        zweiter.Add(Beispiele.Aufgabe(fall.Id));

        await erster.CommitAsync();
        await Should.ThrowAsync<ConflictException>(() => zweiter.CommitAsync());

        await using var danach = Database.Begin();
        (await danach.FindFallAsync(fall.Id))!.FallmanagerId.ShouldBe("weber");
        (await danach.OffeneAufgabenAsync(fall.Id)).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_new_wait_for_an_event_and_the_event_itself_exclude_each_other()
    {
        var fall = Beispiele.UebergebenerFall();
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(fall);
            uow.Engine.Add(Beispiele.Instanz(fall.Korrelation, "i1"));
        });
        await using var waiting = Database.Begin();
        await using var publishing = Database.Begin();
        await waiting.FindFallAsync(fall.Id);
        waiting.Engine.Add(Beispiele.Lesezeichen("i1", "UebergabeAngenommen", correlationId: fall.Korrelation));
        (await publishing.FindFallAsync(fall.Id))!.Record(new UebergabeAngenommen("weber"), Beispiele.Am(Heute));
        (await publishing.Engine.FindBookmarksAsync("UebergabeAngenommen", null, fall.Korrelation)).ShouldBeEmpty();

        await waiting.CommitAsync();

        // It has looked for waiting processes before the other one began to wait; committing now would lose the event.
        await Should.ThrowAsync<ConflictException>(() => publishing.CommitAsync());
    }

    [DatabaseFact]
    public async Task Whoever_only_reads_disturbs_nobody()
    {
        var fall = Beispiele.UebergebenerFall();
        await InUnitOfWorkAsync(uow => uow.Add(fall));
        await using var reader = Database.Begin();
        await reader.FindFallAsync(fall.Id);
        await using var writer = Database.Begin();
        (await writer.FindFallAsync(fall.Id))!.Record(new UebergabeAngenommen("weber"), Beispiele.Am(Heute));

        await writer.CommitAsync();
        await reader.CommitAsync();
    }

    [DatabaseFact]
    public async Task A_change_without_a_new_fact_leaves_the_version_that_people_see()
    {
        var fall = Beispiele.UebergebenerFall();
        await InUnitOfWorkAsync(uow => uow.Add(fall));

        await InUnitOfWorkAsync(async uow =>
        {
            await uow.FindFallAsync(fall.Id);
            uow.Add(Beispiele.Aufgabe(fall.Id));
        });

        await using var uow = Database.Begin();
        (await uow.FindFallAsync(fall.Id))!.Version.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task The_loser_on_an_instance_hears_of_a_conflict()
    {
        await InUnitOfWorkAsync(uow => uow.Engine.Add(Beispiele.Instanz(id: "i1")));
        await using var erster = Database.Begin();
        await using var zweiter = Database.Begin();
        (await erster.Engine.FindInstanceAsync("i1"))!.StateJson = "{\"a\":1}";
        (await zweiter.Engine.FindInstanceAsync("i1"))!.StateJson = "{\"a\":2}";

        await erster.CommitAsync();
        await Should.ThrowAsync<ConflictException>(() => zweiter.CommitAsync());

        await using var danach = Database.Begin();
        var instanz = (await danach.Engine.FindInstanceAsync("i1"))!;
        instanz.StateJson.ShouldBe("{\"a\":1}");
        instanz.RowVersion.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_bookmark_is_consumed_once()
    {
        var lesezeichen = Beispiele.Lesezeichen("i1", "E");
        await InUnitOfWorkAsync(uow => uow.Engine.Add(lesezeichen));
        await using var erster = Database.Begin();
        await using var zweiter = Database.Begin();
        erster.Engine.Remove((await erster.Engine.FindBookmarksAsync("E", null, null)).Single());
        zweiter.Engine.Remove((await zweiter.Engine.FindBookmarksAsync("E", null, null)).Single());

        await erster.CommitAsync();

        await Should.ThrowAsync<ConflictException>(() => zweiter.CommitAsync());
    }

    [DatabaseFact]
    public async Task The_journal_has_no_line_twice()
    {
        await InUnitOfWorkAsync(uow => uow.Engine.Append(Beispiele.Journal("i1", 1)));

        await Should.ThrowAsync<ConflictException>(() => InUnitOfWorkAsync(uow => uow.Engine.Append(Beispiele.Journal("i1", 1))));
    }

    [DatabaseFact]
    public async Task A_number_belongs_to_one_Fall()
    {
        await InUnitOfWorkAsync(uow => uow.Add(Beispiele.UebergebenerFall("FM-2027-00007")));

        await Should.ThrowAsync<ConflictException>(() => InUnitOfWorkAsync(uow => uow.Add(Beispiele.UebergebenerFall("FM-2027-00007"))));
    }

    [DatabaseFact]
    public async Task A_task_changed_by_two_is_changed_by_one()
    {
        var aufgabe = Beispiele.Aufgabe(Guid.NewGuid());
        await InUnitOfWorkAsync(uow => uow.Add(aufgabe));
        await using var erster = Database.Begin();
        await using var zweiter = Database.Begin();
        (await erster.FindAufgabeAsync(aufgabe.Id))!.ZustaendigId = "weber";
        (await zweiter.FindAufgabeAsync(aufgabe.Id))!.ZustaendigId = "yilmaz";

        await erster.CommitAsync();

        await Should.ThrowAsync<ConflictException>(() => zweiter.CommitAsync());
    }

    [DatabaseFact]
    public async Task A_key_that_both_enter_into_the_inbox_is_entered_by_one()
    {
        await using var erster = Database.Begin();
        await using var zweiter = Database.Begin();
        (await erster.TryEnterInboxAsync("m1", Jetzt)).ShouldBeTrue();
        (await zweiter.TryEnterInboxAsync("m1", Jetzt)).ShouldBeTrue();

        await erster.CommitAsync();

        await Should.ThrowAsync<ConflictException>(() => zweiter.CommitAsync());
    }

    [DatabaseFact]
    public async Task Many_writers_of_one_Fall_all_succeed_by_trying_again()
    {
        var fall = Beispiele.LaufenderFall();
        await InUnitOfWorkAsync(uow => uow.Add(fall));
        const int Schreiber = 8;

        await Task.WhenAll(Enumerable.Range(0, Schreiber).Select(n => Task.Run(() => RecordWithRetryAsync(fall.Id, n))));

        await using var uow = Database.Begin();
        var gelesen = (await uow.FindFallAsync(fall.Id))!;
        gelesen.Akte.Select(e => e.Nr).ShouldBe(Enumerable.Range(1, gelesen.Akte.Count).Select(n => (long)n));
        gelesen.Akte.Select(e => e.Tatsache).OfType<KontaktAusgefallen>().Select(k => k.Grund).Order()
            .ShouldBe(Enumerable.Range(0, Schreiber).Select(n => $"Grund {n}"));
    }

    private async Task RecordWithRetryAsync(Guid fallId, int n)
    {
        while (true)
        {
            try
            {
                await InUnitOfWorkAsync(async uow =>
                    (await uow.FindFallAsync(fallId))!.Record(new KontaktAusgefallen($"Grund {n}"), Beispiele.Am(Heute)));
                return;
            }
            catch (ConflictException)
            {
                // Somebody else was first; every round one writer gets through, so this ends.
            }
        }
    }
}

public sealed class WhenTwoTransactionsMeetOnSqlite : WhenTwoTransactionsMeet<OnSqlite>;

public sealed class WhenTwoTransactionsMeetOnPostgreSql : WhenTwoTransactionsMeet<OnPostgreSql>;

public sealed class WhenTwoTransactionsMeetOnSqlServer : WhenTwoTransactionsMeet<OnSqlServer>;
