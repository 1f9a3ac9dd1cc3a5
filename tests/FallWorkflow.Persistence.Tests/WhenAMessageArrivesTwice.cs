using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Tests.Datenbanken;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenAMessageArrivesTwice<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [DatabaseFact]
    public async Task The_second_one_finds_its_entry()
    {
        await InUnitOfWorkAsync(async uow => (await uow.TryEnterInboxAsync("nachricht:1", Jetzt)).ShouldBeTrue());

        await using var uow = Database.Begin();
        (await uow.TryEnterInboxAsync("nachricht:1", Jetzt)).ShouldBeFalse();
        (await uow.TryEnterInboxAsync("Nachricht:1", Jetzt)).ShouldBeTrue("keys differ in case");
    }

    [DatabaseFact]
    public async Task The_entry_counts_within_the_same_transaction()
    {
        await using var uow = Database.Begin();
        (await uow.TryEnterInboxAsync("nachricht:1", Jetzt)).ShouldBeTrue();

        (await uow.TryEnterInboxAsync("nachricht:1", Jetzt)).ShouldBeFalse();
    }

    [DatabaseFact]
    public async Task An_entry_whose_transaction_failed_does_not_count()
    {
        await using (var uow = Database.Begin())
            await uow.TryEnterInboxAsync("nachricht:1", Jetzt);

        await using var again = Database.Begin();
        (await again.TryEnterInboxAsync("nachricht:1", Jetzt)).ShouldBeTrue();
    }

    [DatabaseFact]
    public async Task Entries_are_kept_until_the_retention_is_over()
    {
        await InUnitOfWorkAsync(async uow =>
        {
            await uow.TryEnterInboxAsync("alt", Jetzt.AddDays(-31));
            await uow.TryEnterInboxAsync("grenze", Jetzt.AddDays(-30));
            await uow.TryEnterInboxAsync("neu", Jetzt);
        });

        (await Database.Get<IInbox>().CleanInboxAsync(Jetzt.AddDays(-30))).ShouldBe(1);

        await using var uow = Database.Begin();
        (await uow.TryEnterInboxAsync("alt", Jetzt)).ShouldBeTrue();
        (await uow.TryEnterInboxAsync("grenze", Jetzt)).ShouldBeFalse();
        (await uow.TryEnterInboxAsync("neu", Jetzt)).ShouldBeFalse();
    }
}

public sealed class WhenAMessageArrivesTwiceOnSqlite : WhenAMessageArrivesTwice<OnSqlite>;

public sealed class WhenAMessageArrivesTwiceOnPostgreSql : WhenAMessageArrivesTwice<OnPostgreSql>;

public sealed class WhenAMessageArrivesTwiceOnSqlServer : WhenAMessageArrivesTwice<OnSqlServer>;
