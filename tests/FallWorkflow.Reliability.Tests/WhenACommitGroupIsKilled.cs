using System.Net;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>
/// Many callers at once, each with a Fall of its own, so that their units of work share commits; SIGKILL while such a group
/// is being written. Each Fall is afterwards as it was before or as one that was left in peace, never in between.
/// </summary>
public abstract class WhenACommitGroupIsKilled(Laufend laufend)
{
    private const int Rufer = 24;

    private readonly FallWorkflowApp _app = laufend.App;

    [Theory]
    [InlineData("before-group-commit")]
    [InlineData("after-group-commit")]
    [InlineData(null)]
    public async Task Who_was_answered_is_in_nobody_half_and_repetitions_finish(string? punkt)
    {
        var blick = new Datenbankblick(_app);
        // On a new Werktag the restarted program has overviews to write, whose transactions are none of this test's.
        await _app.AdvanceToAsync(Arbeitskalender.For(Land.BY).NextWerktagOnOrAfter((await _app.TodayAsync()).AddDays(1)));
        var heute = await _app.TodayAsync();
        var vermittlerin = await _app.SignInAsync(Testjobcenter.Vermittlerin);
        var faelle = new List<Guid>();
        for (var n = 0; n <= Rufer; n++)
            faelle.Add(await vermittlerin.OpenFallAsync(heute));
        var anfrage = new { wirksamAm = heute, daten = new { fallmanagerId = Testjobcenter.Fallmanagerin } };
        var leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var vorher = await StateAsync(leitung, faelle[0]);
        await AcceptAsync(await _app.SignInAsync(Testjobcenter.Fallmanagerin), faelle[0]);
        var nachher = await StateAsync(leitung, faelle[0]);
        nachher.ShouldNotBe(vorher);
        faelle.RemoveAt(0);

        await _app.RestartAsync(punkt is null ? [] : new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = punkt });
        var fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        var rufe = faelle.ToDictionary(f => f, f => AcceptAsync(fallmanagerin, f));
        if (punkt is null)
        {
            await Task.WhenAny(rufe.Values);
            await _app.Process!.KillAsync();
        }
        else
        {
            await _app.KillAtAsync(punkt);
        }

        await Task.WhenAll(rufe.Values).ContinueWith(t => t.Exception, TaskScheduler.Default);
        var beantwortet = faelle.Where(f => rufe[f].IsCompletedSuccessfully).ToHashSet();

        await _app.RestartAsync();
        leitung = await _app.SignInAsync(Testjobcenter.Teamleiterin);
        var staende = new Dictionary<Guid, string>();
        foreach (var fall in faelle)
            staende[fall] = await StateAsync(leitung, fall);
        staende.Values.ShouldAllBe(s => s == vorher || s == nachher);
        beantwortet.ShouldAllBe(f => staende[f] == nachher);
        var geschrieben = staende.Values.Count(s => s == nachher);
        if (punkt == "before-group-commit")
            (Rufer - geschrieben).ShouldBeGreaterThanOrEqualTo(2, "the group is lost as a whole");
        if (punkt == "after-group-commit")
            (geschrieben - beantwortet.Count).ShouldBeGreaterThanOrEqualTo(2, "the group is there as a whole, and nobody in it was answered");

        fallmanagerin = await _app.SignInAsync(Testjobcenter.Fallmanagerin);
        await Task.WhenAll(faelle.Select(f => AcceptAsync(fallmanagerin, f)));
        foreach (var fall in faelle)
            (await StateAsync(leitung, fall)).ShouldBe(nachher);
        await blick.ShouldBeInOrderAsync();

        async Task AcceptAsync(Sitzung sitzung, Guid fall)
        {
            var antwort = await SendAsync();
            // On a crowded machine a new process may not get all its connections in time; a caller then repeats, as it is told.
            if (antwort.StatusCode == HttpStatusCode.ServiceUnavailable)
                antwort = await Programm.UntilAsync(SendAsync, a => a.StatusCode != HttpStatusCode.ServiceUnavailable, "the database is there");
            await Sitzung.ReadAsync(antwort);

            Task<HttpResponseMessage> SendAsync() => sitzung.PostAsync(
                $"/api/faelle/{fall}/eintraege/UebergabeAngenommen", anfrage, ("Idempotency-Key", $"annehmen-{fall}"));
        }
    }

    /// <summary>Akte, Verlauf, tasks and journal of a Fall, as far as they are alike in all that went the same way.</summary>
    private async Task<string> StateAsync(Sitzung leitung, Guid fall)
    {
        var blick = new Datenbankblick(_app);
        return string.Join(
            '\n',
            await ArtenAsync("akte", "art"), await ArtenAsync("verlauf", "art", "titel"), await ArtenAsync("journal", "art", "activityId"),
            await blick.AufgabenAsync(fall, "Offen"), await blick.AufgabenAsync(fall, "Erledigt"));

        async Task<string> ArtenAsync(string was, params string[] felder) => string.Join(
            ' ', (await leitung.GetAsync($"/api/faelle/{fall}/{was}")).EnumerateArray().Select(e => string.Join(':', felder.Select(f => $"{e.GetProperty(f)}"))));
    }
}

[Collection(Broker.Sqlite)]
public sealed class WhenACommitGroupIsKilledOnSqlite(LaufendAufSqlite laufend) : WhenACommitGroupIsKilled(laufend), IClassFixture<LaufendAufSqlite>;

[Collection(Broker.PostgreSql)]
public sealed class WhenACommitGroupIsKilledOnPostgreSql(LaufendAufPostgreSql laufend)
    : WhenACommitGroupIsKilled(laufend), IClassFixture<LaufendAufPostgreSql>;
