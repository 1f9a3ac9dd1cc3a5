namespace FallWorkflow.TestKit.Server;

/// <summary>The distribution's rabbitmq-server as a child process, with its own Erlang port mapper, so that nothing of it stays behind.</summary>
internal sealed class DebianBroker : IBrokerProcess
{
    // Not the wrapper in the PATH: as root it changes to the user rabbitmq, who cannot write to our directory.
    private static readonly string[] Servers = ["/usr/lib/rabbitmq/bin/rabbitmq-server", "/opt/homebrew/sbin/rabbitmq-server", "/usr/local/sbin/rabbitmq-server"];
    private static readonly string[] PortMappers = ["/usr/bin/epmd", "/usr/local/bin/epmd", "/opt/homebrew/bin/epmd"];

    private readonly string _server;
    private readonly string _portMapper;
    private readonly string _folder = Directory.CreateTempSubdirectory("fallworkflow-rabbitmq-").FullName;
    private readonly int _distributionPort = FreePort.Next();
    private readonly int _mapperPort = FreePort.Next();
    private ChildProcess? _mapper;
    private ChildProcess? _broker;

    private DebianBroker(string server, string portMapper)
    {
        _server = server;
        _portMapper = portMapper;
        // Erlang accepts a cookie only if nobody else can read it; written here so that the directory's rights are ours.
        var cookie = Path.Combine(_folder, ".erlang.cookie");
        File.WriteAllText(cookie, Guid.NewGuid().ToString("N"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
    }

    public int Port { get; } = FreePort.Next();

    public string? EndReason => _broker is { HasExited: true } ? $"exit code {_broker.ExitCode}; output: {Output}" : null;

    public string Output => _broker?.Output ?? "";

    public static DebianBroker? TryCreate() =>
        Array.Find(Servers, File.Exists) is { } server && Array.Find(PortMappers, File.Exists) is { } mapper ? new(server, mapper) : null;

    public Task StartAsync()
    {
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = _folder,
            ["ERL_EPMD_PORT"] = $"{_mapperPort}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODENAME"] = $"fallworkflow{Port}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = $"{Port}",
            ["RABBITMQ_DIST_PORT"] = $"{_distributionPort}",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "data"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(_folder, "pid"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "none"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(_folder, "none"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "plugins"),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
            // The shell is replaced by the server: one process to end, and it takes SIGTERM itself.
            ["RUNNING_UNDER_SYSTEMD"] = "true",
        };
        // Started by us and in the foreground; otherwise Erlang starts it as a daemon that outlives the tests.
        _mapper ??= ChildProcess.Start(_portMapper, ["-port", $"{_mapperPort}", "-address", "127.0.0.1"], environment);
        _broker = ChildProcess.Start(_server, [], environment);
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        if (_broker is null)
            return;
        await _broker.StopAsync(TimeSpan.FromSeconds(30));
        await _broker.DisposeAsync();
        _broker = null;
    }

    public async ValueTask DisposeAsync()
    {
        // The data is thrown away: no need to wait for an orderly end.
        if (_broker is not null)
            await _broker.DisposeAsync();
        if (_mapper is not null)
            await _mapper.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
