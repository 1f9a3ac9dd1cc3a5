using FallWorkflow.Application.Ports;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FallWorkflow.Messaging;

/// <summary>Registers the messaging.</summary>
public static class MessagingServiceCollectionExtensions
{
    /// <summary>Name of the health check that reports the broker; at worst degraded, since a missing broker is no error.</summary>
    public const string HealthCheckName = "broker";

    /// <summary>
    /// Adds outbox relay and partner intake, over RabbitMQ if <see cref="MessagingOptions.RabbitMqUri"/> is set, else in memory.
    /// Needs <see cref="IOutbox"/> and <see cref="ITraegerEingang"/> registered; provides <see cref="IOutboxSignal"/>.
    /// </summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static IServiceCollection AddFallWorkflowMessaging(this IServiceCollection services, MessagingOptions options)
    {
        options.Validate();
        services.AddSingleton(options);
        services.AddSingleton(new Echtzeit(options.Echtzeit));
        services.TryAddSingleton<IFaultPoints, NoFaultPoints>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<IOutboxSignal>(s => s.GetRequiredService<OutboxSignal>());
        services.AddSingleton<ITraegerVersand, TraegerVersand>();
        services.AddSingleton<OutboxRelay>(s => ActivatorUtilities.CreateInstance<OutboxRelay>(s, s.GetRequiredService<Echtzeit>().Uhr));
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<OutboxRelay>());

        // MassTransit reports every failed attempt to connect, while the relay reports each change of state once; and it reports a
        // failed message with its exception, whose text may quote a partner, while we report it by its id.
        services.Configure<LoggerFilterOptions>(o => o.AddFilter("MassTransit", LogLevel.Error).AddFilter("MassTransit.ReceiveTransport", LogLevel.None));
        services.Configure<MassTransitHostOptions>(o =>
        {
            o.WaitUntilStarted = false;
            o.StopTimeout = TimeSpan.FromSeconds(15);
            o.ConsumerStopTimeout = TimeSpan.FromSeconds(5);
        });
        services.AddMassTransit(x =>
        {
            x.DisableUsageTelemetry();
            x.ConfigureHealthCheckOptions(o =>
            {
                o.Name = HealthCheckName;
                o.MinimalFailureStatus = HealthStatus.Degraded;
                o.Tags.Clear();
            });
            x.AddConsumer<TraegerEingangConsumer>();
            if (options.RabbitMqUri is { } uri)
            {
                services.AddSingleton(new TraegerQueues(uri));
                x.UsingRabbitMq((context, cfg) => UseRabbitMq(context, cfg, uri));
            }
            else
            {
                x.UsingInMemory((context, cfg) => cfg.ReceiveEndpoint(Topologie.Eingang, e => ConfigureEingang(e, context)));
            }
        });
        return services;
    }

    private static void UseRabbitMq(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator cfg, Uri uri)
    {
        cfg.Host(uri, "fallworkflow", h => h.PublisherConfirmation = true);
        cfg.ReceiveEndpoint(Topologie.Eingang, e =>
        {
            e.SetQuorumQueue();
            e.SetQueueArgument("x-delivery-limit", Topologie.DeliveryLimit);
            // One node at a time takes from the queue, one message after the other, and another node takes over if it dies.
            // Only so does a partner's report never overtake its own answer; see ADR 0004 for what that costs.
            e.SingleActiveConsumer = true;
            // More than one in hand could go back in another order when this node stops.
            e.PrefetchCount = 1;
            ConfigureEingang(e, context);
        });
    }

    private static void ConfigureEingang(IReceiveEndpointConfigurator e, IBusRegistrationContext context)
    {
        e.ConcurrentMessageLimit = 1;
        e.ConfigureConsumeTopology = false;
        e.PublishFaults = false;
        e.ClearSerialization();
        e.UseRawJsonSerializer(RawSerializerOptions.AnyMessageType, isDefault: true);
        e.ConfigureError(x =>
        {
            x.UseFilter(new ParkFilter(context.GetRequiredService<ILogger<ParkFilter>>()));
            x.UseFilter(new ErrorTransportFilter());
        });
        e.ConfigureConsumer<TraegerEingangConsumer>(context);
    }
}
