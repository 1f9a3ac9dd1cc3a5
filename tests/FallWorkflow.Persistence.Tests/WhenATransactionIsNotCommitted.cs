using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Persistence.Tests.Datenbanken;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenATransactionIsNotCommitted<TDatabase> : DatabaseTests<TDatabase>, IFaultPoints
    where TDatabase : TestDatabase, new()
{
    private readonly List<string> _reached = [];
    private string? _failAt;

    public override Task InitializeAsync() => Database.CreateAsync(services => services.AddSingleton<IFaultPoints>(this));

    public void Reached(string name)
    {
        _reached.Add(name);
        if (name == _failAt)
            throw new InvalidOperationException($"Failed at {name}.");
    }

    [DatabaseFact]
    public async Task Nothing_is_visible_to_others()
    {
        await using var uow = Database.Begin();
        await WriteEverythingAsync(uow);

        await ShouldBeEmptyAsync();
        _reached.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task Nothing_remains_of_a_commit_that_failed_at_the_last_instant()
    {
        _failAt = FaultPoints.BeforeCommit;
        await using (var uow = Database.Begin())
        {
            await WriteEverythingAsync(uow);
            await Should.ThrowAsync<InvalidOperationException>(() => uow.CommitAsync());
        }

        await ShouldBeEmptyAsync();
        _reached.ShouldBe([FaultPoints.BeforeStore, FaultPoints.BeforeCommit]);
    }

    [DatabaseFact]
    public async Task Everything_is_there_if_it_failed_right_after_the_commit()
    {
        _failAt = FaultPoints.AfterCommit;
        await using (var uow = Database.Begin())
        {
            await WriteEverythingAsync(uow);
            await Should.ThrowAsync<InvalidOperationException>(() => uow.CommitAsync());
        }

        (await CountsAsync()).ShouldAllBe(c => c.Rows == 1, "every table has its row");
        _reached.ShouldBe([FaultPoints.BeforeStore, FaultPoints.BeforeCommit, FaultPoints.AfterCommit]);
    }

    [DatabaseFact]
    public async Task One_conflict_takes_everything_with_it()
    {
        var fall = Beispiele.UebergebenerFall("FM-2027-00099");
        await InUnitOfWorkAsync(uow => uow.Add(fall));
        await using var uow = Database.Begin();
        await WriteEverythingAsync(uow, "FM-2027-00099");

        await Should.ThrowAsync<ConflictException>(() => uow.CommitAsync());

        (await CountsAsync()).Where(c => c.Table is not ("FallRow" or "EintragRow")).ShouldAllBe(c => c.Rows == 0);
    }

    [DatabaseFact]
    public async Task A_unit_of_work_commits_once()
    {
        await using var uow = Database.Begin();
        await WriteEverythingAsync(uow);
        await uow.CommitAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => uow.CommitAsync());
    }

    private static async Task WriteEverythingAsync(IUnitOfWork uow, string nummer = "FM-2027-00001")
    {
        Fall fall = Beispiele.UebergebenerFall(nummer);
        uow.Add(fall);
        uow.Add(Beispiele.Aufgabe(fall.Id));
        uow.Add(Beispiele.Nachricht(fall.Id));
        uow.Add(Beispiele.Erinnerung(Jetzt));
        uow.Add(Beispiele.Ereignis(fall.Id, "Übergabe"));
        await uow.TryEnterInboxAsync("m1", Jetzt);
        uow.Engine.Add(Beispiele.Instanz(fall.Korrelation, "i1"));
        uow.Engine.Add(Beispiele.Lesezeichen("i1", "E"));
        uow.Engine.Add(Beispiele.Timer(Jetzt));
        uow.Engine.Append(Beispiele.Journal("i1", 1));
    }

    private async Task ShouldBeEmptyAsync() => (await CountsAsync()).ShouldAllBe(c => c.Rows == 0);

    /// <summary>Row counts of the ten tables that one burst writes to.</summary>
    private async Task<IReadOnlyList<(string Table, int Rows)>> CountsAsync()
    {
        await using var context = Database.Context();
        return
        [
            ("FallRow", await context.Set<Model.FallRow>().CountAsync()),
            ("EintragRow", await context.Set<Model.EintragRow>().CountAsync()),
            ("Aufgabe", await context.Set<Application.Aufgaben.Aufgabe>().CountAsync()),
            ("Nachricht", await context.Set<Application.Nachrichten.Nachricht>().CountAsync()),
            ("Erinnerung", await context.Set<Application.Erinnerungen.Erinnerung>().CountAsync()),
            ("Verlauf", await context.Set<Application.Verlauf.Verlaufsereignis>().CountAsync()),
            ("Eingang", await context.Set<Model.EingangRow>().CountAsync()),
            ("Instanz", await context.Set<Engine.Execution.WorkflowInstance>().CountAsync()),
            ("Bookmark", await context.Set<Engine.Execution.Bookmark>().CountAsync()),
            ("Timer", await context.Set<Engine.Timers.WorkflowTimer>().CountAsync()),
            ("Journal", await context.Set<Engine.Journal.JournalEntry>().CountAsync()),
        ];
    }
}

public sealed class WhenATransactionIsNotCommittedOnSqlite : WhenATransactionIsNotCommitted<OnSqlite>;

public sealed class WhenATransactionIsNotCommittedOnPostgreSql : WhenATransactionIsNotCommitted<OnPostgreSql>;

public sealed class WhenATransactionIsNotCommittedOnSqlServer : WhenATransactionIsNotCommitted<OnSqlServer>;
