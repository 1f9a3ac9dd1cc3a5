using System.Diagnostics;

namespace FallWorkflow.TestKit;

/// <summary>The distribution's own PostgreSQL as a child process with a data directory of its own.</summary>
internal static class PostgresBinaries
{
    public const string CrashOrder = "crash";
    public const string StartOrder = "start";

    /// <summary>How to start it, or null if it is not installed.</summary>
    /// <param name="durable">With fsync. Without, the databases need not survive the machine, and tests are faster.</param>
    public static ProcessStartInfo? TryDescribe(int port, bool durable)
    {
        var bin = FindBin();
        if (bin is null)
            return null;

        var data = Path.Combine(Path.GetTempPath(), $"fallworkflow-pg-{Guid.NewGuid():N}");

        // When its input ends, because a test said so or because the test process died, the shell stops the server and removes
        // the files; signals to the whole group of processes must not keep it from that. Until then it takes orders: the server
        // crashes, and starts again on its files.
        var script =
            $$"""
            trap '' HUP INT TERM
            '{{bin}}/initdb' -D '{{data}}' -U fallworkflow -A trust -E UTF8 --no-locale -N >/dev/null </dev/null || exit 1
            begin() {
              '{{bin}}/postgres' -D '{{data}}' -p {{port}} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync={{(durable ? "on" : "off")}} -c max_connections=200 -c log_min_messages=fatal </dev/null >>'{{data}}/log' 2>&1 &
              server=$!
            }
            begin
            while read -r order; do
              case $order in
                {{CrashOrder}}) kill -QUIT $server; wait $server ;;
                {{StartOrder}}) begin ;;
              esac
            done
            kill -QUIT $server
            wait $server
            rm -rf '{{data}}'
            """;
        return Shell(script, Environment.UserName == "root" ? "postgres" : null);
    }

    public static ProcessStartInfo Shell(string script, string? user = null)
    {
        // Apart from our tree of processes: whoever kills that tree must not keep the shell from tidying up.
        var start = new ProcessStartInfo("setsid")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };

        // PostgreSQL refuses to run as root.
        string[] asUser = user is null ? [] : ["runuser", "-u", user, "--"];
        foreach (var argument in (string[])["--fork", .. asUser, "sh", "-c", script])
            start.ArgumentList.Add(argument);
        return start;
    }

    public static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string? FindBin()
    {
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return versions.Select(v => Path.Combine(v, "bin")).Where(b => File.Exists(Path.Combine(b, "initdb")))
            .OrderByDescending(b => b, StringComparer.Ordinal).FirstOrDefault();
    }
}
