using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Messaging.Tests.Kit;

namespace FallWorkflow.Messaging.Tests;

[Collection(Broker.Name)]
public sealed class WhenAMessageKillsTheProcess(Broker broker)
{
    [Fact]
    public async Task It_is_parked_unread_after_as_many_deliveries_as_allowed_and_its_neighbour_goes_on()
    {
        var traegerId = Beispiel.NewTraegerId();
        var eingang = new FakeEingang();
        eingang.Own("z-1", traegerId);
        await using var partner = await Partnerzugang.ConnectAsync(broker.Uri);
        await using (await Knoten.StartAsync(broker.Uri, new FakeOutbox(), eingang))
        {
            // Makes the queues; then nobody takes from the intake.
        }

        await partner.PurgeAsync(Partnerzugang.Geparkt);
        var poison = Beispiel.Bericht(Guid.NewGuid(), traegerId, "z-1", "Problem", "2027-05-03", "Gift");
        await partner.PublishAsync("ZuweisungBerichtet", poison);
        for (var death = 0; death < 3; death++)
            await partner.TakeAndDieAsync(Partnerzugang.Eingang);

        await partner.PublishAsync("ZuweisungBerichtet", Beispiel.Bericht(Guid.NewGuid(), traegerId, "z-1", "Verlauf", "2027-05-03", "Läuft"));
        await using var knoten = await Knoten.StartAsync(broker.Uri, new FakeOutbox(), eingang, configure: o => o.MaxDeliveries = 2);
        await eingang.UntilEffectsAsync(1);

        eingang.Calls.ShouldHaveSingleItem().Tatsache.ShouldBeOfType<VerlaufGemeldet>();
        await using var parked = await partner.ReceiveParkedAsync();
        var message = await parked.NextAsync();
        message.Body.ShouldBe(poison);
        message.Header("MT-Fault-Message").ShouldNotBeNull().ShouldContain("3-mal zugestellt");
    }
}
