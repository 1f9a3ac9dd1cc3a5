using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace FallWorkflow.TestKit.Server;

/// <summary>
/// Free ports for servers that are told their port before they start. They lie below the range from which systems take the
/// ports of outgoing connections (32768 on Linux), so that no connection of another test sits on one by the time the server listens.
/// </summary>
public static class FreePort
{
    private const int First = 20_000;
    private const int End = 32_000;

    /// <summary>A port that nobody listens on now. Two callers may get the same one; a start that loses that race is to be repeated with another.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, End);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // taken: the next one
            }
        }
    }
}
