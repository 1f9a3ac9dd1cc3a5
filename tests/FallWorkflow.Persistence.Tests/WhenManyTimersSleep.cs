using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Queues;
using FallWorkflow.Persistence.Tests.Datenbanken;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Tests;

/// <summary>
/// What sleeps must cost nothing: claiming and looking for the next timer go by one index, in its order, however many rows lie
/// behind. The plans are read, since times on a busy machine prove little.
/// </summary>
public abstract class WhenManyTimersSleep<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string Index = "IX_Timer_ParkedAt_DueAt_Lfd";

    /// <summary>Sleeping timers, and as many parked ones that fell due long ago.</summary>
    private const int Anzahl = 50_000;

    [DatabaseFact]
    public async Task Claiming_goes_by_the_index_and_sorts_nothing()
    {
        await FillAsync();
        await using var context = Database.Context();

        (await ExplainAsync(context, QueueQueries.DueTimers(context, Jetzt, Jetzt, 50))).ShouldGoByIndex(Index);
    }

    [DatabaseFact]
    public async Task The_next_due_one_is_the_first_of_the_index()
    {
        await FillAsync();
        await using var context = Database.Context();

        (await ExplainAsync(context, QueueQueries.NextDue(context).Take(1))).ShouldGoByIndex(Index);
    }

    [DatabaseFact]
    public async Task A_claim_finds_the_due_ones_among_them()
    {
        await FillAsync();
        await InUnitOfWorkAsync(uow => uow.Engine.Add(Beispiele.Timer(Jetzt, "faellig")));

        (await Database.Get<ITimerQueue>().ClaimAsync(Jetzt, Jetzt, "w", TimeSpan.FromMinutes(1), 50)).Single().Id.ShouldBe("faellig");
    }

    protected abstract Task<string> ExplainAsync(DbContext context, IQueryable query);

    protected abstract string Zahlenreihe(int bis);

    private async Task FillAsync()
    {
        await using var context = Database.Context();
        var spalten = $"""
            INSERT INTO "Timer" ("Id", "InstanceId", "ExecutionId", "ActivityId", "Name", "DueAt", "Fence", "Attempts", "ParkedAt", "Lfd")
            """;
        var zeilen = $"FROM ({Zahlenreihe(Anzahl)}) AS reihe";
        var (schlaeft, war, seit) = (Jetzt.AddDays(30).UtcDateTime, Jetzt.AddDays(-30).UtcDateTime, Jetzt.UtcDateTime);
        await ExecuteAsync(context, spalten + " SELECT 's' || n, 'i', 'x', 'a', 'Frist', {0}, 0, 0, NULL, n " + zeilen, schlaeft);
        await ExecuteAsync(context, spalten + " SELECT 'p' || n, 'i', 'x', 'a', 'Frist', {0}, 0, 0, {1}, n " + zeilen, war, seit);
        await ExecuteAsync(context, """ANALYZE "Timer" """);
    }

    private static Task<int> ExecuteAsync(DbContext context, string sql, params object[] werte) => context.Database.ExecuteSqlRawAsync(sql, werte);
}

public sealed class WhenManyTimersSleepOnSqlite : WhenManyTimersSleep<OnSqlite>
{
    protected override Task<string> ExplainAsync(DbContext context, IQueryable query) => Plan.ReadAsync(context, "EXPLAIN QUERY PLAN ", query, 3);

    protected override string Zahlenreihe(int bis) =>
        $"WITH RECURSIVE z(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM z WHERE n < {bis}) SELECT n FROM z";
}

public sealed class WhenManyTimersSleepOnPostgreSql : WhenManyTimersSleep<OnPostgreSql>
{
    protected override Task<string> ExplainAsync(DbContext context, IQueryable query) => Plan.ReadAsync(context, "EXPLAIN ", query, 0);

    protected override string Zahlenreihe(int bis) => $"SELECT n FROM generate_series(1, {bis}) AS n";
}
