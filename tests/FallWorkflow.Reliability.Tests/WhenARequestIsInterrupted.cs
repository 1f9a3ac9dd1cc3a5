using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>
/// SIGKILL around a request of a process: it may arrive more than once, always with the same key, and its answer counts once.
/// </summary>
public abstract class WhenARequestIsInterrupted(Broker broker, string provider)
{
    private static readonly DateTimeOffset Beginn = new(2027, 1, 11, 7, 0, 0, TimeSpan.Zero);

    /// <summary>The first commit of the process is its start, the second one holds the answer.</summary>
    [Theory]
    [InlineData("before-answer", 0, 2)]
    [InlineData("after-commit", 0, 1)]
    [InlineData("after-commit", 1, 1)]
    public async Task It_is_sent_again_with_its_key_unless_the_answer_is_stored(string punkt, int vorher, int gesendet)
    {
        await using var gegenstelle = await Gegenstelle.StartAsync();
        await using var app = await Programm.LaunchAsync(provider, broker, new Appoptionen
        {
            Beginn = Beginn,
            Workflows = Nachtlauf.Folder(gegenstelle.Adresse, ("anfrage", Nachtlauf.StartAt(Beginn.AddMinutes(5)))),
            Weitere = new Dictionary<string, string?> { ["Http:AllowedHosts"] = gegenstelle.Adresse.Authority, ["Http:TimeoutSeconds"] = "10" },
        });
        var blick = new Datenbankblick(app);
        await app.RestartAsync(new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = punkt, ["FALLWORKFLOW_FAULTPOINT_SKIP"] = $"{vorher}" });
        await blick.SetTestClockAsync(Beginn.AddMinutes(6));
        await app.KillAtAsync(punkt);
        var istBeantwortet = vorher == 1;
        (await blick.InstanzenAsync("anfrage")).ShouldBe(1);
        (await blick.InstanzenAsync("anfrage", beendet: true)).ShouldBe(istBeantwortet ? 1 : 0);
        (await blick.AufrufeAsync()).ShouldBe(istBeantwortet ? 0 : 1);

        await app.RestartAsync();
        await Programm.UntilAsync(() => blick.InstanzenAsync("anfrage", beendet: true), n => n == 1, "the process has its answer");
        (await blick.AufrufeAsync()).ShouldBe(0);
        gegenstelle.Schluessel.Count.ShouldBe(gesendet);
        gegenstelle.Schluessel.Distinct().Count().ShouldBe(1);
        (await blick.JournalAsync("StimulusReceived")).ShouldBe(1);
        (await blick.InstanzenAsync("anfrage")).ShouldBe(1);
        await blick.ShouldBeInOrderAsync();
    }
}

[Collection(Broker.Sqlite)]
public sealed class WhenARequestIsInterruptedOnSqlite(Broker broker) : WhenARequestIsInterrupted(broker, Programm.Sqlite);

[Collection(Broker.PostgreSql)]
public sealed class WhenARequestIsInterruptedOnPostgreSql(Broker broker) : WhenARequestIsInterrupted(broker, Programm.PostgreSql);
