using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FallWorkflow.TestKit.App;

namespace FallWorkflow.TestKit.Server;

/// <summary>
/// Speaks clamd's INSTREAM as clamd does and knows one thing, the EICAR test file. It is as strict as the real one: a wrong command, a
/// wrong length or too much is an error.
/// </summary>
public sealed class Clamdserver : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ende = new();
    private readonly List<byte[]> _gesehen = [];

    public Clamdserver()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Adresse => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>As clamd's StreamMaxLength, in bytes.</summary>
    public int StreamMaxLength { get; set; } = 25 * 1024 * 1024;

    /// <summary>Takes everything and never answers.</summary>
    public bool Schweigt { get; set; }

    /// <summary>What was sent to it, file by file.</summary>
    public IReadOnlyList<byte[]> Gesehen
    {
        get
        {
            lock (_gesehen)
                return [.. _gesehen];
        }
    }

    /// <summary>Goes away; the next one who calls is refused.</summary>
    public void Dispose()
    {
        if (_ende.IsCancellationRequested)
            return;
        _ende.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_ende.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var strom = client.GetStream();
                var antwort = await ScanAsync(strom);
                if (Schweigt)
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _ende.Token);
                await strom.WriteAsync(Encoding.ASCII.GetBytes(antwort + "\0"), _ende.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The other side has gone.
            }
        }
    }

    private async Task<string> ScanAsync(NetworkStream strom)
    {
        var befehl = new byte["zINSTREAM\0".Length];
        await strom.ReadExactlyAsync(befehl, _ende.Token);
        if (Encoding.ASCII.GetString(befehl) != "zINSTREAM\0")
            return "UNKNOWN COMMAND";
        using var inhalt = new MemoryStream();
        var laenge = new byte[4];
        while (true)
        {
            await strom.ReadExactlyAsync(laenge, _ende.Token);
            var n = BinaryPrimitives.ReadUInt32BigEndian(laenge);
            if (n == 0)
                break;
            if (inhalt.Length + n > StreamMaxLength)
                return "INSTREAM size limit exceeded. ERROR";
            var stueck = new byte[n];
            await strom.ReadExactlyAsync(stueck, _ende.Token);
            inhalt.Write(stueck);
        }

        var alles = inhalt.ToArray();
        lock (_gesehen)
            _gesehen.Add(alles);
        return alles.AsSpan().IndexOf(Testdateien.Eicar) >= 0 ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }
}
