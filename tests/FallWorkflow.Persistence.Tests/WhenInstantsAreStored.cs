using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Tests.Datenbanken;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenInstantsAreStored<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [DatabaseFact]
    public async Task They_sort_and_compare_by_time_whatever_their_offset_and_fraction()
    {
        // Within one second, across a year's end, and 09:30+02:00, which is before 08:30Z.
        DateTimeOffset[] instants =
        [
            new(2026, 12, 31, 23, 59, 59, TimeSpan.Zero),
            new(2027, 3, 2, 9, 30, 0, TimeSpan.FromHours(2)),
            Jetzt.AddTicks(-10), Jetzt, Jetzt.AddTicks(10), Jetzt.AddMilliseconds(9), Jetzt.AddMilliseconds(10), Jetzt.AddMilliseconds(100),
            Jetzt.AddSeconds(1), Jetzt.AddHours(10), Jetzt.AddDays(180), new(9998, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ];
        await InUnitOfWorkAsync(uow =>
        {
            foreach (var (instant, n) in instants.Select((x, n) => (x, n)).Reverse())
                uow.Engine.Add(Beispiele.Timer(instant, $"t{n:D2}"));
        });

        await using var context = Database.Context();
        var timers = context.Set<WorkflowTimer>().AsNoTracking();
        (await timers.OrderBy(t => t.DueAt).Select(t => t.DueAt).ToListAsync()).ShouldBe(instants.Select(i => i.ToUniversalTime()));
        (await timers.OrderBy(t => t.DueAt).Select(t => t.Id).ToListAsync()).ShouldBe(instants.Select((_, n) => $"t{n:D2}"));
        for (var n = 0; n < instants.Length; n++)
        {
            var grenze = instants[n];
            (await timers.CountAsync(t => t.DueAt <= grenze)).ShouldBe(n + 1);
            (await timers.CountAsync(t => t.DueAt == grenze)).ShouldBe(1);
        }
    }

    [DatabaseFact]
    public async Task They_come_back_as_UTC_to_the_microsecond()
    {
        var genau = new DateTimeOffset(2027, 7, 1, 2, 0, 0, TimeSpan.FromHours(2)).AddTicks(1_234_567);
        await InUnitOfWorkAsync(uow => uow.Engine.Add(Beispiele.Timer(genau, "t")));

        await using var uow = Database.Begin();
        var gelesen = (await uow.Engine.FindTimerAsync("t"))!.DueAt;
        gelesen.Offset.ShouldBe(TimeSpan.Zero);
        gelesen.ShouldBe(genau.AddTicks(-7));
    }

    [DatabaseFact]
    public async Task Legal_dates_stay_days()
    {
        DateOnly[] tage = [new(1900, 1, 1), new(2027, 12, 31), new(2028, 2, 29), new(2150, 12, 31)];
        var fall = Guid.NewGuid();
        await InUnitOfWorkAsync(uow =>
        {
            foreach (var tag in tage.Reverse())
                uow.Add(Beispiele.Aufgabe(fall, tag));
        });

        await using var context = Database.Context();
        var aufgaben = context.Set<Application.Aufgaben.Aufgabe>().AsNoTracking();
        (await aufgaben.OrderBy(a => a.FaelligAm).Select(a => a.FaelligAm!.Value).ToListAsync()).ShouldBe(tage);
        var grenze = new DateOnly(2028, 2, 29);
        (await aufgaben.CountAsync(a => a.FaelligAm < grenze)).ShouldBe(2);
    }
}

public sealed class WhenInstantsAreStoredOnSqlite : WhenInstantsAreStored<OnSqlite>;

public sealed class WhenInstantsAreStoredOnPostgreSql : WhenInstantsAreStored<OnPostgreSql>;

public sealed class WhenInstantsAreStoredOnSqlServer : WhenInstantsAreStored<OnSqlServer>;
