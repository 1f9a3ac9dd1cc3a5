using System.Net;
using System.Net.Sockets;
using FallWorkflow.Persistence;
using FallWorkflow.Web;
using Microsoft.AspNetCore.Connections;

namespace FallWorkflow.Service.Zusammenbau;

/// <summary>Builds, prepares and runs the program as a server.</summary>
internal static class Wirt
{
    /// <summary>Reads the configuration (files, environment, then the values of the command line) and puts everything together.</summary>
    /// <exception cref="StartfehlerException">Settings are wrong.</exception>
    public static WebApplication Build(IEnumerable<KeyValuePair<string, string?>> werte, Action<WebApplicationBuilder>? weiteres = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(Wirt).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(werte);
        var einstellungen = Einstellungen.Read(builder.Configuration);
        builder.WebHost.UseUrls(einstellungen.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        builder.Services
            .AddEinstellungen(einstellungen)
            .AddDatenbank(einstellungen)
            .AddUhr(einstellungen)
            .AddProzesse()
            .AddAnwendung(einstellungen)
            .AddNachrichten(einstellungen)
            .AddWorker(einstellungen)
            .AddAuftraege(einstellungen)
            .AddFallWorkflowWeb();
        builder.AddHttp(einstellungen);
        weiteres?.Invoke(builder);
        return builder.Build().UseHttp(einstellungen);
    }

    /// <summary>Prepares the database and starts; the server answers when this returns.</summary>
    /// <exception cref="StartfehlerException">The database, the definitions or the port do not allow it.</exception>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellation = default)
    {
        var urls = app.Services.GetRequiredService<Einstellungen>().Urls;
        RequireFree(urls);
        await Inbetriebnahme.RunAsync(app.Services, cancellation);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException || e.InnerException is SocketException)
        {
            throw new StartfehlerException(Texte.Of("Start.PortBelegt", urls), e);
        }
    }

    /// <summary>Looks before anything starts, since the host would report an occupied port with its stack trace and start half of the program.</summary>
    private static void RequireFree(string urls)
    {
        foreach (var adresse in urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(BindingAddress.Parse).Where(a => a.Port > 0))
        {
            try
            {
                var ip = IPAddress.TryParse(adresse.Host, out var genannt) ? genannt : adresse.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
                using var probe = new TcpListener(ip, adresse.Port);
                probe.Start();
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                throw new StartfehlerException(Texte.Of("Start.PortBelegt", adresse), e);
            }
        }
    }

    /// <summary>Runs until the process is told to stop.</summary>
    public static async Task<int> RunAsync(IEnumerable<KeyValuePair<string, string?>> werte, CancellationToken cancellation)
    {
        await using var app = Build(werte);
        await StartAsync(app, cancellation);
        Console.WriteLine(Texte.Of("Start.Laeuft", string.Join(", ", app.Urls)));
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
