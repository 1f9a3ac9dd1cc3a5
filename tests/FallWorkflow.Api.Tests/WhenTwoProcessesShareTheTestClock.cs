using FallWorkflow.TestKit;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Api.Tests;

/// <summary>Two processes on one PostgreSQL database: one is told to move the clock, the other lives by it.</summary>
public sealed class WhenTwoProcessesShareTheTestClock : IAsyncLifetime
{
    private readonly string _name = $"fallworkflow_uhr_{Guid.NewGuid():N}";
    private FallWorkflowApp _erster = null!;
    private FallWorkflowApp _zweiter = null!;

    public async Task InitializeAsync()
    {
        var optionen = new Appoptionen { Provider = "PostgreSql", ConnectionString = await (await PostgresServer.Shared).CreateDatabaseAsync(_name) };
        _erster = await FallWorkflowApp.LaunchAsync(optionen);
        _zweiter = await FallWorkflowApp.LaunchAsync(optionen);
    }

    public async Task DisposeAsync()
    {
        await _erster.DisposeAsync();
        await _zweiter.DisposeAsync();
        await (await PostgresServer.Shared).DropDatabaseAsync(_name);
    }

    [Fact]
    public async Task What_one_moves_the_other_sees_and_each_timer_fires_once()
    {
        var fall = await Beispieldaten.AdmitAsync(_zweiter, Gemeinsam.Heute);
        await _erster.AdvanceToAsync(Gemeinsam.Heute.AddDays(28));

        (await _zweiter.TodayAsync()).ShouldBe(Gemeinsam.Heute.AddDays(28));
        var leitung = await _zweiter.SignInAsync(Testjobcenter.Teamleiterin);
        var ausgeloest = (await leitung.GetAsync($"/api/faelle/{fall}/journal")).EnumerateArray()
            .Where(z => z.GetProperty("art").GetString() == "TimerFired")
            .Select(z => $"{z.GetProperty("instanceId")} {z.GetProperty("activityId")} {z.GetProperty("daten")}").ToList();
        ausgeloest.ShouldNotBeEmpty();
        ausgeloest.ShouldBeUnique();
        (await leitung.GetAsync($"/api/faelle/{fall}")).GetProperty("aufgaben").EnumerateArray()
            .Count(a => a.GetProperty("titel").GetString()!.Contains("Kontakt", StringComparison.Ordinal)).ShouldBe(1);

        // What one records now carries the day that the other has set.
        var fallmanagerin = await _zweiter.SignInAsync(Testjobcenter.Fallmanagerin);
        await fallmanagerin.RecordAsync(fall, "KontaktGehalten", Gemeinsam.Heute.AddDays(28), Beispieldaten.Kontakt);
    }
}
