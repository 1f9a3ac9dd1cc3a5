using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Prozesse;

/// <summary>
/// Keeps the catalogue of this process in line with the published versions in the database, and publishes new ones.
/// A published version never changes; running instances stay on theirs.
/// </summary>
internal sealed class Prozessverzeichnis(
    Prozesskatalog katalog, IProzessversionen versionen, IZeitausloeser ausloeser, Prozesspruefung pruefung, TimeProvider uhr,
    [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit) : IDisposable
{
    private readonly SemaphoreSlim _einer = new(1, 1);

    /// <summary>Reads what other nodes may have published. True if there is anything at all.</summary>
    public async Task<bool> LoadAsync(CancellationToken cancellation = default)
    {
        var alle = await versionen.LoadAsync(cancellation);
        foreach (var version in alle)
            Admit(version);
        return alle.Any(v => v.IsCurrent);
    }

    public Task<IReadOnlyList<Prozessversion>> VersionsOfAsync(string definitionId, CancellationToken cancellation) =>
        versionen.VersionsOfAsync(definitionId, cancellation);

    public async Task<IReadOnlyList<Prozessversion>> CurrentAsync(CancellationToken cancellation) =>
        [.. (await versionen.LoadAsync(cancellation)).Where(v => v.IsCurrent)];

    /// <summary>Publishes one definition as the next version.</summary>
    /// <param name="eingang">Idempotency key in the caller's name: repeated with the same definition, it finds the version that it made.</param>
    /// <exception cref="DefinitionUngueltigException">It has problems; all of them are named.</exception>
    /// <exception cref="ConflictException">Somebody else has published the same definition meanwhile.</exception>
    public async Task<Prozessversion> PublishAsync(string json, string? eingang, CancellationToken cancellation)
    {
        await _einer.WaitAsync(cancellation);
        try
        {
            var definition = pruefung.ReadOrThrow(json, katalog.Speicher.AllPublished);
            return await SaveAsync(definition, eingang, cancellation);
        }
        finally
        {
            _einer.Release();
        }
    }

    /// <summary>Publishes all definitions of a folder that differ from the current versions; either all of them are sound, or none is published.</summary>
    /// <exception cref="DefinitionUngueltigException">One or more have problems; all of them are named with their files.</exception>
    public async Task<IReadOnlyList<Prozessversion>> PublishFolderAsync(string ordner, CancellationToken cancellation)
    {
        await _einer.WaitAsync(cancellation);
        try
        {
            var neu = new List<Prozessversion>();
            foreach (var definition in Teilprozesse.InOrder(pruefung.ReadFolderOrThrow(ordner)))
            {
                var bisher = katalog.FindPublished(definition.DefinitionId);
                if (bisher is null || !SameContent(bisher.Source, definition.Source))
                    neu.Add(await SaveAsync(definition, null, cancellation));
            }

            return neu;
        }
        finally
        {
            _einer.Release();
        }
    }

    /// <summary>
    /// Gives every published definition that starts by itself the rows it needs; those that have them keep them. For databases
    /// in which it was published before there were such rows.
    /// </summary>
    public async Task EnsureTriggersAsync(CancellationToken cancellation)
    {
        foreach (var definition in katalog.Speicher.AllPublished)
        {
            if (TriggersOf(definition) is { Count: > 0 } triggers)
                await ausloeser.ReplaceAsync(definition.DefinitionId, triggers, cancellation);
        }
    }

    private List<ScheduleTrigger> TriggersOf(WorkflowDefinition definition) =>
    [
        .. Triggers.SchedulesOf(definition).Select(t => new ScheduleTrigger
        {
            DefinitionId = definition.DefinitionId,
            ActivityId = t.ActivityId,
            Schedule = t.Schedule.Text,
            DueAt = t.Schedule.FirstAt(uhr.GetUtcNow()),
        }),
    ];

    public void Dispose() => _einer.Dispose();

    private async Task<Prozessversion> SaveAsync(WorkflowDefinition definition, string? eingang, CancellationToken cancellation)
    {
        var bisherige = await versionen.VersionsOfAsync(definition.DefinitionId, cancellation);
        var nummer = bisherige.Count == 0 ? 1 : bisherige[0].Version + 1;
        var quelle = WithoutVersion(definition.Source);
        quelle["id"] = $"{definition.DefinitionId}:{nummer}";
        quelle["version"] = nummer;
        quelle["isLatest"] = true;
        quelle["isPublished"] = true;
        Teilprozesse.Pin(quelle, katalog.FindAsActivity);
        var version = new Prozessversion
        {
            Id = $"{definition.DefinitionId}:{nummer}",
            DefinitionId = definition.DefinitionId,
            Version = nummer,
            Json = quelle.ToJsonString(Schreibweise),
            PublishedAt = echtzeit.GetUtcNow(),
        };
        var schluessel = eingang is null
            ? null
            : new Eingangsschluessel($"prozess:{Kennung.Of(eingang, definition.DefinitionId, WithoutVersion(definition.Source).ToJsonString()):N}", uhr.GetUtcNow());
        if (!await versionen.PublishAsync(version, TriggersOf(DefinitionReader.Read(version.Json)), schluessel, cancellation))
            // Another node may have published it after these were read.
            return (await versionen.VersionsOfAsync(definition.DefinitionId, cancellation)).First(frueher => SameContent(JsonNode.Parse(frueher.Json)!.AsObject(), definition.Source));
        Admit(version);
        return version;
    }

    private void Admit(Prozessversion version)
    {
        if (katalog.Speicher.FindVersion(version.Id) is not { } definition)
            katalog.Speicher.Add(definition = DefinitionReader.Read(version.Json));
        if (version.IsCurrent && !(katalog.Speicher.FindPublished(version.DefinitionId)?.Version >= version.Version))
            katalog.Speicher.Publish(definition);
    }

    private static readonly string[] Versionsfelder = ["id", "version", "isLatest", "isPublished", "createdAt"];

    private static readonly JsonSerializerOptions Schreibweise = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static bool SameContent(JsonObject a, JsonObject b) => JsonNode.DeepEquals(WithoutVersion(a), WithoutVersion(b));

    private static JsonObject WithoutVersion(JsonObject quelle)
    {
        var inhalt = quelle.DeepClone().AsObject();
        // Elsa reads property names in any case; only one spelling may remain.
        foreach (var schreibweise in inhalt.Select(p => p.Key).Where(k => Versionsfelder.Contains(k, StringComparer.OrdinalIgnoreCase)).ToList())
            inhalt.Remove(schreibweise);
        Teilprozesse.Unpin(inhalt);
        return inhalt;
    }
}
