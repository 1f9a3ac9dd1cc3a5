using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Tests.Datenbanken;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenMessagesWaitInTheOutbox<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private IOutbox Outbox => Database.Get<IOutbox>();

    [DatabaseFact]
    public async Task Those_of_one_Fall_leave_one_after_the_other()
    {
        var fall = Guid.NewGuid();
        var erste = await StoreAsync(fall);
        var (zweite, dritte) = (Beispiele.Nachricht(fall), Beispiele.Nachricht(fall));
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(zweite);
            uow.Add(dritte);
        });

        (erste.Nr, zweite.Nr, dritte.Nr).ShouldBe((1, 2, 3));
        foreach (var erwartet in (Nachricht[])[erste, zweite, dritte])
        {
            var claimed = await ClaimAsync();
            claimed.Select(n => n.Id).ShouldBe([erwartet.Id]);
            (await ClaimAsync()).ShouldBeEmpty("the next one waits until this one has left");
            (await Outbox.MarkSentAsync(claimed[0], Jetzt)).ShouldBeTrue();
        }

        (await ClaimAsync()).ShouldBeEmpty();
        (await Outbox.CountUnsentAsync()).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task Those_of_different_Faelle_leave_together_oldest_first()
    {
        var spaeter = await StoreAsync(Guid.NewGuid(), Jetzt.AddSeconds(1));
        var frueher = await StoreAsync(Guid.NewGuid(), Jetzt);

        (await ClaimAsync()).Select(n => n.Id).ShouldBe([frueher.Id, spaeter.Id]);
    }

    [DatabaseFact]
    public async Task A_claimed_one_carries_everything_that_was_written()
    {
        var geschrieben = Beispiele.Nachricht(Guid.NewGuid(), bezug: "z1", inhalt: """{"name":"Ayşe Öztürk"}""");
        await InUnitOfWorkAsync(uow => uow.Add(geschrieben));

        var gelesen = (await ClaimAsync()).Single();

        (gelesen.Id, gelesen.FallId, gelesen.Art, gelesen.TraegerId, gelesen.Bezug, gelesen.Inhalt, gelesen.ErstelltAm)
            .ShouldBe((geschrieben.Id, geschrieben.FallId, geschrieben.Art, geschrieben.TraegerId, "z1", geschrieben.Inhalt, geschrieben.ErstelltAm));
        (gelesen.LeaseOwner, gelesen.LeaseUntil, gelesen.Fence).ShouldBe(("relay", Jetzt + Lease, 1));
    }

    [DatabaseFact]
    public async Task After_a_failure_one_waits_for_its_next_attempt()
    {
        await StoreAsync(Guid.NewGuid());
        var claimed = (await ClaimAsync()).Single();

        await Outbox.MarkFailedAsync(claimed, "broker away", Jetzt.AddSeconds(10));

        (await ClaimAsync(Jetzt.AddSeconds(9))).ShouldBeEmpty();
        var wieder = (await ClaimAsync(Jetzt.AddSeconds(10))).Single();
        (wieder.Versuche, wieder.LetzterFehler).ShouldBe((1, "broker away"));
    }

    [DatabaseFact]
    public async Task A_poisoned_one_is_parked_visibly_and_holds_up_its_own_Fall_only()
    {
        var fall = Guid.NewGuid();
        var giftig = await StoreAsync(fall);
        var folgende = await StoreAsync(fall);
        for (var versuch = 0; versuch < 10; versuch++)
            await Outbox.MarkFailedAsync((await ClaimAsync()).Single(), "unreadable", Jetzt);
        var nachbar = await StoreAsync(Guid.NewGuid());

        (await ClaimAsync()).Select(n => n.Id).ShouldBe([nachbar.Id]);
        (await Outbox.CountUnsentAsync()).ShouldBe(3);
        var zeilen = await Database.Get<IAbfragen>().UngesendeteNachrichtenAsync();
        zeilen.Single(z => z.Geparkt).Id.ShouldBe(giftig.Id);
        zeilen.Single(z => z.Geparkt).LetzterFehler.ShouldBe("unreadable");

        (await Outbox.UnparkAsync(folgende.Id)).ShouldBeFalse();
        (await Outbox.UnparkAsync(giftig.Id)).ShouldBeTrue();
        (await ClaimAsync()).Select(n => n.Id).ShouldBe([giftig.Id]);
    }

    [DatabaseFact]
    public async Task A_relay_that_was_overtaken_cannot_mark_anything()
    {
        await StoreAsync(Guid.NewGuid());
        var zombie = (await ClaimAsync()).Single();
        var winner = (await ClaimAsync(Jetzt + Lease)).Single();

        (await Outbox.MarkSentAsync(zombie, Jetzt)).ShouldBeFalse();
        await Outbox.MarkFailedAsync(zombie, "late", Jetzt);

        (await Outbox.MarkSentAsync(winner, Jetzt)).ShouldBeTrue();
        (await Outbox.MarkSentAsync(winner, Jetzt)).ShouldBeFalse("it has been sent");
    }

    [DatabaseFact]
    public async Task Two_transactions_that_count_on_from_the_same_message_settle_it()
    {
        var fall = Guid.NewGuid();
        await StoreAsync(fall);
        var nummern = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                try
                {
                    return (await StoreAsync(fall)).Nr;
                }
                catch (ConflictException)
                {
                    // The other one was first.
                }
            }
        })));

        nummern.Order().ShouldBe([2, 3, 4, 5, 6, 7]);
    }

    private async Task<Nachricht> StoreAsync(Guid fallId, DateTimeOffset? at = null)
    {
        var nachricht = Beispiele.Nachricht(fallId, at);
        await InUnitOfWorkAsync(uow => uow.Add(nachricht));
        return nachricht;
    }

    private Task<IReadOnlyList<Nachricht>> ClaimAsync(DateTimeOffset? now = null) => Outbox.ClaimAsync(now ?? Jetzt, "relay", Lease, 10);
}

public sealed class WhenMessagesWaitInTheOutboxOnSqlite : WhenMessagesWaitInTheOutbox<OnSqlite>;

public sealed class WhenMessagesWaitInTheOutboxOnPostgreSql : WhenMessagesWaitInTheOutbox<OnPostgreSql>;

public sealed class WhenMessagesWaitInTheOutboxOnSqlServer : WhenMessagesWaitInTheOutbox<OnSqlServer>;
