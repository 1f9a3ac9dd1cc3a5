using FallWorkflow.Reliability.Tests.Umgebung;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.Reliability.Tests;

/// <summary>Several processes on one PostgreSQL; every occurrence of a trigger starts one instance.</summary>
[Collection(Broker.PostgreSql)]
public sealed class WhenNodesRaceForATrigger(Broker broker)
{
    private static readonly DateTimeOffset Beginn = new(2027, 1, 11, 7, 0, 0, TimeSpan.Zero);

    private static readonly string[] Wiederkehrend = ["cron", "timer"];

    private static readonly Dictionary<string, string?> NurWeb = new() { ["Roles"] = "web" };

    private static readonly Dictionary<string, string?> NurWorker = new() { ["Roles"] = "worker" };

    private Task<FallWorkflowApp> LaunchAsync() => Programm.LaunchAsync(Programm.PostgreSql, broker, new Appoptionen
    {
        Beginn = Beginn,
        Workflows = Nachtlauf.Folder(
            ("cron", Nachtlauf.Cron("0 * * * * *")), ("timer", Nachtlauf.Timer(TimeSpan.FromMinutes(1))), ("einmal", Nachtlauf.StartAt(Beginn.AddMinutes(2)))),
        Weitere = NurWeb,
    });

    [Fact]
    public async Task Each_of_many_rounds_has_one_winner()
    {
        await using var web = await LaunchAsync();
        var blick = new Datenbankblick(web);
        var schranke = new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = "before-trigger-claim", ["FALLWORKFLOW_FAULTPOINT_ACTION"] = "gate" };
        await using var eins = await web.JoinAsync(NurWorker, schranke);
        await using var zwei = await web.JoinAsync(NurWorker, schranke);

        var runden = Umfang.Of(100, 20);
        for (var runde = 1; runde <= runden; runde++)
        {
            // Both have read the same due triggers when they stand at the gate; then it is opened for both.
            await blick.SetTestClockAsync(Beginn.AddMinutes(runde));
            await Task.WhenAll(new[] { eins, zwei }.Select(k => k.Process!.WaitForLineAsync(z => z == $"AT before-trigger-claim #{runde}", Programm.Geduld)));
            await Task.WhenAll(eins.Process!.SayAsync("go"), zwei.Process!.SayAsync("go"));
            foreach (var prozess in Wiederkehrend)
                await Programm.UntilAsync(() => blick.InstanzenAsync(prozess), n => n >= runde, $"{prozess} has started for the {runde}th time");
        }

        // What a loser might start late would come now.
        foreach (var knoten in new[] { eins, zwei })
            (await knoten.Process!.StopAsync(Programm.Geduld)).ShouldBeTrue();
        foreach (var prozess in Wiederkehrend)
            (await blick.InstanzenAsync(prozess)).ShouldBe(runden);
        (await blick.InstanzenAsync("einmal")).ShouldBe(1);
        await blick.ShouldBeInOrderAsync();
    }

    [Theory]
    [InlineData("before-commit")]
    [InlineData("after-commit")]
    public async Task An_occurrence_whose_node_dies_at_the_commit_starts_one_instance(string punkt)
    {
        await using var web = await LaunchAsync();
        var blick = new Datenbankblick(web);
        await using var opfer = await web.JoinAsync(NurWorker, new Dictionary<string, string> { ["FALLWORKFLOW_FAULTPOINT"] = punkt });
        await blick.SetTestClockAsync(Beginn.AddMinutes(2));
        await opfer.KillAtAsync(punkt);
        var gestartet = 0L;
        foreach (var prozess in Wiederkehrend.Append("einmal"))
            gestartet += await blick.InstanzenAsync(prozess);
        gestartet.ShouldBe(punkt == "before-commit" ? 0 : 1);

        await using var nachfolger = await web.JoinAsync(NurWorker);
        foreach (var prozess in Wiederkehrend.Append("einmal"))
            await Programm.UntilAsync(() => blick.InstanzenAsync(prozess), n => n >= 1, $"{prozess} has started");
        await blick.SetTestClockAsync(Beginn.AddMinutes(3));
        foreach (var prozess in Wiederkehrend)
            await Programm.UntilAsync(() => blick.InstanzenAsync(prozess), n => n >= 2, $"{prozess} has started for the second time");

        (await nachfolger.Process!.StopAsync(Programm.Geduld)).ShouldBeTrue();
        foreach (var prozess in Wiederkehrend)
            (await blick.InstanzenAsync(prozess)).ShouldBe(2, prozess);
        (await blick.InstanzenAsync("einmal")).ShouldBe(1);
        await blick.ShouldBeInOrderAsync();
    }
}
