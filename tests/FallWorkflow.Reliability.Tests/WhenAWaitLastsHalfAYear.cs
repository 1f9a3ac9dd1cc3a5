using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>A wait is a row: no process has to live as long as it does.</summary>
[Collection(Broker.Sqlite)]
public sealed class WhenAWaitLastsHalfAYear(Broker broker)
{
    private static readonly DateOnly Beginn = new(2027, 3, 15);

    [Fact]
    public async Task It_outlives_restarts_follows_a_pause_and_fires_once()
    {
        await using var app = await Programm.LaunchAsync(Programm.Sqlite, broker, new Appoptionen { Beginn = new(2027, 3, 15, 7, 0, 0, TimeSpan.Zero) });
        var fall = await Beispieldaten.AdmitAsync(app, Beginn);
        await (await app.SignInAsync(Testjobcenter.Fallmanagerin)).RecordAsync(fall, "PlanVereinbart", Beginn, new
        {
            beteiligte = new[] { "Klientin", "Fallmanagement" },
            schritte = new[] { new { bezeichnung = "Unterlagen ordnen", verantwortlich = "Klient", thema = "Finanzen" } },
            artDerUeberpruefung = "Gespräch",
        });

        var neustarts = 0;
        await KillAndGoToAsync(new(2027, 5, 3));
        // 19 days in hospital, both ends count: the review of 15 September becomes 4 October, its reminder 20 September.
        await (await app.SignInAsync(Testjobcenter.Fallmanagerin)).RecordAsync(
            fall, "PauseBegonnen", new(2027, 5, 3), new { pauseId = "klinik", von = "2027-05-03", bis = "2027-05-21", grund = "Krankenhaus" });
        for (var tag = new DateOnly(2027, 5, 10); tag < new DateOnly(2027, 9, 13); tag = tag.AddDays(Umfang.Of(8, 60)))
            await KillAndGoToAsync(tag);
        await KillAndGoToAsync(new(2027, 9, 19));
        (await ErinnerungenAsync()).ShouldBeEmpty();
        await app.AdvanceToAsync(new DateOnly(2027, 9, 20));
        (await ErinnerungenAsync()).ShouldBe(["2027-09-20 Überprüfung des Kooperationsplans steht an"]);

        await KillAndGoToAsync(new(2027, 10, 3));
        (await UeberpruefungenAsync()).ShouldBeEmpty();
        await app.AdvanceToAsync(new DateOnly(2027, 10, 4));
        (await UeberpruefungenAsync()).ShouldBe(["2027-10-04 Überprüfung des Kooperationsplans"]);
        await KillAndGoToAsync(new(2027, 10, 11));
        neustarts.ShouldBeGreaterThanOrEqualTo(Umfang.Of(20, 6));
        (await UeberpruefungenAsync()).ShouldBe(["2027-10-04 Überprüfung des Kooperationsplans"]);
        (await ErinnerungenAsync()).Count.ShouldBe(1);

        var leitung = await app.SignInAsync(Testjobcenter.Teamleiterin);
        var journal = (await leitung.GetAsync($"/api/faelle/{fall}/journal")).EnumerateArray()
            .Where(z => z.GetProperty("activityId").GetString() == "ErinnerungAbwarten").Select(z => z.GetProperty("art").GetString()).ToList();
        journal.ShouldBe(["TimerArmed", "TimerMoved", "TimerFired"]);
        await new Datenbankblick(app).ShouldBeInOrderAsync();

        async Task KillAndGoToAsync(DateOnly tag)
        {
            await app.Process!.KillAsync();
            await app.RestartAsync();
            neustarts++;
            await app.AdvanceToAsync(tag);
        }

        async Task<IReadOnlyList<string>> ErinnerungenAsync() =>
            [.. (await (await app.SignInAsync(Testjobcenter.Teamleiterin)).VerlaufAsync(fall, "Erinnerung")).Where(z => z.Contains("Überprüfung", StringComparison.Ordinal))];

        async Task<IReadOnlyList<string>> UeberpruefungenAsync() =>
            [.. (await (await app.SignInAsync(Testjobcenter.Teamleiterin)).VerlaufAsync(fall, "AufgabeErstellt")).Where(z => z.Contains("Überprüfung", StringComparison.Ordinal))];
    }
}
