using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>Several processes on one PostgreSQL; every timer is fired by one of them.</summary>
[Collection(Broker.PostgreSql)]
public sealed class WhenNodesRaceForATimer(Broker broker)
{
    private static readonly Dictionary<string, string?> NurWeb = new() { ["Roles"] = "web" };

    private static readonly Dictionary<string, string?> NurWorker = new() { ["Roles"] = "worker", ["Timers:BatchSize"] = "1" };

    [Fact]
    public async Task Each_of_many_rounds_has_one_winner()
    {
        var runden = Umfang.Of(200, 40);
        const int jeFall = 20;
        await using var web = await Programm.LaunchAsync(Programm.PostgreSql, broker, new Appoptionen
        {
            Workflows = Wecker.Folder([.. Enumerable.Repeat(TimeSpan.FromMinutes(1), jeFall)]),
            Weitere = NurWeb,
        });
        var heute = await web.TodayAsync();
        var vermittlerin = await web.SignInAsync(Testjobcenter.Vermittlerin);
        for (var n = 0; n < runden / jeFall; n++)
            await vermittlerin.OpenFallAsync(heute);
        var blick = new Datenbankblick(web);
        (await blick.ZeitgeberAsync()).ShouldBe(runden);

        var schranke = new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = "before-claim", ["FALLWORKFLOW_FAULTPOINT_ACTION"] = "gate" };
        await using var eins = await web.JoinAsync(NurWorker, schranke);
        await using var zwei = await web.JoinAsync(NurWorker, schranke);
        await blick.SetTestClockAsync(Domain.Kalender.Ortszeit.At(heute, new(9, 0)));

        // Both have read the same first free timer when they stand at the gate; then it is opened for both.
        var gemeinsam = 0;
        for (var runde = 1; await blick.ZeitgeberAsync() > 0; runde++)
        {
            var beide = await Task.WhenAll(AtGateAsync(eins, runde), AtGateAsync(zwei, runde));
            gemeinsam += beide.All(b => b) ? 1 : 0;
            await Task.WhenAll(eins.Process!.SayAsync("go"), zwei.Process!.SayAsync("go"));
        }

        gemeinsam.ShouldBeGreaterThanOrEqualTo(runden - 2, "rounds in which both stood at the gate");
        (await blick.JournalAsync("TimerFired")).ShouldBe(runden);
        (await blick.DoppeltAusgeloestAsync()).ShouldBe(0);
        (await blick.VerlaufAsync("Erinnerung")).ShouldBe(runden);
        await blick.ShouldBeInOrderAsync();

        // Where no timer is left there is nothing to claim, and so no gate to come to.
        async Task<bool> AtGateAsync(FallWorkflowApp knoten, int runde)
        {
            using var takt = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (!knoten.Process!.Output.Contains($"AT before-claim #{runde}\n", StringComparison.Ordinal))
            {
                knoten.Process.HasExited.ShouldBeFalse(knoten.Process.Output);
                if (await blick.ZeitgeberAsync() == 0)
                    return false;
                await takt.WaitForNextTickAsync();
            }

            return true;
        }
    }

    [Fact]
    public async Task One_that_froze_beyond_its_lease_finds_its_write_fenced_off()
    {
        await using var web = await Programm.LaunchAsync(Programm.PostgreSql, broker, new Appoptionen
        {
            Workflows = Wecker.Folder(TimeSpan.FromMinutes(1)),
            Weitere = NurWeb,
        });
        var heute = await web.TodayAsync();
        await (await web.SignInAsync(Testjobcenter.Vermittlerin)).OpenFallAsync(heute);
        var blick = new Datenbankblick(web);
        await using var zombie = await web.JoinAsync(
            NurWorker, new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = "before-store", ["FALLWORKFLOW_FAULTPOINT_ACTION"] = "gate" });
        await blick.SetTestClockAsync(Domain.Kalender.Ortszeit.At(heute, new(9, 0)));

        // It has claimed the timer, run the burst, and is about to write what came of it.
        await zombie.Process!.WaitForLineAsync(z => z == "AT before-store #1", Programm.Geduld);
        zombie.Process.Freeze();
        await using var nachfolger = await web.JoinAsync(NurWorker);
        await Programm.UntilAsync(() => blick.VerlaufAsync("Erinnerung"), n => n == 1, "the other node has fired the timer");

        zombie.Process.Thaw();
        for (var n = 0; n < 20; n++)
            await zombie.Process.SayAsync("go");
        await zombie.Process.WaitForLineAsync(z => z == "PASSED before-store #1", Programm.Geduld);
        // It stops in order, so it has come to the end of what it was doing.
        (await zombie.Process.StopAsync(Programm.Geduld)).ShouldBeTrue();
        (await blick.VerlaufAsync("Erinnerung")).ShouldBe(1);
        (await blick.JournalAsync("TimerFired")).ShouldBe(1);
        await blick.ShouldBeInOrderAsync();
    }

    [Fact]
    public async Task Ready_says_what_a_node_is_there_for()
    {
        await using var web = await Programm.LaunchAsync(Programm.PostgreSql, broker, new Appoptionen { Weitere = NurWeb });
        await using var worker = await web.JoinAsync(NurWorker);

        (await RollenAsync(web)).ShouldBe(["web"]);
        (await RollenAsync(worker)).ShouldBe(["worker"]);

        static async Task<IReadOnlyList<string?>> RollenAsync(FallWorkflowApp knoten) =>
            [.. (await knoten.Nobody().GetAsync("/health/ready")).GetProperty("rollen").EnumerateArray().Select(r => r.GetString())];
    }
}
