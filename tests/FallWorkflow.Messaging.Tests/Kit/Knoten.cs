using System.Collections.Concurrent;
using FallWorkflow.Application.Ports;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FallWorkflow.Messaging.Tests.Kit;

/// <summary>One running node: the messaging as the product registers it, over fakes of our own ports.</summary>
public sealed class Knoten : IAsyncDisposable, ILoggerProvider, IFaultPoints
{
    private readonly IHost _host;
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _log = new();

    private Knoten(Uri? broker, FakeOutbox outbox, FakeEingang eingang, Action<string> faultPoint, Action<MessagingOptions>? configure)
    {
        FaultPoint = faultPoint;
        var options = new MessagingOptions
        {
            RabbitMqUri = broker,
            PollInterval = TimeSpan.FromMilliseconds(200),
            SendTimeout = TimeSpan.FromSeconds(5),
            Lease = TimeSpan.FromSeconds(15),
            BackOffFrom = TimeSpan.FromMilliseconds(50),
            BackOffCap = TimeSpan.FromMilliseconds(400),
        };
        configure?.Invoke(options);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(this);
        builder.Services.AddSingleton<IOutbox>(outbox);
        builder.Services.AddSingleton<ITraegerEingang>(eingang);
        builder.Services.AddSingleton<IFaultPoints>(this);
        builder.Services.AddFallWorkflowMessaging(options);
        _host = builder.Build();
    }

    public IServiceProvider Services => _host.Services;

    public IReadOnlyList<string> Warnings => [.. _log.Where(e => e.Level >= LogLevel.Warning).Select(e => e.Text)];

    private Action<string> FaultPoint { get; }

    public static async Task<Knoten> StartAsync(
        Uri? broker, FakeOutbox outbox, FakeEingang eingang, Action<string>? faultPoint = null, Action<MessagingOptions>? configure = null,
        bool brokerIsUp = true)
    {
        var knoten = new Knoten(broker, outbox, eingang, faultPoint ?? (_ => { }), configure);
        await knoten._host.StartAsync();
        // The product itself does not wait for a broker. Here it must: MassTransit does not stop what has not yet started, and a
        // consumer left over from one test would take the messages of the next.
        if (brokerIsUp)
            await knoten.ReadyAsync();
        return knoten;
    }

    /// <summary>Returns when the intake takes messages.</summary>
    public async Task ReadyAsync() =>
        (await Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, Gedaechtnis.Limit)).ShouldBe(BusHealthStatus.Healthy);

    public void Ring() => Services.GetRequiredService<IOutboxSignal>().Ring();

    void IFaultPoints.Reached(string name) => FaultPoint(name);

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Logger(_log);

    void IDisposable.Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(LogLevel Level, string Text)> log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue((logLevel, formatter(state, exception)));
    }
}
