using System.Diagnostics;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>
/// Real time, with nodes whose clocks are wrong on purpose. Due instants are compared with this test's own clock, which is
/// also the database server's.
/// </summary>
public abstract class WhenClocksGoWrong
{
    /// <summary>Handovers of a weekend have to be confirmed.</summary>
    private protected static DateOnly Heute { get; } =
        Arbeitskalender.For(Land.BY).PreviousWerktagOnOrBefore(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date));

    private protected static Appoptionen Real(string ordner, string verstellung) => new()
    {
        Workflows = ordner,
        Weitere = new Dictionary<string, string?>
        {
            ["TestClock:Enabled"] = "false",
            ["TestClock:Offset"] = verstellung,
            ["Timers:LongestSleepSeconds"] = "1",
        },
    };

    private protected static async Task<TimeSpan> FiredAfterAsync(Datenbankblick blick, long bisher, Stopwatch uhr)
    {
        await Programm.UntilAsync(() => blick.VerlaufAsync("Erinnerung"), n => n > bisher, "the timer has fired");
        return uhr.Elapsed;
    }

    private protected static async Task PauseAsync(TimeSpan span)
    {
        using var takt = new PeriodicTimer(span);
        await takt.WaitForNextTickAsync();
    }
}

[Collection(Broker.PostgreSql)]
public sealed class WhenClocksGoWrongOnPostgreSql(Broker broker) : WhenClocksGoWrong
{
    private static readonly TimeSpan Wartezeit = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task Nodes_ten_minutes_apart_fire_once_and_never_early()
    {
        await using var nach = await Programm.LaunchAsync(Programm.PostgreSql, broker, Real(Wecker.Folder(Wartezeit), "-00:05:00"));
        await using var vor = await nach.JoinAsync(new Dictionary<string, string?> { ["TestClock:Offset"] = "00:05:00" });
        var blick = new Datenbankblick(nach);
        var bisher = 0;
        foreach (var knoten in (FallWorkflowApp[])[nach, vor])
        {
            var vermittlerin = await knoten.SignInAsync(Testjobcenter.Vermittlerin);
            var uhr = Stopwatch.StartNew();
            await vermittlerin.OpenFallAsync(Heute);
            (await FiredAfterAsync(blick, bisher, uhr)).ShouldBeGreaterThanOrEqualTo(Wartezeit);
            bisher++;
        }

        (await blick.ZuFruehAsync()).ShouldBe(0);
        (await blick.JournalAsync("TimerFired")).ShouldBe(2);
        nach.Process!.Output.ShouldContain("differs from the database server's");
        await blick.ShouldBeInOrderAsync();
    }

    [Fact]
    public async Task A_clock_that_jumps_changes_nothing_where_the_database_has_one()
    {
        var datei = Path.GetTempFileName();
        await using var app = await Programm.LaunchAsync(Programm.PostgreSql, broker, Real(Wecker.Folder(Wartezeit), $"@{datei}"));
        var blick = new Datenbankblick(app);
        var vermittlerin = await app.SignInAsync(Testjobcenter.Vermittlerin);
        var bisher = 0;
        foreach (var sprung in (string[])["-01:00:00", "3.00:00:00"])
        {
            var uhr = Stopwatch.StartNew();
            await vermittlerin.OpenFallAsync(Heute);
            await File.WriteAllTextAsync(datei, sprung);
            (await FiredAfterAsync(blick, bisher, uhr)).ShouldBeInRange(Wartezeit, Wartezeit + TimeSpan.FromSeconds(45), sprung);
            bisher++;
        }

        (await blick.ZuFruehAsync()).ShouldBe(0);
        (await blick.JournalAsync("TimerFired")).ShouldBe(2);
        await blick.ShouldBeInOrderAsync();
    }
}

[Collection(Broker.Sqlite)]
public sealed class WhenClocksGoWrongOnSqlite(Broker broker) : WhenClocksGoWrong
{
    /// <summary>The machine's clock is the only one there is: what it says counts, but it must not cost a timer or fire one twice.</summary>
    [Fact]
    public async Task Back_an_hour_is_late_and_forward_three_days_is_once()
    {
        var datei = Path.GetTempFileName();
        await using var app = await Programm.LaunchAsync(
            Programm.Sqlite, broker, Real(Wecker.Folder(TimeSpan.FromSeconds(10), TimeSpan.FromDays(1)), $"@{datei}"));
        var blick = new Datenbankblick(app);
        await (await app.SignInAsync(Testjobcenter.Vermittlerin)).OpenFallAsync(Heute);

        await File.WriteAllTextAsync(datei, "-01:00:00");
        await PauseAsync(TimeSpan.FromSeconds(14));
        (await blick.VerlaufAsync("Erinnerung")).ShouldBe(0, "by the only clock there is, it is not time yet");
        await File.WriteAllTextAsync(datei, "3.00:00:00");
        await Programm.UntilAsync(() => blick.VerlaufAsync("Erinnerung"), n => n == 2, "both timers have fired");
        await File.WriteAllTextAsync(datei, "00:00:00");
        await app.Process!.KillAsync();
        await app.RestartAsync();
        await PauseAsync(TimeSpan.FromSeconds(4));

        (await blick.VerlaufAsync("Erinnerung")).ShouldBe(2);
        (await blick.JournalAsync("TimerFired")).ShouldBe(2);
        (await blick.ZuFruehAsync()).ShouldBe(0);
        await blick.ShouldBeInOrderAsync();
    }
}
