using System.Net;
using System.Text.Json;
using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>What processes do by themselves is parked like a timer: with its reason, seen by <c>timers check</c>, and the others go on.</summary>
[Collection(Broker.Sqlite)]
public sealed class WhenATriggerOrRequestIsPoisoned(Broker broker)
{
    private static readonly DateTimeOffset Beginn = new(2027, 1, 11, 7, 0, 0, TimeSpan.Zero);

    private static readonly string Einmal = Nachtlauf.StartAt(Beginn.AddMinutes(5));

    [Fact]
    public async Task A_trigger_that_ends_the_process_is_parked_and_its_neighbour_starts()
    {
        await using var app = await LaunchAsync(null, new() { ["Timers:Attempts"] = "2" });
        var blick = new Datenbankblick(app);
        await app.Process!.KillAsync();
        await blick.SetTestClockAsync(Beginn.AddMinutes(6));

        var gift = new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = "before-fire:giftig", ["FALLWORKFLOW_FAULTPOINT_ACTION"] = "kill" };
        var abstuerze = 0;
        while (true)
        {
            // It may die before it says that it runs.
            await app.RestartAsync(gift, bisBereit: false);
            var ende = app.Process.WaitForExitAsync(Programm.Geduld);
            var geparkt = Programm.UntilAsync(blick.GeparkteAusloeserAsync, n => n == 1, "the trigger is parked");
            if (await Task.WhenAny(ende, geparkt) == geparkt)
            {
                await geparkt;
                break;
            }

            (++abstuerze).ShouldBeLessThan(8);
        }

        // Once before anybody knew, then twice as counted attempts.
        abstuerze.ShouldBe(3);
        await Programm.UntilAsync(() => blick.InstanzenAsync("gesund"), n => n == 1, "the neighbour has started");
        (await blick.InstanzenAsync("giftig")).ShouldBe(0);

        await app.RestartAsync();
        var gestalterin = await app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var zeile = (await gestalterin.GetAsync("/api/ausloeser/geparkt")).EnumerateArray().ShouldHaveSingleItem();
        (zeile.GetProperty("definitionId").GetString(), zeile.GetProperty("activityId").GetString(), zeile.GetProperty("versuche").GetInt32()).ShouldBe(("giftig", "T", 2));
        zeile.GetProperty("grund").GetString().ShouldBe("Das Programm ist 2-mal beendet worden, während es diesen Prozess startete.");
        (await CheckAsync(app)).ShouldBe(["Geparkt giftig"]);

        await ReplayAsync(gestalterin, "/api/ausloeser/giftig/T/wiederholen");
        await Programm.UntilAsync(() => blick.InstanzenAsync("giftig"), n => n == 1, "the replayed trigger has started its process");
        (await gestalterin.PostAsync("/api/ausloeser/giftig/T/wiederholen", new { })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await CheckAsync(app)).ShouldBeEmpty();
        await blick.ShouldBeInOrderAsync();
    }

    [Fact]
    public async Task A_trigger_that_always_fails_is_parked_with_the_reason_and_starts_once_it_can()
    {
        await using var app = await LaunchAsync(null, new() { ["Timers:Attempts"] = "2", ["Roles"] = "worker" });
        var blick = new Datenbankblick(app);
        await blick.ExecuteAsync("""UPDATE "Zeitausloeser" SET "Schedule" = 'kaputt' WHERE "DefinitionId" = 'giftig'""");
        await blick.SetTestClockAsync(Beginn.AddMinutes(6));

        await Programm.UntilAsync(() => blick.InstanzenAsync("gesund"), n => n == 1, "the neighbour has started");
        await Programm.UntilAsync(blick.GeparkteAusloeserAsync, n => n == 1, "the trigger is parked");
        (await blick.InstanzenAsync("giftig")).ShouldBe(0);
        await app.RestartAsync(new Dictionary<string, string> { ["Roles"] = "web,worker" });

        // The start has put right what does not agree with the published process, and that frees the trigger.
        await Programm.UntilAsync(() => blick.InstanzenAsync("giftig"), n => n == 1, "the mended trigger has started its process");
        (await CheckAsync(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_that_always_fails_is_parked_with_the_reason_and_sent_once_it_can()
    {
        await using var gegenstelle = await Gegenstelle.StartAsync();
        await using var app = await LaunchAsync(gegenstelle, new() { ["Timers:Attempts"] = "2", ["Roles"] = "web" });
        var blick = new Datenbankblick(app);
        await app.AdvanceToAsync(Beginn.AddMinutes(6));
        (await blick.AufrufeAsync()).ShouldBe(2);
        const string kaputt = "{ kaputt ";
        const string giftig = """WHERE "InstanceId" IN (SELECT "Id" FROM "WorkflowInstanzen" WHERE "DefinitionId" = 'giftig')""";
        await blick.ExecuteAsync($"""UPDATE "HttpAufrufe" SET "Request" = @kaputt || "Request" {giftig}""", ("kaputt", kaputt));

        await app.RestartAsync(new Dictionary<string, string> { ["Roles"] = "web,worker" });
        await Programm.UntilAsync(() => blick.InstanzenAsync("gesund", beendet: true), n => n == 1, "the neighbour has its answer");
        await Programm.UntilAsync(() => blick.AufrufeAsync(geparkt: true), n => n == 1, "the request is parked");
        gegenstelle.Schluessel.Count.ShouldBe(1);
        var gestalterin = await app.SignInAsync(Testjobcenter.Prozessgestalterin);
        var zeile = (await gestalterin.GetAsync("/api/aufrufe/geparkt")).EnumerateArray().ShouldHaveSingleItem();
        zeile.GetProperty("versuche").GetInt32().ShouldBe(2);
        zeile.GetProperty("grund").GetString()!.ShouldStartWith("JsonReaderException: ");
        (await CheckAsync(app)).ShouldBe([$"Geparkt {zeile.GetProperty("instanceId").GetString()}"]);
        // It belongs to no Fall, so it is no team lead's.
        var leitung = await app.SignInAsync(Testjobcenter.Teamleiterin);
        (await leitung.GetAsync("/api/aufrufe/geparkt")).GetArrayLength().ShouldBe(0);
        var wiederholen = $"/api/aufrufe/{zeile.GetProperty("id").GetString()}/wiederholen";
        (await leitung.PostAsync(wiederholen, new { })).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await blick.ExecuteAsync($"""UPDATE "HttpAufrufe" SET "Request" = substr("Request", {kaputt.Length + 1}) {giftig}""");
        await ReplayAsync(gestalterin, wiederholen);
        await Programm.UntilAsync(() => blick.InstanzenAsync("giftig", beendet: true), n => n == 1, "the replayed request has its answer");
        gegenstelle.Schluessel.Distinct().Count().ShouldBe(2);
        (await CheckAsync(app)).ShouldBeEmpty();
        await blick.ShouldBeInOrderAsync();
    }

    private Task<FallWorkflowApp> LaunchAsync(Gegenstelle? gegenstelle, Dictionary<string, string?> weitere) => Programm.LaunchAsync(Programm.Sqlite, broker, new Appoptionen
    {
        Beginn = Beginn,
        Workflows = Nachtlauf.Folder(gegenstelle?.Adresse, ("giftig", Einmal), ("gesund", Einmal)),
        Weitere = new Dictionary<string, string?>(weitere) { ["Http:AllowedHosts"] = gegenstelle?.Adresse.Authority },
    });

    /// <summary>"Kind Process" of each difference.</summary>
    private static async Task<IReadOnlyList<string>> CheckAsync(FallWorkflowApp app)
    {
        var (code, ausgabe) = await app.CheckTimersAsync("--format", "json");
        var abweichungen = JsonDocument.Parse(ausgabe[ausgabe.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("abweichungen").EnumerateArray()
            .Select(a => $"{a.GetProperty("art").GetString()} {a.GetProperty("instanceId").GetString()}").ToList();
        code.ShouldBe(abweichungen.Count == 0 ? 0 : 1);
        return abweichungen;
    }

    private static async Task ReplayAsync(Sitzung sitzung, string adresse) => (await sitzung.PostAsync(adresse, new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
}
