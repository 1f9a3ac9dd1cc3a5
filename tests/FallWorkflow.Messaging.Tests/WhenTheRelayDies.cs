using FallWorkflow.Application.Ports;
using FallWorkflow.Messaging.Tests.Kit;

namespace FallWorkflow.Messaging.Tests;

[Collection(Broker.Name)]
public sealed class WhenTheRelayDies(Broker broker)
{
    [Fact]
    public async Task Between_publishing_and_marking_the_message_is_published_again_with_the_same_id()
    {
        var traegerId = Beispiel.NewTraegerId();
        var message = Beispiel.Erteilt(traegerId);
        var outbox = new FakeOutbox();
        outbox.Add(Beispiel.InOutbox(message));
        var died = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (var first = await Knoten.StartAsync(
            broker.Uri, outbox, new FakeEingang(), DieAt(died), o => (o.SendTimeout, o.Lease) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3))))
        {
            (await died.Task.WaitAsync(Gedaechtnis.Limit)).ShouldBe(FaultPoints.AfterPublish);
        }

        outbox.Rows.ShouldHaveSingleItem().GesendetAm.ShouldBeNull("it died before the mark");
        await using var second = await Knoten.StartAsync(broker.Uri, outbox, new FakeEingang());
        await outbox.UntilAllSentAsync();

        await using var partner = await Partnerzugang.ConnectAsync(broker.Uri);
        await using var queue = await partner.ReceiveOfAsync(traegerId);
        var received = await queue.NextAsync(2);
        received.Select(r => r.Properties.MessageId).ShouldBe([$"{message.NachrichtId}", $"{message.NachrichtId}"]);
        received[1].Body.ShouldBe(received[0].Body);
        outbox.Rows.ShouldHaveSingleItem().GesendetAm.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_outbox_being_away_for_a_while_loses_nothing_and_is_logged_once()
    {
        var traegerId = Beispiel.NewTraegerId();
        var outbox = new FakeOutbox();
        var calls = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        outbox.FailWith(() =>
        {
            if (Interlocked.Increment(ref calls) == 4)
                enough.TrySetResult();
            return new StoreUnavailableException("away");
        });
        await using var knoten = await Knoten.StartAsync(broker.Uri, outbox, new FakeEingang());
        outbox.Add(Beispiel.InOutbox(Beispiel.Erteilt(traegerId)));
        await enough.Task.WaitAsync(Gedaechtnis.Limit);
        outbox.FailWith(() => null);
        await outbox.UntilAllSentAsync();

        knoten.Warnings.Count(w => w.StartsWith("The outbox cannot be read", StringComparison.Ordinal)).ShouldBe(1);
    }

    /// <summary>Dies at the fault point and never gets further, as a killed process does not.</summary>
    private static Action<string> DieAt(TaskCompletionSource<string> died) => name =>
    {
        died.TrySetResult(name);
        throw new InvalidOperationException("killed");
    };
}
