using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace FallWorkflow.TestKit.Server;

/// <summary>A child process with its output kept, ended politely or not; for servers and programs under test.</summary>
public sealed partial class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Seen)> _waiting = [];

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static ChildProcess Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var info = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            info.Environment[name] = value;
        var child = new ChildProcess(new Process { StartInfo = info, EnableRaisingEvents = true });
        child._process.OutputDataReceived += (_, e) => child.Take(e.Data);
        child._process.ErrorDataReceived += (_, e) => child.Take(e.Data);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Sends a line to the process, for example to open a gate.</summary>
    public async Task SayAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>SIGSTOP: the process stands still and knows nothing of it.</summary>
    public void Freeze() => _ = Kill(_process.Id, Sigstop);

    /// <summary>SIGCONT: it goes on as if no time had passed.</summary>
    public void Thaw() => _ = Kill(_process.Id, Sigcont);

    /// <summary>The first line, printed already or later, that is wanted.</summary>
    /// <exception cref="TimeoutException">It did not come; the message carries the output.</exception>
    public async Task<string> WaitForLineAsync(Func<string, bool> wanted, TimeSpan limit)
    {
        var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (_output.ToString().Split('\n').FirstOrDefault(wanted) is { } already)
                return already;
            _waiting.Add((wanted, seen));
        }

        var exit = _process.WaitForExitAsync();
        var first = await Task.WhenAny(seen.Task, exit).WaitAsync(limit).ContinueWith(
            t => t.IsCompletedSuccessfully ? t.Result : null, TaskScheduler.Default);
        if (first == seen.Task || seen.Task.IsCompletedSuccessfully)
            return await seen.Task;
        throw new TimeoutException($"The line did not come within {limit.TotalSeconds} s{(first == exit ? " (the process ended)" : "")}. Output:\n{Output}");
    }

    public Task WaitForExitAsync(TimeSpan limit) => _process.WaitForExitAsync().WaitAsync(limit);

    /// <summary>Asks the process to end and waits; kills it and its children after the limit.</summary>
    /// <returns>Whether it ended by itself.</returns>
    public async Task<bool> StopAsync(TimeSpan limit)
    {
        if (_process.HasExited)
            return true;
        _ = Kill(_process.Id, Sigterm);
        try
        {
            await _process.WaitForExitAsync().WaitAsync(limit);
            return true;
        }
        catch (TimeoutException)
        {
            await KillAsync();
            return false;
        }
    }

    /// <summary>SIGKILL to the process and its children: no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (_output)
        {
            _output.Append(line).Append('\n');
            foreach (var (wanted, seen) in _waiting)
            {
                if (wanted(line))
                    seen.TrySetResult(line);
            }
        }
    }

    private const int Sigterm = 15;
    private const int Sigcont = 18;
    private const int Sigstop = 19;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
