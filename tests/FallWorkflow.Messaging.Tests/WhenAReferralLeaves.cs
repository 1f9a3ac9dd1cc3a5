using FallWorkflow.Messaging.Tests.Kit;

namespace FallWorkflow.Messaging.Tests;

[Collection(Broker.Name)]
public sealed class WhenAReferralLeaves(Broker broker)
{
    [Fact]
    public async Task Exactly_the_released_fields_and_nothing_else_are_on_the_wire()
    {
        var traegerId = Beispiel.NewTraegerId();
        var id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        var outbox = new FakeOutbox();
        await using var knoten = await Knoten.StartAsync(broker.Uri, outbox, new FakeEingang());

        outbox.Add(Beispiel.InOutbox(Beispiel.Erteilt(traegerId, "z-4711", id)));
        knoten.Ring();
        await outbox.UntilAllSentAsync();

        await using var partner = await Partnerzugang.ConnectAsync(broker.Uri);
        await using var queue = await partner.ReceiveOfAsync(traegerId);
        var received = await queue.NextAsync();
        received.Body.ShouldBe(
            $$"""{"nachrichtId":"0f8fad5b-d9cb-469f-a165-70867728950e","zuweisungId":"z-4711","traegerId":"{{traegerId}}","leistung":"Schuldnerberatung","felder":{"Name":"Jörg Weiß","Telefon":"0911 5550123","Anliegen":"Schulden ordnen"},"antwortBis":"2027-04-01","gesendetAm":"2027-03-16T09:30:00+00:00"}""");
        received.Properties.Type.ShouldBe("ZuweisungErteilt");
        received.Properties.MessageId.ShouldBe("0f8fad5b-d9cb-469f-a165-70867728950e");
        received.Properties.ContentType.ShouldBe("application/json");
        received.Properties.Persistent.ShouldBeTrue();
        // The client library's number of the confirmation; nothing about a person, nothing about our programs.
        string.Join(",", (received.Properties.Headers?.Keys ?? []).Order()).ShouldBe("x-dotnet-pub-seq-no");
        received.Properties.CorrelationId.ShouldBeNull();
    }

    [Fact]
    public async Task Its_queue_and_the_intake_are_quorum_queues()
    {
        var traegerId = Beispiel.NewTraegerId();
        var outbox = new FakeOutbox();
        await using var knoten = await Knoten.StartAsync(broker.Uri, outbox, new FakeEingang());
        outbox.Add(Beispiel.InOutbox(Beispiel.Erteilt(traegerId)));
        await outbox.UntilAllSentAsync();

        await using var partner = await Partnerzugang.ConnectAsync(broker.Uri);
        var classic = new Dictionary<string, object?> { ["x-queue-type"] = "classic" };
        (await partner.RefusalOfAsync($"traeger.{traegerId}.zuweisungen", classic)).ShouldNotBeNull().ShouldContain("'quorum'");
        (await partner.RefusalOfAsync(Partnerzugang.Eingang, new(classic) { ["x-single-active-consumer"] = true, ["x-delivery-limit"] = 1000 })).ShouldNotBeNull().ShouldContain("'quorum'");
    }

    [Fact]
    public async Task It_waits_for_a_partner_who_has_never_connected()
    {
        var traegerId = Beispiel.NewTraegerId();
        var outbox = new FakeOutbox();
        await using (var knoten = await Knoten.StartAsync(broker.Uri, outbox, new FakeEingang()))
        {
            outbox.Add(Beispiel.InOutbox(Beispiel.Erteilt(traegerId, "z-1")));
            await outbox.UntilAllSentAsync();
        }

        await using var partner = await Partnerzugang.ConnectAsync(broker.Uri);
        await using var queue = await partner.ReceiveOfAsync(traegerId);
        (await queue.NextAsync()).Body.ShouldContain("\"zuweisungId\":\"z-1\"");
    }

    [Fact]
    public async Task It_is_sent_again_if_the_partners_queue_was_deleted_meanwhile()
    {
        var traegerId = Beispiel.NewTraegerId();
        var outbox = new FakeOutbox();
        await using var partner = await Partnerzugang.ConnectAsync(broker.Uri);
        await using var knoten = await Knoten.StartAsync(broker.Uri, outbox, new FakeEingang());
        outbox.Add(Beispiel.InOutbox(Beispiel.Erteilt(traegerId, "z-1")));
        await outbox.UntilAllSentAsync();
        await partner.DeleteQueueAsync($"traeger.{traegerId}.zuweisungen");

        outbox.Add(Beispiel.InOutbox(Beispiel.Erteilt(traegerId, "z-2")));
        await outbox.UntilAllSentAsync();

        await using var queue = await partner.ReceiveOfAsync(traegerId);
        (await queue.NextAsync()).Body.ShouldContain("\"zuweisungId\":\"z-2\"");
        outbox.Rows[1].Versuche.ShouldBe(1, "the broker returned the first attempt");
    }
}
