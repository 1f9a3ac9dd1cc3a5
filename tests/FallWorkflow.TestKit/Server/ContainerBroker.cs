using System.Diagnostics;

namespace FallWorkflow.TestKit.Server;

/// <summary>RabbitMQ in a container, where a Docker engine answers.</summary>
internal sealed class ContainerBroker : IBrokerProcess
{
    private const string Image = "rabbitmq:3-alpine";

    private readonly string _name = $"fallworkflow-test-{Guid.NewGuid():N}";
    private bool _created;

    public int Port { get; } = FreePort.Next();

    public string? EndReason => null;

    public string Output => Docker("logs", "--tail", "50", _name).Output;

    public static ContainerBroker? TryCreate()
    {
        try
        {
            return Docker("version", "--format", "{{.Server.Version}}").ExitCode == 0 ? new() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // no docker program
        }
    }

    public Task StartAsync()
    {
        var (exitCode, output) = _created
            ? Docker("start", _name)
            : Docker("run", "--detach", "--name", _name, "--publish", $"127.0.0.1:{Port}:5672", Image);
        if (exitCode != 0)
            throw new InvalidOperationException($"docker could not start {Image}: {output}");
        _created = true;
        return Task.CompletedTask;
    }

    public Task StopAsync()
    {
        Docker("stop", _name);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Docker("rm", "--force", "--volumes", _name);
        return ValueTask.CompletedTask;
    }

    private static (int ExitCode, string Output) Docker(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("docker", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
