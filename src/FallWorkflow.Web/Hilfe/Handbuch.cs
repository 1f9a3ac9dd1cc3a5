using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace FallWorkflow.Web.Hilfe;

/// <summary>The chapters of the handbook, written as Markdown in <c>docs/</c> and embedded in the assembly.</summary>
internal static class Handbuch
{
    private const string Prefix = "hilfe/";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().DisableHtml().Build();

    private static readonly Dictionary<string, byte[]> Dateien = Load();

    /// <summary>All chapters by title.</summary>
    public static IReadOnlyList<Kapitel> Alle { get; } =
    [
        .. Dateien.Where(d => d.Key.EndsWith(".md", StringComparison.Ordinal))
            .Select(d => Read(d.Key[..^3], System.Text.Encoding.UTF8.GetString(d.Value)))
            .OrderBy(k => k.Titel, StringComparer.Ordinal),
    ];

    public static Kapitel? Find(string name) => Alle.FirstOrDefault(k => k.Name == name);

    /// <summary>Serves the pictures of the chapters.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/hilfe/bilder/{name}", (string name, HttpContext http) =>
        {
            if (!name.EndsWith(".png", StringComparison.Ordinal) || !Dateien.TryGetValue($"bilder/{name}", out var inhalt))
                return Results.NotFound();
            http.Response.Headers[HeaderNames.CacheControl] = "private, max-age=3600";
            http.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            return Results.Bytes(inhalt, "image/png");
        }).RequireAuthorization().ExcludeFromDescription();

    private static Kapitel Read(string name, string text)
    {
        var dokument = Markdown.Parse(text, Pipeline);
        foreach (var teil in dokument.Descendants())
            Dress(teil);
        var titel = dokument.Descendants<HeadingBlock>().First(h => h.Level == 1);
        return new(name, string.Concat(titel.Inline!.Descendants<LiteralInline>().Select(l => l.Content.ToString())), dokument.ToHtml(Pipeline));
    }

    /// <summary>The classes of the design system, and links between chapters as addresses of pages.</summary>
    private static void Dress(MarkdownObject teil)
    {
        switch (teil)
        {
            case HeadingBlock kopf:
                Add(kopf, kopf.Level switch { 1 => "kern-heading-large", 2 => "kern-heading-medium", _ => "kern-heading-small" });
                break;
            case ParagraphBlock absatz:
                Add(absatz, "kern-body");
                break;
            case Table tabelle:
                Add(tabelle, "kern-table");
                break;
            case LinkInline { IsImage: false, Url: { } ziel } verweis:
                Add(verweis, "kern-link");
                if (ziel.EndsWith(".md", StringComparison.Ordinal))
                    verweis.Url = "/hilfe/" + Path.GetFileNameWithoutExtension(ziel);
                break;
        }
    }

    private static void Add(MarkdownObject teil, string klasse) => teil.GetAttributes().AddClass(klasse);

    private static Dictionary<string, byte[]> Load()
    {
        var assembly = typeof(Handbuch).Assembly;
        var dateien = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            dateien[name[Prefix.Length..].Replace('\\', '/')] = memory.ToArray();
        }

        return dateien;
    }
}

/// <summary>One chapter.</summary>
/// <param name="Name">Part of its address.</param>
/// <param name="Html">Made from Markdown of ours; HTML within it is not let through.</param>
internal sealed record Kapitel(string Name, string Titel, string Html);
