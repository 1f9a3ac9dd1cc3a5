using System.Text.Json.Nodes;
using FallWorkflow.Messaging.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FallWorkflow.Messaging.Tests;

[Collection(Broker.Name)]
public sealed class WhenTheBrokerIsAway(Broker broker)
{
    [Fact]
    public async Task Messages_wait_and_leave_in_order_per_Fall_when_it_is_back()
    {
        const int Faelle = 3, Each = 10;
        var traegerId = Beispiel.NewTraegerId();
        var outbox = new FakeOutbox();
        var eingang = new FakeEingang();
        eingang.Own("z-1", traegerId);
        await using var knoten = await Knoten.StartAsync(
            broker.Uri, outbox, eingang, configure: o => (o.SendTimeout, o.Lease) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15)));
        outbox.Add(Beispiel.InOutbox(Beispiel.Erteilt(traegerId, "warm-up")));
        await outbox.UntilAllSentAsync();
        await HealthIsAsync(knoten, HealthStatus.Healthy);

        await broker.Server.StopAsync();
        var ids = Enumerable.Range(0, Faelle).Select(_ => Guid.NewGuid()).ToList();
        for (var i = 0; i < Each; i++)
        {
            for (var f = 0; f < Faelle; f++)
                outbox.Add(Beispiel.InOutbox(Beispiel.Erteilt(traegerId, $"{f}-{i}"), ids[f]));
            knoten.Ring();
        }

        await outbox.UntilAsync(_ => outbox.Releases > Faelle * 11, "the relay has tried each Fall more often than a message may fail before it is parked");
        outbox.Rows.ShouldAllBe(r => r.Versuche == 0, "an outage is no message's fault");
        (await outbox.CountUnsentAsync()).ShouldBe(Faelle * Each, "nothing is marked as sent that no broker has confirmed");
        await HealthIsAsync(knoten, HealthStatus.Degraded);
        knoten.Warnings.Count(w => w.StartsWith("The broker cannot be reached", StringComparison.Ordinal)).ShouldBe(1, string.Join("\n", knoten.Warnings));

        await broker.Server.StartAsync();
        await outbox.UntilAllSentAsync();
        await using var partner = await Partnerzugang.ConnectAsync(broker.Uri);
        await using var queue = await partner.ReceiveOfAsync(traegerId);
        var received = new List<string>();
        while (received.Count < (Faelle * Each) + 1)
        {
            // A message whose confirmation came too late may arrive twice; its id tells.
            var zuweisungId = (string)JsonNode.Parse((await queue.NextAsync()).Body)!["zuweisungId"]!;
            if (!received.Contains(zuweisungId))
                received.Add(zuweisungId);
        }

        for (var f = 0; f < Faelle; f++)
            received.Where(z => z.StartsWith($"{f}-", StringComparison.Ordinal)).ShouldBe(Enumerable.Range(0, Each).Select(i => $"{f}-{i}"));

        // The intake reconnects by itself as well.
        await partner.PublishAsync("ZuweisungBeantwortet", Beispiel.Antwort(Guid.NewGuid(), traegerId, "z-1"));
        await eingang.UntilEffectsAsync(1);
        await HealthIsAsync(knoten, HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_node_starts_nevertheless()
    {
        await broker.Server.StopAsync();
        var traegerId = Beispiel.NewTraegerId();
        var outbox = new FakeOutbox();
        outbox.Add(Beispiel.InOutbox(Beispiel.Erteilt(traegerId)));
        await using var knoten = await Knoten.StartAsync(broker.Uri, outbox, new FakeEingang(), brokerIsUp: false);
        await outbox.UntilAsync(_ => outbox.Releases > 0, "the relay has tried");

        await broker.Server.StartAsync();
        await outbox.UntilAllSentAsync();
        await knoten.ReadyAsync();
    }

    /// <summary>The state follows the connection with a little delay, so it is asked until it is as expected or time is up.</summary>
    private static async Task HealthIsAsync(Knoten knoten, HealthStatus expected)
    {
        var health = knoten.Services.GetRequiredService<HealthCheckService>();
        using var limit = new CancellationTokenSource(Gedaechtnis.Limit);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        HealthStatus actual;
        do
        {
            actual = (await health.CheckHealthAsync(c => c.Name == MessagingServiceCollectionExtensions.HealthCheckName)).Status;
        }
        while (actual != expected && !limit.IsCancellationRequested && await tick.WaitForNextTickAsync());
        actual.ShouldBe(expected);
    }
}
