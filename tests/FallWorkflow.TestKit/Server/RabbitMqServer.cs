using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FallWorkflow.TestKit.Server;

/// <summary>
/// A RabbitMQ of its own for one test assembly. In this order: the server that <c>FALLWORKFLOW_TEST_RABBITMQ</c> names; the
/// distribution's rabbitmq-server as an ordinary child process with its own directories and free ports; a container. If none
/// can be had, the tests fail with what to install. <see cref="DisposeAsync"/> leaves nothing running and nothing on disk.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    public const string EnvironmentVariable = "FALLWORKFLOW_TEST_RABBITMQ";

    /// <summary>A cold start takes about 6 s on two idle cores; a loaded machine takes several times that.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private readonly IBrokerProcess? _process;

    private RabbitMqServer(Uri uri, IBrokerProcess? process)
    {
        Uri = uri;
        _process = process;
    }

    /// <summary>Address with user and password; the port stays the same over <see cref="StopAsync"/> and <see cref="StartAsync"/>.</summary>
    public Uri Uri { get; }

    /// <summary>Whether a test may stop and start the server; false for one that the environment names.</summary>
    public bool CanStop => _process is not null;

    public static async Task<RabbitMqServer> LaunchAsync()
    {
        if (Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } named)
        {
            var uri = new Uri(named);
            if (!await AnswersAsync(uri))
                throw new InvalidOperationException($"{EnvironmentVariable} names a RabbitMQ at {uri.Host}:{uri.Port} that does not answer.");
            return new(uri, null);
        }

        for (var left = 2; ; left--)
        {
            var process = (IBrokerProcess?)DebianBroker.TryCreate() ?? ContainerBroker.TryCreate() ?? throw new InvalidOperationException(
                $"""
                These tests need a RabbitMQ. Any one of these will do:
                - Debian/Ubuntu: apt-get install -y --no-install-recommends rabbitmq-server (the service need not run; 3.10 or newer)
                - a Docker engine that answers `docker version` (image rabbitmq:3-alpine)
                - a server of your own: {EnvironmentVariable}=amqp://user:password@host:5672/
                """);
            var server = new RabbitMqServer(new Uri($"amqp://guest:guest@127.0.0.1:{process.Port}/"), process);
            try
            {
                await server.StartAsync();
                return server;
            }
            catch (InvalidOperationException) when (left > 0)
            {
                await server.DisposeAsync(); // it ended by itself: perhaps somebody else took one of its ports meanwhile
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Starts the stopped server on its old data and port; returns when it accepts connections.</summary>
    public async Task StartAsync()
    {
        var process = Process();
        await process.StartAsync();
        var clock = Stopwatch.StartNew();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            if (await AnswersAsync(Uri))
                return;
            if (process.EndReason is { } reason)
                throw new InvalidOperationException($"rabbitmq-server ended while starting: {reason}");
            if (clock.Elapsed > StartLimit)
                throw new TimeoutException($"rabbitmq-server did not accept connections within {StartLimit.TotalSeconds} s. Its output: {process.Output}");
        }
        while (await tick.WaitForNextTickAsync());
    }

    /// <summary>Takes the server down with its data kept, as an outage does; returns when it is gone.</summary>
    public Task StopAsync() => Process().StopAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
    }

    private IBrokerProcess Process() =>
        _process ?? throw new InvalidOperationException($"The server named by {EnvironmentVariable} is not ours to start or stop.");

    /// <summary>Whether the server answers the AMQP greeting; an open port alone does not mean that it has started.</summary>
    private static async Task<bool> AnswersAsync(Uri uri)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(uri.Host, uri.IsDefaultPort || uri.Port < 0 ? 5672 : uri.Port, limit.Token);
            var stream = client.GetStream();
            await stream.WriteAsync("AMQP\0\0\t\u0001"u8.ToArray(), limit.Token);
            var first = new byte[1];
            return await stream.ReadAsync(first, limit.Token) == 1 && first[0] == 1; // a method frame: Connection.Start
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
