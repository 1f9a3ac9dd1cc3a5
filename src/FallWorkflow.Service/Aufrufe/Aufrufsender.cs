using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Http;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Aufrufe;

/// <summary>
/// Sends one request: only to allowed hosts, within the time limit, with the idempotency key. Redirects are followed on the same
/// host only. Whatever comes of it is an answer; nothing is thrown but cancellation.
/// </summary>
internal sealed class Aufrufsender : IDisposable
{
    public const string Schluesselkopf = "Idempotency-Key";

    private const int Weiterleitungen = 5;

    /// <summary>Larger answers are refused: they would become part of a process's state.</summary>
    private const int MaxInhalt = 1024 * 1024;

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.All,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MaxInhalt,
    };

    private readonly Rechnerliste _rechner;
    private readonly TimeSpan _grenze;
    private readonly TimeProvider _echtzeit;

    public Aufrufsender(Einstellungen einstellungen, [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit)
    {
        _rechner = new Rechnerliste(einstellungen.ErlaubteRechner);
        _grenze = einstellungen.Aufrufgrenze;
        _echtzeit = echtzeit;
    }

    public async Task<JsonObject> SendAsync(string id, string auftrag, CancellationToken cancellation)
    {
        var anfrage = JsonNode.Parse(auftrag)!.AsObject();
        var adresse = new Uri((string)anfrage["url"]!);
        using var frist = new CancellationTokenSource(_grenze, _echtzeit);
        using var abbruch = CancellationTokenSource.CreateLinkedTokenSource(frist.Token, cancellation);
        try
        {
            for (var sprung = 0; ; sprung++)
            {
                if (!_rechner.IsAllowed(adresse))
                    return HttpExchange.Error(HttpExchange.Refused, Texte.Of("Aufruf.Verweigert", adresse.Authority));
                using var nachricht = MessageOf(anfrage, adresse, id);
                using var antwort = await _client.SendAsync(nachricht, HttpCompletionOption.ResponseContentRead, abbruch.Token);
                if (TargetOf(antwort, adresse) is not { } ziel)
                    return await AnswerOfAsync(antwort, abbruch.Token);
                if (!SameHost(ziel, adresse))
                    return HttpExchange.Error(HttpExchange.Refused, Texte.Of("Aufruf.Weiterleitung", adresse.Authority, ziel.Authority));
                if (sprung == Weiterleitungen)
                    return HttpExchange.Error(HttpExchange.Refused, Texte.Of("Aufruf.Schleife", adresse.Authority));
                adresse = ziel;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return HttpExchange.Error(HttpExchange.TimedOut, Texte.Of("Aufruf.Zeit", adresse.Authority, _grenze.TotalSeconds));
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return HttpExchange.Error(HttpExchange.Refused, Texte.Of("Aufruf.ZuGross", adresse.Authority));
        }
        catch (HttpRequestException e)
        {
            return HttpExchange.Error(HttpExchange.Unreachable, Texte.Of("Aufruf.Unerreichbar", adresse.Authority, e.HttpRequestError));
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage MessageOf(JsonObject anfrage, Uri adresse, string id)
    {
        var nachricht = new HttpRequestMessage(new HttpMethod((string)anfrage["method"]!), adresse);
        if (anfrage["content"] is { } inhalt)
        {
            nachricht.Content = new StringContent((string)inhalt!, Encoding.UTF8);
            nachricht.Content.Headers.Remove("Content-Type");
            nachricht.Content.Headers.TryAddWithoutValidation("Content-Type", (string)anfrage["contentType"]!);
        }

        foreach (var (name, wert) in anfrage["headers"] as JsonObject ?? [])
        {
            IEnumerable<string> werte = wert is JsonArray liste ? liste.Select(w => w?.ToString() ?? "") : [wert?.ToString() ?? ""];
            nachricht.Headers.TryAddWithoutValidation(name, werte);
        }

        nachricht.Headers.Remove(Schluesselkopf);
        nachricht.Headers.TryAddWithoutValidation(Schluesselkopf, id);
        return nachricht;
    }

    private static Uri? TargetOf(HttpResponseMessage antwort, Uri adresse) =>
        (int)antwort.StatusCode is 301 or 302 or 303 or 307 or 308 && antwort.Headers.Location is { } ziel ? new Uri(adresse, ziel) : null;

    // A step from https down to http would show everybody what was meant for one.
    private static bool SameHost(Uri ziel, Uri adresse) =>
        ziel.Host == adresse.Host && (ziel.Scheme == adresse.Scheme && ziel.Port == adresse.Port || ziel.Scheme == "https" && ziel.IsDefaultPort && adresse.IsDefaultPort);

    private static async Task<JsonObject> AnswerOfAsync(HttpResponseMessage antwort, CancellationToken cancellation)
    {
        var koepfe = new JsonObject();
        foreach (var (name, werte) in antwort.Headers.Concat(antwort.Content.Headers))
            koepfe[name] = new JsonArray([.. werte.Select(w => (JsonNode)w)]);
        return new JsonObject
        {
            ["statusCode"] = (int)antwort.StatusCode,
            ["headers"] = koepfe,
            ["contentType"] = antwort.Content.Headers.ContentType?.MediaType,
            ["content"] = await antwort.Content.ReadAsStringAsync(cancellation),
        };
    }
}
