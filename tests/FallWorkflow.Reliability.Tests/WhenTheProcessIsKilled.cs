using System.Text.Json;
using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>
/// SIGKILL at the named points of a burst and of the outbox relay; afterwards the program starts again, and whoever got no
/// answer repeats the request with the same key.
/// </summary>
[Collection(Broker.Name)]
public abstract class WhenTheProcessIsKilled(Broker broker, string provider) : IAsyncLifetime
{
    private const string Partnerhaus = Testjobcenter.Suchthilfe;

    private static readonly DateOnly Beginn = new(2027, 1, 11);

    private FallWorkflowApp _app = null!;

    private Datenbankblick Blick => new(_app);

    public async Task InitializeAsync()
    {
        await Partner.DrainAsync(broker, Partnerhaus);
        _app = await Programm.LaunchAsync(provider, broker);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("before-commit")]
    [InlineData("after-commit")]
    public async Task A_handover_opens_one_Fall_with_one_task(string punkt)
    {
        await _app.RestartAtAsync(punkt);
        var anfrage = new { wirksamAm = Beginn, daten = Beispieldaten.Uebergabe };
        var unterbrochen = (await _app.SignInAsync(Testjobcenter.Vermittlerin)).PostAsync("/api/uebergaben", anfrage, ("Idempotency-Key", "uebergabe"));
        await _app.KillAtAsync(punkt);
        await Should.ThrowAsync<HttpRequestException>(unterbrochen);
        (await Blick.FaelleAsync()).ShouldBe(punkt == "before-commit" ? 0 : 1);

        await _app.RestartAsync();
        var wiederholt = await (await _app.SignInAsync(Testjobcenter.Vermittlerin)).PostAsync("/api/uebergaben", anfrage, ("Idempotency-Key", "uebergabe"));
        var fall = (await Sitzung.ReadAsync(wiederholt)).GetProperty("fallId").GetGuid();
        (await Blick.FaelleAsync()).ShouldBe(1);
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
        var fall = await Beispieldaten.AdmitAsync(_app, Beginn);
        await Blick.ShouldBeInOrderAsync();
        await _app.RestartAtAsync(punkt);
        var zuweisung = $"{provider}-{punkt}".ToLowerInvariant();
        var anfrage = new { wirksamAm = Beginn, daten = Beispieldaten.Zuweisung(zuweisung, Partnerhaus, "Name", "Anliegen") };
        var adresse = $"/api/faelle/{fall}/eintraege/ZuweisungVereinbart";
        var unterbrochen = (await _app.SignInAsync(Testjobcenter.Fallmanagerin)).PostAsync(adresse, anfrage, ("Idempotency-Key", "zuweisung"));
        await _app.KillAtAsync(punkt);
        // Before and after the commit nobody has answered yet; the relay works while the answer is under way.
        if (punkt == "after-publish")
            await unterbrochen.ContinueWith(t => t.Exception, TaskScheduler.Default);
        else
            await Should.ThrowAsync<HttpRequestException>(unterbrochen);
        (await Blick.NachrichtenAsync("ZuweisungErteilt")).ShouldBe(punkt == "before-commit" ? 0 : 1);
        (await Blick.UngesendetAsync()).ShouldBe(punkt == "before-commit" ? 0 : 1);

        await _app.RestartAsync();
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        (await fallmanagerin.PostAsync(adresse, anfrage, ("Idempotency-Key", "zuweisung"))).EnsureSuccessStatusCode();
        (await fallmanagerin.AkteAsync(fall, "ZuweisungVereinbart")).Count.ShouldBe(1);
        (await Blick.NachrichtenAsync("ZuweisungErteilt")).ShouldBe(1);
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
        var fall = await Beispieldaten.AdmitAsync(_app, Beginn);
        await _app.RestartAtAsync(punkt);
        // Four weeks after the admission the contact task appears, and nothing else happens before.
        var unterbrochen = (await _app.SignInAsync(Testjobcenter.Teamleiterin)).PostAsync("/api/testuhr", new { bis = new DateTimeOffset(2027, 2, 8, 7, 0, 0, TimeSpan.Zero) });
        await _app.KillAtAsync(punkt);
        await Should.ThrowAsync<HttpRequestException>(unterbrochen);

        await _app.RestartAsync();
        await _app.AdvanceToAsync(new DateOnly(2027, 2, 8));
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        (await fallmanagerin.VerlaufAsync(fall, "AufgabeErstellt")).Where(z => z.Contains("Kontakt", StringComparison.Ordinal)).ShouldBe(["2027-02-08 Kontakt führen"]);
        (await fallmanagerin.GetAsync("/api/aufgaben")).EnumerateArray().Count(IsKontakt).ShouldBe(1);
        var journal = (await fallmanagerin.GetAsync($"/api/faelle/{fall}/journal")).EnumerateArray().ToList();
        journal.Count(z => z.GetProperty("art").GetString() == "TimerFired" && z.GetProperty("activityId").GetString() == "KontaktfensterAbwarten").ShouldBe(1);
        await Blick.ShouldBeInOrderAsync();
    }

    private static bool IsKontakt(JsonElement aufgabe) => aufgabe.GetProperty("titel").GetString()!.Contains("Kontakt", StringComparison.Ordinal);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}

public sealed class WhenTheProcessIsKilledOnSqlite(Broker broker) : WhenTheProcessIsKilled(broker, Programm.Sqlite);

public sealed class WhenTheProcessIsKilledOnPostgreSql(Broker broker) : WhenTheProcessIsKilled(broker, Programm.PostgreSql);
