using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FallWorkflow.Jobs.Tests.Umgebung;

/// <summary>A mail server of one connection: answers as RFC 5321 asks, keeps the message, or refuses the recipient.</summary>
internal sealed class Smtpempfang : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Smtpempfang() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async Task<string> ReceiveAsync(bool refuse = false)
    {
        using var ende = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = await _listener.AcceptTcpClientAsync(ende.Token);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        var verlauf = new StringBuilder();
        while (await reader.ReadLineAsync(ende.Token) is { } zeile)
        {
            verlauf.AppendLine(zeile);
            var befehl = zeile.Split(' ', ':')[0].ToUpperInvariant();
            await writer.WriteLineAsync(befehl switch
            {
                "RCPT" when refuse => "550 unknown",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
            if (befehl == "QUIT")
                break;
            if (befehl != "DATA")
                continue;
            while (await reader.ReadLineAsync(ende.Token) is { } text && text != ".")
                verlauf.AppendLine(text);
            await writer.WriteLineAsync("250 taken");
        }

        return verlauf.ToString();
    }

    public void Dispose() => _listener.Dispose();
}
