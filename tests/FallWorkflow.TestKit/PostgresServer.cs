using System.Diagnostics;
using System.Globalization;
using FallWorkflow.TestKit.Server;
using Npgsql;

namespace FallWorkflow.TestKit;

/// <summary>
/// A real PostgreSQL for tests: the server named by <c>FALLWORKFLOW_TEST_POSTGRES</c> (a connection string of a user who may
/// create databases), else the distribution's own binaries as a child process, else a container. Without any of
/// them the tests fail with a list of what to install.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string EnvironmentVariable = "FALLWORKFLOW_TEST_POSTGRES";

    private static readonly Lazy<Task<PostgresServer>> SharedServer = new(() => StartAsync());

    private readonly Process? _process;

    // The shell is no child of ours; it has ended when nobody holds the other end of its output any more.
    private readonly Task? _ended;

    private PostgresServer(string connectionString, Process? process)
    {
        ConnectionString = connectionString;
        _process = process;
        _ended = process?.StandardOutput.ReadToEndAsync();
    }

    /// <summary>One server for all tests of this process; it ends with the process, however that ends.</summary>
    public static Task<PostgresServer> Shared => SharedServer.Value;

    /// <summary>Connects to the server's maintenance database.</summary>
    public string ConnectionString { get; }

    /// <param name="dedicated">A server of its own that the test may stop; never the one named by the environment.</param>
    /// <param name="durable">With fsync, as in service; for measurements.</param>
    public static async Task<PostgresServer> StartAsync(bool dedicated = false, bool durable = false)
    {
        if (!dedicated && Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } named)
            return new(named, null);

        var failures = new List<string>();
        for (var versuch = 0; versuch < 3; versuch++)
        {
            var port = FreePort.Next();
            var start = PostgresBinaries.TryDescribe(port, durable) ?? DockerImage(port);
            var process = Process.Start(start) ?? throw new InvalidOperationException("The child process did not start.");
            var server = new PostgresServer(
                $"Host=127.0.0.1;Port={port.ToString(CultureInfo.InvariantCulture)};Username=fallworkflow;Password=fallworkflow;Database=postgres;Timeout=5;Command Timeout=30", process);
            if (await server.TryWaitUntilReadyAsync(failures))
                return server;
            await server.DisposeAsync();
        }

        throw new InvalidOperationException("PostgreSQL did not start: " + string.Join(" | ", failures));
    }

    /// <summary>Creates a database, optionally as a copy of another one, and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string name, string? template = null)
    {
        await ExecuteAsync($"CREATE DATABASE \"{name}\"" + (template is null ? "" : $" TEMPLATE \"{template}\""));
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ToString();
    }

    public Task DropDatabaseAsync(string name) => ExecuteAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Stops the server at once, as a failure of its machine would.</summary>
    public async Task StopAsync()
    {
        if (_process is null || _ended is null or { IsCompleted: true })
            return;

        // The wrapping shell waits for the end of its input; then it stops the server and removes its files.
        _process.StandardInput.Close();
        await _ended.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Ends the server in the middle of whatever it does, and keeps its files; only one of its own that runs as a child process.</summary>
    public async Task CrashAsync()
    {
        await OrderAsync(PostgresBinaries.CrashOrder);
        while (true)
        {
            NpgsqlConnection.ClearAllPools();
            try
            {
                await ExecuteAsync("SELECT 1");
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
            catch (NpgsqlException)
            {
                return;
            }
        }
    }

    /// <summary>Starts the crashed server again on its files and port; returns when it answers.</summary>
    public async Task RestartAsync()
    {
        await OrderAsync(PostgresBinaries.StartOrder);
        NpgsqlConnection.ClearAllPools();
        var failures = new List<string>();
        if (!await TryWaitUntilReadyAsync(failures))
            throw new InvalidOperationException("PostgreSQL did not start again: " + string.Join(" | ", failures));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process?.Dispose();
    }

    private async Task OrderAsync(string order)
    {
        if (_process is null)
            throw new InvalidOperationException($"The server named by {EnvironmentVariable} is not ours to stop.");
        await _process.StandardInput.WriteLineAsync(order);
        await _process.StandardInput.FlushAsync();
    }

    private async Task<bool> TryWaitUntilReadyAsync(List<string> failures)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return true;
            }
            catch (NpgsqlException e) when (waited.Elapsed < TimeSpan.FromSeconds(60) && _ended is not { IsCompleted: true })
            {
                _ = e;
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
            catch (NpgsqlException e)
            {
                failures.Add(_ended is { IsCompleted: true } ? await _process!.StandardError.ReadToEndAsync() : e.Message);
                return false;
            }
        }
    }

    private static ProcessStartInfo DockerImage(int port)
    {
        if (!PostgresBinaries.OnPath("docker"))
        {
            throw new InvalidOperationException(
                $"The tests need a PostgreSQL. Either install it (Debian, Ubuntu: apt-get install postgresql), or start a Docker engine, "
                + $"or name a server in {EnvironmentVariable}, for example Host=localhost;Username=postgres;Password=…");
        }

        return PostgresBinaries.Shell(
            $"""
            name=fallworkflow-test-{port}
            docker run --rm --name $name -p 127.0.0.1:{port}:5432 -e POSTGRES_USER=fallworkflow -e POSTGRES_PASSWORD=fallworkflow -e POSTGRES_DB=postgres postgres:15 >/dev/null </dev/null &
            cat >/dev/null
            docker kill $name >/dev/null
            """);
    }
}
