using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FallWorkflow.Reliability.Tests.Umgebung;

/// <summary>The server that processes call: a real one on the loopback, which answers everything and remembers the keys.</summary>
internal sealed class Gegenstelle : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<string> _schluessel = new();

    private Gegenstelle(WebApplication server) => _server = server;

    public Uri Adresse => new(_server.Urls.First());

    /// <summary>Idempotency keys of all requests, in the order of their arrival.</summary>
    public IReadOnlyList<string> Schluessel => [.. _schluessel];

    public static async Task<Gegenstelle> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gegenstelle = new Gegenstelle(builder.Build());
        gegenstelle._server.Map("/{**pfad}", async http =>
        {
            gegenstelle._schluessel.Enqueue(http.Request.Headers["Idempotency-Key"].ToString());
            await http.Response.WriteAsJsonAsync(new { wort = "gut" });
        });
        await gegenstelle._server.StartAsync();
        return gegenstelle;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
