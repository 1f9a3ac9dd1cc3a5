using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FallWorkflow.Domain.Akte;

namespace FallWorkflow.TestKit.App;

/// <summary>One person at the API, with a cookie of its own.</summary>
public sealed class Sitzung : IDisposable
{
    internal Sitzung(Uri adresse) => Http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
    {
        BaseAddress = adresse,
        Timeout = TimeSpan.FromSeconds(120),
    };

    public HttpClient Http { get; }

    /// <summary>Opens a Fall and returns its id.</summary>
    public async Task<Guid> OpenFallAsync(DateOnly wirksamAm, object? daten = null)
    {
        var antwort = await PostAsync("/api/uebergaben", new { wirksamAm, daten = daten ?? Beispieldaten.Uebergabe });
        return (await ReadAsync(antwort)).GetProperty("fallId").GetGuid();
    }

    /// <summary>Records a fact and fails the test with the problem if it is refused; returns the answer.</summary>
    public async Task<JsonElement> RecordAsync(Guid fall, string art, DateOnly wirksamAm, object daten, string? begruendung = null) =>
        await ReadAsync(await PostAsync($"/api/faelle/{fall}/eintraege/{art}", new { wirksamAm, begruendung, daten }));

    public async Task<JsonElement> GetAsync(string adresse) => await ReadAsync(await Http.GetAsync(adresse));

    /// <summary>Sends a body as JSON and does not judge the answer.</summary>
    public Task<HttpResponseMessage> PostAsync(string adresse, object? inhalt, params (string Name, string Wert)[] kopf) =>
        PostTextAsync(adresse, JsonSerializer.Serialize(inhalt, TatsachenKatalog.Json), kopf);

    /// <summary>Sends a text as it is.</summary>
    public Task<HttpResponseMessage> PostTextAsync(string adresse, string text, params (string Name, string Wert)[] kopf)
    {
        var anfrage = new HttpRequestMessage(HttpMethod.Post, adresse) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
        foreach (var (name, wert) in kopf)
            anfrage.Headers.TryAddWithoutValidation(name, wert);
        return Http.SendAsync(anfrage);
    }

    /// <summary>The body of a successful answer.</summary>
    /// <exception cref="InvalidOperationException">It was refused; the message carries the problem.</exception>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage antwort)
    {
        var text = await antwort.Content.ReadAsStringAsync();
        return antwort.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(text.Length == 0 ? "null" : text)
            : throw new InvalidOperationException($"{antwort.RequestMessage?.Method} {antwort.RequestMessage?.RequestUri?.PathAndQuery}: {(int)antwort.StatusCode} {text}");
    }

    public void Dispose() => Http.Dispose();
}
