using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FallWorkflow.Domain.Akte;
using FallWorkflow.TestKit.App;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Api.Tests;

/// <summary>The same mistakes at every address that takes a body, whichever there are: each is answered, none is an error of the program.</summary>
[Collection(GemeinsameApp.Name)]
public sealed partial class WhenAnyEndpointGetsWrongInput(Gemeinsam gemeinsam) : IAsyncLifetime
{
    private static readonly string Lang = new('ä', 20_000);

    private readonly Dictionary<string, Sitzung> _sitzungen = [];
    private Guid _fall;
    private string _aufgabe = "";

    public async Task InitializeAsync()
    {
        _fall = await Beispieldaten.AdmitAsync(gemeinsam.App, Gemeinsam.Heute);
        await (await SessionAsync(Rollen.Fallmanager)).RecordAsync(
            _fall, "ZuweisungVereinbart", Gemeinsam.Heute, Beispieldaten.Zuweisung($"Z-{_fall:N}", Testjobcenter.Schuldnerberatung, "Name"));
        _aufgabe = (await (await SessionAsync(Rollen.Teamleitung)).GetAsync($"/api/faelle/{_fall}")).GetProperty("aufgaben").EnumerateArray()
            .First(a => a.GetProperty("status").GetString() == "Offen").GetProperty("id").ToString();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("null")]
    [InlineData("\"Größe\"")]
    [InlineData("{\"wirksamAm\": \"2027-02-30\", \"gueltigAb\": \"31.12.\", \"am\": \"gestern\", \"bis\": \"nie\", \"daten\": {}}")]
    [InlineData("{\"gibtEsNicht\": \"äöüß€\"}")]
    [InlineData("{\"wirksamAm\": \"2027-01-11\", \"daten\": null}")]
    [InlineData("{\"wirksamAm\": \"2027-01-11\"}")]
    [InlineData("{\"offen\": ")]
    public async Task It_is_refused_with_what_is_wrong(string inhalt)
    {
        var falsch = new List<string>();
        foreach (var (adresse, rolle) in Addresses())
        {
            var antwort = await (await SessionAsync(rolle)).PostTextAsync(adresse, inhalt);
            await NoteAsync(falsch, adresse, antwort, inhalt is "[1, 2]" or "null" ? [400] : [400, 404]);
        }

        falsch.ShouldBeEmpty();
    }

    [Fact]
    public async Task Texts_that_are_far_too_long_are_refused_by_their_names()
    {
        var falsch = new List<string>();
        foreach (var art in Arten)
        {
            var daten = Sample(art.Type, text: Lang);
            // An id that is too long is an id of nothing, which is answered before.
            var texte = daten.Where(p => !p.Key.EndsWith("Id", StringComparison.Ordinal) && p.Value is JsonValue v && v.TryGetValue(out string? t) && t == Lang).Select(p => p.Key).ToList();
            if (texte.Count == 0)
                continue;
            var antwort = await SendAsync(art, Gemeinsam.Heute, daten);
            var text = await NoteAsync(falsch, art.Name, antwort, [400]);
            if (antwort.StatusCode == HttpStatusCode.BadRequest && !texte.Exists(t => JsonNode.Parse(text)!["errors"]?[t] is not null))
                falsch.Add($"{art.Name}: none of {string.Join(", ", texte)} in {text}");
        }

        falsch.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_Sunday_is_asked_about()
    {
        var (falsch, gefragt) = (new List<string>(), 0);
        foreach (var art in Arten)
        {
            var antwort = await SendAsync(art, Gemeinsam.Sonntag, Sample(art.Type, text: "Größe"));
            var text = await NoteAsync(falsch, art.Name, antwort, [400]);
            if (JsonNode.Parse(text)?["errors"]?["wirksamAm"]?[0]?.ToString().Contains("bestätigen", StringComparison.Ordinal) == true)
                gefragt++;
        }

        falsch.ShouldBeEmpty();
        gefragt.ShouldBeGreaterThan(Arten.Count / 2, "the others have a mistake of their own in the made-up data");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ten_megabytes_are_answered_and_not_cut_off(bool laenge)
    {
        var falsch = new List<string>();
        // One fact stands for all: they are the same endpoint.
        foreach (var (adresse, rolle) in Addresses().Where(a => !a.Adresse.Contains("/eintraege/", StringComparison.Ordinal) || a.Adresse.EndsWith("KontaktGehalten", StringComparison.Ordinal)))
        {
            using var anfrage = new HttpRequestMessage(HttpMethod.Post, adresse)
            {
                Content = new StringContent($"{{\"daten\":\"{new string('x', 10 * 1024 * 1024)}\"}}", Encoding.UTF8, "application/json"),
            };
            anfrage.Headers.TransferEncodingChunked = !laenge;
            var antwort = await (await SessionAsync(rolle)).Http.SendAsync(anfrage);
            await NoteAsync(falsch, adresse, antwort, [413]);
        }

        falsch.ShouldBeEmpty();
    }

    /// <summary>What the person who has the Fall can record.</summary>
    private static IReadOnlyList<TatsachenArt> Arten { get; } = [.. TatsachenKatalog.Alle.Where(a => a.Rollen.Contains(Rollen.Fallmanager) && !a.EigeneAdresse)];

    private async Task<HttpResponseMessage> SendAsync(TatsachenArt art, DateOnly am, JsonObject daten) =>
        await (await SessionAsync(Rollen.Fallmanager)).PostTextAsync(
            $"/api/faelle/{_fall}/eintraege/{art.Name}",
            new JsonObject { ["wirksamAm"] = $"{am:yyyy-MM-dd}", ["daten"] = daten }.ToJsonString());

    /// <summary>Notes an answer that is none of the expected, or that does not say in German what is wrong.</summary>
    private static async Task<string> NoteAsync(List<string> falsch, string adresse, HttpResponseMessage antwort, int[] erwartet)
    {
        var text = await antwort.Content.ReadAsStringAsync();
        if (!erwartet.Contains((int)antwort.StatusCode))
            falsch.Add($"{adresse}: {(int)antwort.StatusCode} {text[..Math.Min(300, text.Length)]}");
        else if (antwort.Content.Headers.ContentType?.MediaType != "application/problem+json" || JsonNode.Parse(text)!["detail"] is null)
            falsch.Add($"{adresse}: no problem, but {text}");
        return text;
    }

    /// <summary>Every address that takes a POST with a body of somebody signed in, with a person who may send it.</summary>
    private List<(string Adresse, string Rolle)> Addresses()
    {
        var alle = gemeinsam.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
                && e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && e.Metadata.GetMetadata<IAcceptsMetadata>() is not null)
            .Select(e => (
                Platzhalter().Replace(e.RoutePattern.RawText!, m => IdFor(e.RoutePattern.RawText!, m.Groups[2].Value)),
                RolleOf(e)))
            .ToList();
        alle.Count.ShouldBeGreaterThan(50);
        return alle;
    }

    private string IdFor(string muster, string art) => muster switch
    {
        _ when muster.StartsWith("/api/faelle/", StringComparison.Ordinal) => _fall.ToString(),
        _ when muster.StartsWith("/api/aufgaben/", StringComparison.Ordinal) => _aufgabe,
        _ when muster.StartsWith("/api/traeger/", StringComparison.Ordinal) => $"Z-{_fall:N}",
        _ => art switch { ":guid" => Guid.Empty.ToString(), ":int" => "1", _ => "x" },
    };

    private static string RolleOf(RouteEndpoint endpoint)
    {
        // Groups and endpoints each name roles; somebody has to have one of each.
        var verlangt = endpoint.Metadata.OfType<IAuthorizeData>().Where(a => a.Roles is not null).Select(a => a.Roles!.Split(',')).ToList();
        return Personen.Keys.First(rolle => verlangt.TrueForAll(v => v.Contains(rolle)));
    }

    private static readonly Dictionary<string, string> Personen = new()
    {
        [Rollen.Fallmanager] = Testjobcenter.Fallmanagerin,
        [Rollen.Teamleitung] = Testjobcenter.Teamleiterin,
        [Rollen.Integrationsfachkraft] = Testjobcenter.Vermittlerin,
        [Rollen.Prozessgestalter] = Testjobcenter.Prozessgestalterin,
        [Rollen.Datenschutz] = Testjobcenter.Datenschuetzerin,
        [Rollen.Traeger] = Testjobcenter.PartnerSchulden,
    };

    private async Task<Sitzung> SessionAsync(string rolle)
    {
        if (!_sitzungen.TryGetValue(rolle, out var sitzung))
            _sitzungen[rolle] = sitzung = await gemeinsam.App.SignInAsync(Personen[rolle]);
        return sitzung;
    }

    /// <summary>A fact that is sound in form: every required field filled with something of its kind.</summary>
    private static JsonObject Sample(Type typ, string text) => new(typ.GetConstructors()[0].GetParameters()
        .Where(p => !p.HasDefaultValue)
        .Select(p => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(p.Name!), Value(p.ParameterType, text))));

    private static JsonNode? Value(Type typ, string text) => (Nullable.GetUnderlyingType(typ) ?? typ) switch
    {
        var t when t == typeof(string) => text,
        var t when t == typeof(bool) => true,
        var t when t == typeof(int) => 2,
        var t when t == typeof(Guid) => Guid.Empty.ToString(),
        var t when t == typeof(DateOnly) => $"{Gemeinsam.Heute:yyyy-MM-dd}",
        var t when t == typeof(TimeOnly) => "10:00",
        { IsEnum: true } t => Enum.GetNames(t)[0],
        { IsGenericType: true } t => new JsonArray(Value(t.GetGenericArguments()[0], "Größe")),
        var t => Sample(t, text),
    };

    [GeneratedRegex(@"\{\**(\w+)(:\w+)?\??\}")]
    private static partial Regex Platzhalter();
}
