using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Web.Anmeldung;

namespace FallWorkflow.Service.Studio;

/// <summary>Reading definitions.</summary>
internal static class Definitionsendpunkte
{
    /// <summary>Longest page of a list.</summary>
    internal const int MaxSeite = 200;

    public static void MapDefinitionen(this IEndpointRouteBuilder api)
    {
        var definitionen = api.MapGroup("/workflow-definitions");
        definitionen.MapGet("", ListAsync);

        definitionen.MapGet("/by-definition-id/{definitionId}", async (string definitionId, string? versionOptions, Fassungen fassungen, Antworten antworten, HttpContext context) =>
        {
            var fassung = await fassungen.FindAsync(definitionId, versionOptions, context.RequestAborted) ?? throw new NotFoundException(Texte.Of("Prozess.Unbekannt"));
            return Antworten.Json(antworten.Definition(fassung, context.User.ToAkteur()));
        });

        definitionen.MapGet("/by-id/{id}", async (string id, Fassungen fassungen, Antworten antworten, HttpContext context) =>
            Antworten.Json(antworten.Definition(await FindAsync(fassungen, id, context), context.User.ToAkteur())));

        definitionen.MapGet("/many-by-id", async (string[] ids, Fassungen fassungen, Antworten antworten, HttpContext context) =>
        {
            var gefunden = new JsonArray();
            foreach (var id in ids.Distinct(StringComparer.Ordinal).Take(MaxSeite))
            {
                if (await fassungen.FindByIdAsync(id, context.RequestAborted) is { } fassung)
                    gefunden.Add((JsonNode)antworten.Definition(fassung, context.User.ToAkteur()));
            }

            return Antworten.Json(Antworten.List(gefunden));
        });

        definitionen.MapGet("/query/count", async (Fassungen fassungen, HttpContext context) =>
            Antworten.Json(new JsonObject { ["count"] = (await fassungen.ListAsync(null, context.RequestAborted)).Count }));

        definitionen.MapGet("/validation/is-name-unique", async (string? name, string? definitionId, Entwurfsdienst dienst, HttpContext context) =>
            Antworten.Json(new JsonObject { ["isUnique"] = await dienst.IsNameUniqueAsync(name ?? "", definitionId, context.RequestAborted) }));

        definitionen.MapGet("/{definitionId}/consumers", (string definitionId, Verwendungen verwendungen) => Antworten.Json(new JsonObject
        {
            ["consumingWorkflowDefinitionIds"] = new JsonArray([.. verwendungen.Of(definitionId).Select(v => (JsonNode)v)]),
        }));

        definitionen.MapGet("/subgraph/{id}", async (string id, string? parentNodeId, Fassungen fassungen, Antworten antworten, HttpContext context) =>
        {
            var root = antworten.Definition(await FindAsync(fassungen, id, context), context.User.ToAkteur())["root"]!.AsObject();
            var gesucht = Felder.All(root).FirstOrDefault(s => s.Text("nodeId") == (parentNodeId ?? root.Text("nodeId")))
                ?? throw new NotFoundException(Texte.Of("Studio.SchrittUnbekannt"));
            return Antworten.Json(Node(gesucht));
        });

        definitionen.MapGet("/subgraph/segments/{id}", async (string id, string? childNodeId, Fassungen fassungen, Antworten antworten, HttpContext context) =>
        {
            var root = antworten.Definition(await FindAsync(fassungen, id, context), context.User.ToAkteur())["root"]!.AsObject();
            return Segments(root, childNodeId) is { } weg ? Antworten.Json(weg) : throw new NotFoundException(Texte.Of("Studio.SchrittUnbekannt"));
        });
    }

    internal static async Task<Fassung> FindAsync(Fassungen fassungen, string id, HttpContext context) =>
        await fassungen.FindByIdAsync(id, context.RequestAborted) ?? throw new NotFoundException(Texte.Of("Studio.VersionUnbekannt"));

    private static async Task<IResult> ListAsync(HttpContext context, Fassungen fassungen, string? versionOptions, int? page, int? pageSize, string? searchTerm, string? orderBy, string? orderDirection)
    {
        var akteur = context.User.ToAkteur();
        var ids = context.Request.Query["DefinitionIds"].OfType<string>().SelectMany(i => i.Split(',')).Where(i => i.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (context.Request.Query["DefinitionId"].ToString() is { Length: > 0 } eine)
            ids.Add(eine);
        var versionen = context.Request.Query["Ids"].OfType<string>().ToList();
        IEnumerable<Fassung> alle = versionen.Count > 0
            ? (await Task.WhenAll(versionen.Distinct(StringComparer.Ordinal).Take(MaxSeite).Select(id => fassungen.FindByIdAsync(id, context.RequestAborted)))).OfType<Fassung>()
            : versionOptions == "AllVersions" && ids.Count > 0
            ? (await Task.WhenAll(ids.Take(MaxSeite).Select(id => fassungen.OfAsync(id, context.RequestAborted)))).SelectMany(f => f)
            : (await fassungen.ListAsync(versionOptions, context.RequestAborted)).Where(f => ids.Count == 0 || ids.Contains(f.DefinitionId));
        if (!string.IsNullOrWhiteSpace(searchTerm))
            alle = alle.Where(f => new[] { f.Name, f.DefinitionId, f.Description }.Any(t => t.Contains(searchTerm.Trim(), StringComparison.CurrentCultureIgnoreCase)));
        alle = Ordered(alle, orderBy, string.Equals(orderDirection, "Descending", StringComparison.OrdinalIgnoreCase));
        var treffer = alle.ToList();
        var groesse = Math.Clamp(pageSize ?? MaxSeite, 1, MaxSeite);
        return Antworten.Json(new JsonObject
        {
            ["items"] = new JsonArray([.. treffer.Skip(Math.Max(page ?? 0, 0) * groesse).Take(groesse).Select(f => (JsonNode)Antworten.Summary(f, akteur))]),
            ["totalCount"] = treffer.Count,
            ["links"] = Antworten.BulkLinks(akteur),
        });
    }

    private static IEnumerable<Fassung> Ordered(IEnumerable<Fassung> alle, string? nach, bool absteigend)
    {
        var deutsch = StringComparer.Create(CultureInfo.GetCultureInfo("de-DE"), CompareOptions.IgnoreCase);
        return (nach, absteigend) switch
        {
            ("Version", false) => alle.OrderBy(f => f.Version),
            ("Version", true) => alle.OrderByDescending(f => f.Version),
            ("Created", false) => alle.OrderBy(f => f.Since),
            ("Created", true) => alle.OrderByDescending(f => f.Since),
            (_, true) => alle.OrderByDescending(f => f.Name, deutsch).ThenByDescending(f => f.Version),
            _ => alle.OrderBy(f => f.Name, deutsch).ThenByDescending(f => f.Version),
        };
    }

    private static JsonObject Node(JsonObject schritt) => new()
    {
        ["activity"] = schritt.DeepClone(),
        ["nodeId"] = schritt.Text("nodeId"),
        ["port"] = null,
        ["parents"] = new JsonArray(),
        ["children"] = new JsonArray([.. Felder.Inside(schritt).Select(k => (JsonNode)Node(k))]),
    };

    /// <summary>The way from the root to a step; null if there is none.</summary>
    private static JsonObject? Segments(JsonObject root, string? nodeId)
    {
        var weg = new List<JsonObject>();
        return !Find(root) || weg.Count < 2
            ? null
            : new JsonObject
            {
                ["childNode"] = Node(weg[^1]),
                ["container"] = Node(weg[^2]),
                ["pathSegments"] = new JsonArray([.. weg.Skip(1).SkipLast(1).Select(s => (JsonNode)new JsonObject
                {
                    ["activityNodeId"] = s.Text("nodeId"), ["activityId"] = s.Text("id"), ["activityType"] = s.Text("type"), ["portName"] = "Root", ["activityName"] = s.Text("name"),
                })]),
            };

        bool Find(JsonObject schritt)
        {
            weg.Add(schritt);
            if (schritt.Text("nodeId") == nodeId || Felder.Inside(schritt).Any(Find))
                return true;
            weg.RemoveAt(weg.Count - 1);
            return false;
        }
    }
}
