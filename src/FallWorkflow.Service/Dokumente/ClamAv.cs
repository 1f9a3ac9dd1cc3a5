using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Dokumente;

/// <summary>
/// Asks clamd by its command INSTREAM: pieces with their length before them, a length of zero at the end, then one line with the answer.
/// Whatever is no clear answer counts as none.
/// </summary>
internal sealed partial class ClamAv(Einstellungen einstellungen, ILogger<ClamAv> logger) : ISchadsoftwarepruefung
{
    private const int Stueck = 64 * 1024;

    /// <summary>Longest answer, in bytes; a name of malicious software has some dozens.</summary>
    private const int MaxAntwort = 4096;

    public async Task<string?> ScanAsync(ReadOnlyMemory<byte> inhalt, CancellationToken cancellation = default)
    {
        using var frist = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        frist.CancelAfter(einstellungen.Pruefgrenze);
        try
        {
            var antwort = await AskAsync(inhalt, frist.Token);
            if (antwort == "stream: OK")
                return null;
            if (antwort.StartsWith("stream: ", StringComparison.Ordinal) && antwort.EndsWith(" FOUND", StringComparison.Ordinal))
                return antwort["stream: ".Length..^" FOUND".Length];
            LogUnklar(antwort);
            throw new PruefdienstNichtErreichbarException();
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            LogNichtErreichbar(e);
            throw new PruefdienstNichtErreichbarException(e);
        }
    }

    private async Task<string> AskAsync(ReadOnlyMemory<byte> inhalt, CancellationToken cancellation)
    {
        var (rechner, port) = einstellungen.ClamAv!.Value;
        using var client = new TcpClient();
        await client.ConnectAsync(rechner, port, cancellation);
        await using var strom = client.GetStream();
        await strom.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var laenge = new byte[sizeof(int)];
        for (var von = 0; von < inhalt.Length; von += Stueck)
        {
            var stueck = inhalt.Slice(von, Math.Min(Stueck, inhalt.Length - von));
            BinaryPrimitives.WriteInt32BigEndian(laenge, stueck.Length);
            await strom.WriteAsync(laenge, cancellation);
            await strom.WriteAsync(stueck, cancellation);
        }

        await strom.WriteAsync(new byte[sizeof(int)], cancellation);
        var antwort = new byte[MaxAntwort];
        var n = await strom.ReadAtLeastAsync(antwort, antwort.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(antwort, 0, n).TrimEnd('\0', '\n', '\r');
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "clamd cannot be reached or does not answer in time; documents are refused until it does.")]
    private partial void LogNichtErreichbar(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "clamd refused to say about a file: {Antwort}. If it names a size, raise its StreamMaxLength above Documents:MaxMegabytes.")]
    private partial void LogUnklar(string antwort);
}
