using FallWorkflow.Domain.Kalender;
using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>
/// SIGKILL at the named points of a burst and of the outbox relay; afterwards the program starts again, and whoever got no
/// answer repeats the request with the same key.
/// </summary>
public abstract class WhenTheProcessIsKilled(Broker broker, Laufend laufend)
{
    private const string Partnerhaus = Testjobcenter.Suchthilfe;

    private readonly FallWorkflowApp _app = laufend.App;
    private readonly string _schluessel = Guid.NewGuid().ToString();

    private Datenbankblick Blick => new(_app);

    [Theory]
    [InlineData("before-commit")]
    [InlineData("after-commit")]
    public async Task A_handover_opens_one_Fall_with_one_task(string punkt)
    {
        // On a new Werktag the restarted program has overviews to write, whose transactions are none of this test's.
        await _app.AdvanceToAsync(Arbeitskalender.For(Land.BY).NextWerktagOnOrAfter((await _app.TodayAsync()).AddDays(1)));
        var heute = await _app.TodayAsync();
        var bisher = await Blick.FaelleAsync();
        await _app.RestartAtAsync(punkt);
        var anfrage = new { wirksamAm = heute, daten = Beispieldaten.Uebergabe };
        var unterbrochen = (await _app.SignInAsync(Testjobcenter.Vermittlerin)).PostAsync("/api/uebergaben", anfrage, ("Idempotency-Key", _schluessel));
        await _app.KillAtAsync(punkt);
        await Should.ThrowAsync<HttpRequestException>(unterbrochen);
        (await Blick.FaelleAsync()).ShouldBe(bisher + (punkt == "before-commit" ? 0 : 1));

        await _app.RestartAsync();
        var wiederholt = await (await _app.SignInAsync(Testjobcenter.Vermittlerin)).PostAsync("/api/uebergaben", anfrage, ("Idempotency-Key", _schluessel));
        var fall = (await Sitzung.ReadAsync(wiederholt)).GetProperty("fallId").GetGuid();
        (await Blick.FaelleAsync()).ShouldBe(bisher + 1);
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        (await leitung.AkteAsync(fall, "Uebergeben")).Count.ShouldBe(1);
        (await leitung.VerlaufAsync(fall, "AufgabeErstellt")).Count.ShouldBe(1);
        await Blick.ShouldBeInOrderAsync();
    }

    [Theory]
    [InlineData("before-commit", 1)]
    [InlineData("after-commit", 1)]
    [InlineData("after-publish", 2)]
    public async Task A_referral_reaches_the_partner_and_has_its_effect_once(string punkt, int unterwegs)
    {
        await Partner.DrainAsync(broker, Partnerhaus);
        var heute = await _app.TodayAsync();
        var fall = await Beispieldaten.AdmitAsync(_app, heute);
        await Blick.ShouldBeInOrderAsync();
        await _app.RestartAtAsync(punkt);
        var zuweisung = $"{_app.Provider}-{punkt}".ToLowerInvariant();
        var anfrage = new { wirksamAm = heute, daten = Beispieldaten.Zuweisung(zuweisung, Partnerhaus, "Name", "Anliegen") };
        var adresse = $"/api/faelle/{fall}/eintraege/ZuweisungVereinbart";
        var unterbrochen = (await _app.SignInAsync(Testjobcenter.Fallmanagerin)).PostAsync(adresse, anfrage, ("Idempotency-Key", _schluessel));
        await _app.KillAtAsync(punkt);
        // Before and after the commit nobody has answered yet; the relay works while the answer is under way.
        if (punkt == "after-publish")
            await unterbrochen.ContinueWith(t => t.Exception, TaskScheduler.Default);
        else
            await Should.ThrowAsync<HttpRequestException>(unterbrochen);
        (await Blick.NachrichtenAsync(fall)).ShouldBe(punkt == "before-commit" ? 0 : 1);
        (await Blick.UngesendetAsync()).ShouldBe(punkt == "before-commit" ? 0 : 1);

        await _app.RestartAsync();
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        (await fallmanagerin.PostAsync(adresse, anfrage, ("Idempotency-Key", _schluessel))).EnsureSuccessStatusCode();
        (await fallmanagerin.AkteAsync(fall, "ZuweisungVereinbart")).Count.ShouldBe(1);
        (await Blick.NachrichtenAsync(fall)).ShouldBe(1);
        await Blick.ShouldBeInOrderAsync();

        // Published twice where the mark was lost, and recognised by its id; everywhere else published once.
        await using var partner = Partner.Start(broker, Partnerhaus);
        await partner.WaitForLineAsync(z => z == (unterwegs == 1 ? $"Gesendet zu {zuweisung}: Angenommen" : "ZuweisungErteilt: schon bearbeitet, nichts zu tun."), Programm.Geduld);
        await Programm.UntilAsync(() => fallmanagerin.AkteAsync(fall, "ZuweisungAngenommen"), e => e.Count > 0, "the partner's answer has arrived");
        (await partner.StopAsync(Programm.Geduld)).ShouldBeTrue();
        Count(partner.Output, "Neue Zuweisung").ShouldBe(1);
        Count(partner.Output, "schon bearbeitet").ShouldBe(unterwegs - 1);
        (await Partner.DrainAsync(broker, Partnerhaus)).ShouldBeEmpty();
        (await fallmanagerin.AkteAsync(fall, "ZuweisungAngenommen")).Count.ShouldBe(1);
        await Blick.ShouldBeInOrderAsync();
    }

    [Theory]
    [InlineData("before-commit")]
    [InlineData("after-commit")]
    public async Task A_timer_that_was_firing_makes_one_task(string punkt)
    {
        var heute = await _app.TodayAsync();
        var fall = await Beispieldaten.AdmitAsync(_app, heute);
        var kontakt = Arbeitskalender.For(Land.BY).NextWerktagOnOrAfter(heute.AddDays(28));
        await _app.AdvanceToAsync(kontakt.AddDays(-1));
        await _app.RestartAtAsync(punkt);
        // Whichever Fall's timer stands at the point: none of those that fire that morning may be lost or come twice.
        var unterbrochen = (await _app.SignInAsync(Testjobcenter.Teamleiterin)).PostAsync("/api/testuhr", new { bis = Ortszeit.At(kontakt, new(8, 0)) });
        await _app.KillAtAsync(punkt);
        await Should.ThrowAsync<HttpRequestException>(unterbrochen);

        await _app.RestartAsync();
        await _app.AdvanceToAsync(kontakt);
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        (await fallmanagerin.VerlaufAsync(fall, "AufgabeErstellt")).Where(z => z.Contains("Kontakt", StringComparison.Ordinal)).ShouldBe([$"{kontakt:yyyy-MM-dd} Kontakt führen"]);
        var journal = (await fallmanagerin.GetAsync($"/api/faelle/{fall}/journal")).EnumerateArray().ToList();
        journal.Count(z => z.GetProperty("art").GetString() == "TimerFired" && z.GetProperty("activityId").GetString() == "KontaktfensterAbwarten").ShouldBe(1);
        await Blick.ShouldBeInOrderAsync();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}

[Collection(Broker.Sqlite)]
public sealed class WhenTheProcessIsKilledOnSqlite(Broker broker, LaufendAufSqlite laufend)
    : WhenTheProcessIsKilled(broker, laufend), IClassFixture<LaufendAufSqlite>;

[Collection(Broker.PostgreSql)]
public sealed class WhenTheProcessIsKilledOnPostgreSql(Broker broker, LaufendAufPostgreSql laufend)
    : WhenTheProcessIsKilled(broker, laufend), IClassFixture<LaufendAufPostgreSql>;
