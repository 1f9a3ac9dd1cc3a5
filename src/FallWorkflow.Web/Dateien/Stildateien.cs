using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace FallWorkflow.Web.Dateien;

/// <summary>Serves styles and fonts that are embedded in the assembly; the address carries the content's hash, so browsers may keep them for ever.</summary>
internal static class Stildateien
{
    private const string Prefix = "wwwroot/";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".css"] = "text/css; charset=utf-8",
        [".woff2"] = "font/woff2",
        [".svg"] = "image/svg+xml",
        [".js"] = "text/javascript; charset=utf-8",
    };

    private static readonly Dictionary<string, byte[]> Inhalte = Load();

    /// <summary>Changes whenever any file changes.</summary>
    public static string Version { get; } = Hash();

    /// <summary>Address of a file, for example <c>/stil/1a2b/kern/kern.min.css</c>.</summary>
    public static string Url(string pfad) => Inhalte.ContainsKey(pfad)
        ? $"/stil/{Version}/{pfad}"
        : throw new ArgumentException($"No embedded file '{pfad}'.", nameof(pfad));

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/stil/{version}/{**pfad}", (string version, string pfad, HttpContext http) =>
        {
            if (!Inhalte.TryGetValue(pfad, out var inhalt) || !Types.TryGetValue(Path.GetExtension(pfad), out var type))
                return Results.NotFound();
            http.Response.Headers[HeaderNames.CacheControl] = version == Version ? "public, max-age=31536000, immutable" : "no-cache";
            http.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            return Results.Bytes(inhalt, type);
        }).AllowAnonymous().ExcludeFromDescription();

    private static Dictionary<string, byte[]> Load()
    {
        var assembly = typeof(Stildateien).Assembly;
        var inhalte = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            inhalte[name[Prefix.Length..].Replace('\\', '/')] = memory.ToArray();
        }

        return inhalte;
    }

    private static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, inhalt) in Inhalte.OrderBy(i => i.Key, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            hash.AppendData(inhalt);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
