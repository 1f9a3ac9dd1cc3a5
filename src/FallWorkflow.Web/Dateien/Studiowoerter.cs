using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Encodings.Web;
using System.Text.Json;
using FallWorkflow.Application.Prozesse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace FallWorkflow.Web.Dateien;

/// <summary>
/// German for what Elsa Studio shows, since its own translations are not in the package: Woerterbuch.resx, by the English
/// words; the messages of our own scripts, from Seitentexte.resx; and the words of outcomes, which Studio shows by their names.
/// </summary>
internal static class Studiowoerter
{
    private const string Eigene = "Studio.";

    private static readonly JsonSerializerOptions Lesbar = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly byte[] Inhalt = JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            woerter = Read("FallWorkflow.Web.Studio.Woerterbuch", ""),
            texte = Read("FallWorkflow.Web.Seitentexte", Eigene),
            // On the canvas they stand by themselves, and begin with a capital letter.
            ausgaenge = Prozesswoerter.Ausgaenge.ToDictionary(a => a.Key, a => char.ToUpperInvariant(a.Value[0]) + a.Value[1..]),
        },
        Lesbar);

    public static string Url { get; } = $"{Studiodateien.Basis}woerter.json";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/studio/{version}/woerter.json", (string version, HttpContext http) =>
        {
            http.Response.Headers[HeaderNames.CacheControl] = Studiodateien.Basis.EndsWith($"/{version}/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
            http.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            return Results.Bytes(Inhalt, "application/json; charset=utf-8");
        }).AllowAnonymous().ExcludeFromDescription();

    private static SortedDictionary<string, string> Read(string name, string vorsatz)
    {
        var alle = new ResourceManager(name, typeof(Studiowoerter).Assembly).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!;
        return new(
            alle.Cast<DictionaryEntry>().Where(e => ((string)e.Key).StartsWith(vorsatz, StringComparison.Ordinal))
                .ToDictionary(e => ((string)e.Key)[vorsatz.Length..], e => (string)e.Value!),
            StringComparer.Ordinal);
    }
}
