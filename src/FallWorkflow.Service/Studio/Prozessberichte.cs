using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozessvergleich;
using FallWorkflow.Service.Prozesse;
using FallWorkflow.Web.Prozesse;

namespace FallWorkflow.Service.Studio;

/// <summary>Checks and compares drafts and published versions.</summary>
internal sealed class Prozessberichte(Fassungen fassungen, IProzessentwuerfe entwuerfe, Prozesspruefung pruefung, Prozesskatalog katalog) : IProzessberichte
{
    private const string Entwurf = "entwurf";

    private const string Stand = "stand:";

    public async Task<Pruefbericht> CheckAsync(string definitionId, CancellationToken cancellation = default)
    {
        var fassung = (await AllAsync(definitionId, cancellation))[0];
        var wurzel = JsonNode.Parse(fassung.Json)?["root"] as JsonObject;
        var probleme = pruefung.Find(fassung.Json, katalog.AllPublished).Select(p =>
        {
            var ziel = wurzel is null || p.ActivityId is null ? null : Felder.Inside(wurzel).FirstOrDefault(s => Felder.All(s).Any(i => i.Text("id") == p.ActivityId));
            var zielId = ziel?.Text("id");
            return new Pruefproblem(
                p.ActivityId, p.ActivityName ?? p.ActivityId, zielId, zielId is null || zielId == p.ActivityId ? null : NameOf(ziel!), p.Path, p.Message, p.Remedy);
        });
        return new(definitionId, fassung.Name, Describe(fassung), [.. probleme]);
    }

    public async Task<Vergleichsbericht> CompareAsync(string definitionId, string? von, string? nach, CancellationToken cancellation = default)
    {
        var alle = await AllAsync(definitionId, cancellation);
        var neu = string.IsNullOrEmpty(nach) ? alle[0] : await FindAsync(definitionId, alle, nach, cancellation);
        var alt = string.IsNullOrEmpty(von)
            ? alle.FirstOrDefault(f => f.IsPublished && f.Version < neu.Version) ?? alle.FirstOrDefault(f => f.Version < neu.Version)
            : await FindAsync(definitionId, alle, von, cancellation);
        var (vorher, nachher) = (alt is null ? [] : JsonNode.Parse(alt.Json)!.AsObject(), JsonNode.Parse(neu.Json)!.AsObject());
        return new(
            definitionId, neu.Name, [.. alle.Select(Describe).Concat(new[] { Describe(neu, nach), alt is null ? null : Describe(alt, von) }.OfType<Fassungsangabe>().Where(f => f.Nr is not null)).Distinct()],
            alt is null ? null : Describe(alt, von), Describe(neu, nach), alt is null ? [] : Prozessvergleicher.Compare(vorher, nachher))
        {
            Vorher = vorher,
            Nachher = nachher,
        };
    }

    private async Task<IReadOnlyList<Fassung>> AllAsync(string definitionId, CancellationToken cancellation) =>
        await fassungen.OfAsync(definitionId, cancellation) is { Count: > 0 } alle ? alle : throw new NotFoundException(Texte.Of("Prozess.Unbekannt"));

    private async Task<Fassung> FindAsync(string definitionId, IReadOnlyList<Fassung> alle, string welche, CancellationToken cancellation)
    {
        if (NumberOf(welche) is { } nr && await entwuerfe.FindAsync(definitionId, nr, cancellation) is { Json: { } json } stand)
            return new($"{definitionId}:{stand.Version}", definitionId, stand.Version, json, IsDraft: true, IsLatest: false, IsPublished: false, stand.At);
        return alle.FirstOrDefault(f => welche == Entwurf ? f.IsDraft : f.Version.ToString(CultureInfo.InvariantCulture) == welche)
            ?? throw new NotFoundException(Texte.Of("Studio.VersionUnbekannt"));
    }

    /// <summary>Number of a saved state; null if something else is asked for.</summary>
    private static int? NumberOf(string? welche) =>
        welche?.StartsWith(Stand, StringComparison.Ordinal) is true && int.TryParse(welche.AsSpan(Stand.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var nr) ? nr : null;

    private static Fassungsangabe Describe(Fassung fassung) => Describe(fassung, null);

    private static Fassungsangabe Describe(Fassung fassung, string? welche) => new(fassung.Version, fassung.IsDraft, fassung.IsPublished, fassung.Since, NumberOf(welche));

    private static string NameOf(JsonObject schritt) =>
        (schritt["metadata"] as JsonObject)?.Text("displayText") is { Length: > 0 } text ? text : schritt.Text("name") ?? schritt.Text("id")!;
}
