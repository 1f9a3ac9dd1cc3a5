using FallWorkflow.Service.Zeitgeber;
using FallWorkflow.Service.Zusammenbau;
using Microsoft.Extensions.Configuration;

namespace FallWorkflow.Api.Tests;

public sealed class WhenTheWorkerSleeps
{
    private static readonly DateTimeOffset Jetzt = new(2027, 1, 11, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(180 * 24 * 60, 60)]
    [InlineData(90, 60)]
    [InlineData(59, 59)]
    [InlineData(null, 60)]
    public void It_waits_for_the_next_timer_and_never_longer_than_an_hour(int? minuten, int erwartet) =>
        TimerWorker.SleepUntil(minuten is { } m ? Jetzt.AddMinutes(m) : null, Jetzt, Read("3600").LaengsterSchlaf).ShouldBe(TimeSpan.FromMinutes(erwartet));

    [Fact]
    public void It_looks_again_soon_at_what_is_due_and_held_by_somebody() =>
        TimerWorker.SleepUntil(Jetzt.AddDays(-1), Jetzt, TimeSpan.FromHours(1)).ShouldBe(TimeSpan.FromSeconds(1));

    [Fact]
    public void A_longer_sleep_cannot_be_set() =>
        Should.Throw<StartfehlerException>(() => Read("3601")).Message.ShouldContain("Timers:LongestSleepSeconds");

    [Theory]
    // Nothing is left to catch up with.
    [InlineData(49, 1000, true, 0, 50, 0)]
    // Half of the time for those who work now.
    [InlineData(50, 400, true, 0, 50, 400)]
    [InlineData(50, 400, true, 0, 75, 1200)]
    [InlineData(50, 400, false, 0, 75, 0)]
    // Ten a second: 50 take 5 s, of which 0.4 are over.
    [InlineData(50, 400, false, 10, 50, 4600)]
    [InlineData(50, 60_000, true, 0, 50, 10_000)]
    public void Catching_up_leaves_room_and_keeps_the_pace(int beansprucht, int dauer, bool vordergrund, int jeSekunde, int anteil, int pause) =>
        Nachholbremse.PauseAfter(
            beansprucht, TimeSpan.FromMilliseconds(dauer), vordergrund,
            new Einstellungen { NachholenJeSekunde = jeSekunde, Vordergrundanteil = anteil }).ShouldBe(TimeSpan.FromMilliseconds(pause));

    [Fact]
    public void A_wrong_clock_is_put_right_by_the_database_and_is_never_ahead_of_it()
    {
        var knoten = new VerstellteUhr("00:05:00", TimeProvider.System);
        var uhr = new Datenbankuhr(knoten);
        (uhr.GetUtcNow() - TimeProvider.System.GetUtcNow()).ShouldBeGreaterThan(TimeSpan.FromMinutes(4.9));

        var voraus = uhr.Set(TimeProvider.System.GetUtcNow());

        voraus.ShouldBeInRange(TimeSpan.FromMinutes(4.9), TimeSpan.FromMinutes(5.1));
        var danach = uhr.GetUtcNow();
        danach.ShouldBeLessThanOrEqualTo(TimeProvider.System.GetUtcNow());
    }

    private static Einstellungen Read(string schlaf) => Einstellungen.Read(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Timers:LongestSleepSeconds"] = schlaf }).Build());
}
