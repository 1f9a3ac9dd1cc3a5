using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Service.Prozesse;

namespace FallWorkflow.Service.Studio;

/// <summary>All versions of all processes, drafts included.</summary>
internal sealed class Fassungen(IProzessentwuerfe entwuerfe, Prozessverzeichnis verzeichnis)
{
    /// <summary>Latest first; empty if there is no such process.</summary>
    public async Task<IReadOnlyList<Fassung>> OfAsync(string definitionId, CancellationToken cancellation) =>
        Arrange(await entwuerfe.FindAsync(definitionId, cancellation), await verzeichnis.VersionsOfAsync(definitionId, cancellation));

    /// <summary>Null if there is none.</summary>
    /// <param name="welche">Latest, Published, Draft, LatestOrPublished, a number, or empty for the latest.</param>
    public async Task<Fassung?> FindAsync(string definitionId, string? welche, CancellationToken cancellation)
    {
        var alle = await OfAsync(definitionId, cancellation);
        return welche switch
        {
            "Published" => alle.FirstOrDefault(f => f.IsPublished),
            "Draft" => alle.FirstOrDefault(f => f.IsDraft),
            _ when int.TryParse(welche, out var version) => alle.FirstOrDefault(f => f.Version == version),
            _ => alle.Count > 0 ? alle[0] : null,
        };
    }

    /// <summary>By the id of the version, for example <c>dauer:2</c> or one that was given elsewhere; null if there is none.</summary>
    public async Task<Fassung?> FindByIdAsync(string id, CancellationToken cancellation)
    {
        var definitionId = id.LastIndexOf(':') is > 0 and var stelle ? id[..stelle] : id;
        return (await OfAsync(definitionId, cancellation)).FirstOrDefault(f => f.Id == id);
    }

    /// <summary>The latest version of every process, or the published ones.</summary>
    public async Task<IReadOnlyList<Fassung>> ListAsync(string? welche, CancellationToken cancellation)
    {
        if (welche == "Published")
            return [.. (await verzeichnis.CurrentAsync(cancellation)).Select(v => Of(v, isLatest: true))];
        var offen = (await entwuerfe.OpenAsync(cancellation)).ToDictionary(e => e.DefinitionId, StringComparer.Ordinal);
        var neueste = await verzeichnis.NewestAsync(cancellation);
        var bekannt = neueste.Select(v => v.DefinitionId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. neueste.Select(v => Arrange(offen.GetValueOrDefault(v.DefinitionId), [v])[0]),
            .. offen.Values.Where(e => !bekannt.Contains(e.DefinitionId)).Select(e => Arrange(e, [])[0]),
        ];
    }

    private static List<Fassung> Arrange(Entwurfsstand? letzter, IReadOnlyList<Prozessversion> versionen)
    {
        var alle = new List<Fassung>();
        if (letzter is { Json: { } json })
        {
            var version = versionen.Count == 0 ? 1 : versionen[0].Version + 1;
            alle.Add(new($"{letzter.DefinitionId}:{version}", letzter.DefinitionId, version, json, IsDraft: true, IsLatest: true, IsPublished: false, letzter.At));
        }

        alle.AddRange(versionen.Select((v, nr) => Of(v, isLatest: nr == 0 && alle.Count == 0)));
        return alle;
    }

    private static Fassung Of(Prozessversion version, bool isLatest) =>
        new(version.Id, version.DefinitionId, version.Version, version.Json, IsDraft: false, isLatest, version.IsCurrent, version.PublishedAt);
}
