using System.IO.Compression;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace FallWorkflow.Web.Dateien;

/// <summary>
/// Serves Elsa Studio from the assembly. Files are kept in the form in which they travel (brotli); a client that does not take
/// it gets them unpacked. What our pages name lies under <c>/studio/{version}/</c>, and browsers keep it for ever. What Studio
/// asks for by itself lies below the base of its pages, since Blazor refuses pages outside of its base; there, only names that
/// carry a hash are kept without asking.
/// </summary>
internal static partial class Studiodateien
{
    private const string Prefix = "studio/";

    private const string Brotli = ".br";

    private static readonly Assembly Assembly = typeof(Studiodateien).Assembly;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".wasm"] = "application/wasm",
        [".dat"] = "application/octet-stream",
        [".woff2"] = "font/woff2",
        [".cur"] = "image/x-icon",
        [".ttf"] = "font/ttf",
        [".svg"] = "image/svg+xml",
    };

    // Path as asked for, and the resource that holds it. The streams are read only when somebody asks.
    private static readonly Dictionary<string, string> Dateien = Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(n => n[Prefix.Length..].Replace('\\', '/') is var pfad && pfad.EndsWith(Brotli, StringComparison.Ordinal) ? pfad[..^Brotli.Length] : pfad);

    /// <summary>Changes whenever the assembly does, and with it any of the files and texts.</summary>
    private static string Version { get; } = Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];

    /// <summary>Address below which the files lie, with a slash at its end.</summary>
    public static string Basis { get; } = $"/studio/{Version}/";

    /// <summary>The base of the pages that hold Studio.</summary>
    public const string Seiten = "/prozesse/";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/studio/{version}/{**pfad}", (string version, string pfad, HttpContext http) => Serve(pfad, version == Version, http))
            .AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet(Seiten + "{teil:regex(^_(framework|content)$)}/{**pfad}", (string teil, string pfad, HttpContext http) =>
            Serve($"{teil}/{pfad}", teil == "_framework" && MitHash().IsMatch(pfad), http)).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet(Seiten + "appsettings.json", (HttpContext http) => Serve("appsettings.json", false, http)).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Serve(string pfad, bool bleibt, HttpContext http)
    {
        if (!Dateien.TryGetValue(pfad, out var name) || !Types.TryGetValue(Path.GetExtension(pfad), out var type))
            return Results.NotFound();
        var headers = http.Response.Headers;
        headers[HeaderNames.CacheControl] = bleibt ? "public, max-age=31536000, immutable" : "no-cache";
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        var marke = new EntityTagHeaderValue($"\"{Version}\"");
        var inhalt = Assembly.GetManifestResourceStream(name)!;
        if (!name.EndsWith(Brotli, StringComparison.Ordinal))
            return Results.Stream(inhalt, type, entityTag: marke);
        headers[HeaderNames.Vary] = HeaderNames.AcceptEncoding;
        if (!TakesBrotli(http.Request))
            return Results.Stream(new BrotliStream(inhalt, CompressionMode.Decompress), type);
        headers[HeaderNames.ContentEncoding] = "br";
        return Results.Stream(inhalt, type, entityTag: marke);
    }

    private static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && e.Quality is not 0);

    [GeneratedRegex(@"\.[a-z0-9]{10}\.[a-z]+$")]
    private static partial Regex MitHash();
}
