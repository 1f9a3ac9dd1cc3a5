using System.Text;
using System.Threading.Channels;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Messaging.Tests.Kit;
using MassTransit;
using MassTransit.Transports.Fabric;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Messaging.Tests;

/// <summary>The transport in memory, behind the same outbox and the same intake.</summary>
public sealed class WhenNoBrokerIsConfigured
{
    [Fact]
    public async Task Referrals_leave_in_order_and_answers_arrive()
    {
        var outbox = new FakeOutbox();
        var eingang = new FakeEingang();
        eingang.Own("z-1", "beratung");
        await using var knoten = await Knoten.StartAsync(null, outbox, eingang);
        var received = Channel.CreateUnbounded<(string Body, Guid? Id, string? Art)>();
        var bus = knoten.Services.GetRequiredService<IBus>();
        var partner = bus.ConnectReceiveEndpoint("traeger.beratung.zuweisungen", e =>
        {
            e.ConfigureConsumeTopology = false;
            e.ClearSerialization();
            e.UseRawJsonSerializer(RawSerializerOptions.AnyMessageType, isDefault: true);
            ((IInMemoryReceiveEndpointConfigurator)e).Bind("fallworkflow.traeger-ausgang", ExchangeType.Direct, "traeger.beratung");
            e.ConcurrentMessageLimit = 1;
            e.Handler<Beliebig>(c => received.Writer.WriteAsync((
                Encoding.UTF8.GetString(c.ReceiveContext.Body.GetBytes()), c.MessageId, c.ReceiveContext.TransportHeaders.Get<string>("message-type"))).AsTask());
        });
        await partner.Ready;

        var fall = Guid.NewGuid();
        var messages = Enumerable.Range(1, 20).Select(i => Beispiel.Erteilt("beratung", $"z-{i}")).ToList();
        outbox.Add([.. messages.Select(m => Beispiel.InOutbox(m, fall))]);
        knoten.Ring();
        await outbox.UntilAllSentAsync();

        foreach (var row in outbox.Rows)
        {
            using var limit = new CancellationTokenSource(Gedaechtnis.Limit);
            (await received.Reader.ReadAsync(limit.Token)).ShouldBe((row.Inhalt, row.Id, "ZuweisungErteilt"));
        }

        var endpoint = await bus.GetSendEndpoint(new Uri("queue:fallworkflow.traeger-eingang"));
        await endpoint.Send(new Beliebig(), Pipe.Execute<SendContext<Beliebig>>(c =>
        {
            c.Serializer = new Roh(Beispiel.Antwort(Guid.NewGuid(), "beratung", "z-1"));
            c.Headers.Set("message-type", "ZuweisungBeantwortet");
        }));
        await eingang.UntilEffectsAsync(1);
        eingang.Effects.ShouldHaveSingleItem().Tatsache.ShouldBe(new ZuweisungAngenommen("z-1", null, "Gern."));
    }

    private sealed class Roh(string json) : IMessageSerializer
    {
        public System.Net.Mime.ContentType ContentType { get; } = new("application/json");

        public MessageBody GetMessageBody<T>(SendContext<T> context)
            where T : class => new BytesMessageBody(Encoding.UTF8.GetBytes(json));
    }
}

/// <summary>Any message, read as its bytes.</summary>
public sealed class Beliebig;
