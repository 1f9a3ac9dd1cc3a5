using System.Net;
using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>A timer that ends the process, or whose burst always fails: parked with its reason, and the others go on.</summary>
[Collection(Broker.Sqlite)]
public sealed class WhenATimerIsPoisoned(Broker broker)
{
    private static readonly Appoptionen Optionen = new()
    {
        Workflows = Wecker.Folder(TimeSpan.FromMinutes(1), TimeSpan.FromDays(400)),
        Weitere = new Dictionary<string, string?> { ["Timers:Attempts"] = "2" },
    };

    [Fact]
    public async Task One_that_ends_the_process_is_parked_and_its_neighbour_fires()
    {
        await using var app = await Programm.LaunchAsync(Programm.Sqlite, broker, Optionen);
        var blick = new Datenbankblick(app);
        var heute = await app.TodayAsync();
        var vermittlerin = await app.SignInAsync(Testjobcenter.Vermittlerin);
        var giftig = await vermittlerin.OpenFallAsync(heute);
        var nachbar = await vermittlerin.OpenFallAsync(heute);
        await app.Process!.KillAsync();
        await blick.SetTestClockAsync(Domain.Kalender.Ortszeit.At(heute, new(9, 0)));

        var gift = new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = $"before-fire:{giftig:N}", ["FALLWORKFLOW_FAULTPOINT_ACTION"] = "kill" };
        var abstuerze = 0;
        while (true)
        {
            // It may die before it says that it runs.
            await app.RestartAsync(gift, bisBereit: false);
            var ende = app.Process.WaitForExitAsync(Programm.Geduld);
            var geparkt = Programm.UntilAsync(() => blick.GeparktAsync(), n => n == 1, "the timer is parked");
            if (await Task.WhenAny(ende, geparkt) == geparkt)
            {
                await geparkt;
                break;
            }

            (++abstuerze).ShouldBeLessThan(8);
        }

        // Once before anybody knew, then twice as counted attempts.
        abstuerze.ShouldBe(3);
        await Programm.UntilAsync(() => blick.VerlaufAsync("Erinnerung", nachbar), n => n == 1, "the neighbour has fired");
        (await blick.VerlaufAsync("Erinnerung", giftig)).ShouldBe(0);

        await app.RestartAsync();
        var leitung = await app.SignInAsync(Testjobcenter.Teamleiterin);
        var zeile = (await leitung.GetAsync("/api/zeitgeber/geparkt")).EnumerateArray().ShouldHaveSingleItem();
        zeile.GetProperty("fallId").GetGuid().ShouldBe(giftig);
        zeile.GetProperty("grund").GetString().ShouldBe("Das Programm ist 2-mal beendet worden, während es diesen Zeitgeber auslöste.");
        await ReplayAsync(leitung, zeile.GetProperty("id").GetString()!);
        await Programm.UntilAsync(() => blick.VerlaufAsync("Erinnerung", giftig), n => n == 1, "the replayed timer has fired");
        await blick.ShouldBeInOrderAsync();
    }

    [Fact]
    public async Task One_that_always_fails_is_parked_with_the_reason_and_fires_once_it_can()
    {
        await using var app = await Programm.LaunchAsync(Programm.Sqlite, broker, Optionen);
        var blick = new Datenbankblick(app);
        var heute = await app.TodayAsync();
        var vermittlerin = await app.SignInAsync(Testjobcenter.Vermittlerin);
        var krank = await vermittlerin.OpenFallAsync(heute);
        var nachbar = await vermittlerin.OpenFallAsync(heute);
        // Whatever fires in this Fall, the dates of its other timers are computed anew, and that fails.
        await blick.SetRuleAsync(krank, "Warten1", "{ kaputt");
        await app.AdvanceToAsync(Domain.Kalender.Ortszeit.At(heute, new(9, 0)));

        (await blick.VerlaufAsync("Erinnerung", nachbar)).ShouldBe(1);
        (await blick.VerlaufAsync("Erinnerung", krank)).ShouldBe(0);
        var leitung = await app.SignInAsync(Testjobcenter.Teamleiterin);
        var zeile = (await leitung.GetAsync("/api/zeitgeber/geparkt")).EnumerateArray().ShouldHaveSingleItem();
        (zeile.GetProperty("fallId").GetGuid(), zeile.GetProperty("activityId").GetString(), zeile.GetProperty("versuche").GetInt32()).ShouldBe((krank, "Warten0", 2));
        zeile.GetProperty("grund").GetString()!.ShouldStartWith("JsonException: ");
        var fremd = await app.SignInAsync(Testjobcenter.BerlinerTeamleiter);
        (await fremd.GetAsync("/api/zeitgeber/geparkt")).GetArrayLength().ShouldBe(0);
        (await fremd.PostAsync($"/api/zeitgeber/{zeile.GetProperty("id").GetString()}/wiederholen", new { })).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await blick.SetRuleAsync(krank, "Warten1", null);
        await ReplayAsync(leitung, zeile.GetProperty("id").GetString()!);
        await Programm.UntilAsync(() => blick.VerlaufAsync("Erinnerung", krank), n => n == 1, "the replayed timer has fired");
        await blick.ShouldBeInOrderAsync();
    }

    private static async Task ReplayAsync(Sitzung sitzung, string id) =>
        (await sitzung.PostAsync($"/api/zeitgeber/{id}/wiederholen", new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
}
