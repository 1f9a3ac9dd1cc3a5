using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Prozesse;

/// <summary>
/// Keeps the catalogue of this process in line with the published versions in the database, and publishes new ones.
/// A published version never changes; running instances stay on theirs.
/// </summary>
internal sealed class Prozessverzeichnis(
    Prozesskatalog katalog, IProzessversionen versionen, IProzessentwuerfe entwuerfe, IZeitausloeser ausloeser, Prozesspruefung pruefung, TimeProvider uhr,
    [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit) : IDisposable
{
    private const int Versuche = 8;

    private readonly SemaphoreSlim _einer = new(1, 1);

    /// <summary>Reads what other nodes may have published. True if there is anything at all.</summary>
    public async Task<bool> LoadAsync(CancellationToken cancellation = default)
    {
        // What this node publishes meanwhile must not look like something retracted.
        await _einer.WaitAsync(cancellation);
        try
        {
            var alle = await versionen.LoadAsync(cancellation);
            foreach (var version in alle)
                Admit(version);
            var aktuell = alle.Where(v => v.IsCurrent).Select(v => v.DefinitionId).ToHashSet(StringComparer.Ordinal);
            foreach (var zurueckgezogen in katalog.Speicher.AllPublished.Where(d => !aktuell.Contains(d.DefinitionId)))
                katalog.Speicher.Retract(zurueckgezogen.DefinitionId);
            return aktuell.Count > 0;
        }
        finally
        {
            _einer.Release();
        }
    }

    public Task<IReadOnlyList<Prozessversion>> VersionsOfAsync(string definitionId, CancellationToken cancellation) =>
        versionen.VersionsOfAsync(definitionId, cancellation);

    /// <summary>The newest version of every definition, retracted ones included.</summary>
    public Task<IReadOnlyList<Prozessversion>> NewestAsync(CancellationToken cancellation) => versionen.NewestAsync(cancellation);

    /// <summary>New instances of this definition are refused from now on; running ones go on.</summary>
    /// <param name="check">Throws if others need it; is given every current version and those that running instances are pinned to.</param>
    /// <param name="vermerk">The row about it, written with it.</param>
    public async Task RetractAsync(
        string definitionId, Action<IReadOnlyCollection<WorkflowDefinition>> check, Func<Task<Entwurfsstand>> vermerk, CancellationToken cancellation)
    {
        await _einer.WaitAsync(cancellation);
        try
        {
            check([.. (await versionen.LoadAsync(cancellation)).Select(v => katalog.FindVersion(v.Id)).OfType<WorkflowDefinition>()]);
            await versionen.RetractAsync(definitionId, await vermerk(), cancellation);
            katalog.Speicher.Retract(definitionId);
        }
        finally
        {
            _einer.Release();
        }
    }

    public async Task<IReadOnlyList<Prozessversion>> CurrentAsync(CancellationToken cancellation) =>
        [.. (await versionen.LoadAsync(cancellation)).Where(v => v.IsCurrent)];

    /// <summary>Publishes one definition as the next version.</summary>
    /// <param name="eingang">Idempotency key in the caller's name: repeated with the same definition, it finds the version that it made.</param>
    /// <param name="vermerk">Who publishes it and why, for the version that it becomes; written with it, and given back it must be true for that version.</param>
    /// <exception cref="DefinitionUngueltigException">It has problems; all of them are named.</exception>
    /// <exception cref="ConflictException">Somebody else has published or saved the same definition meanwhile.</exception>
    public async Task<Prozessversion> PublishAsync(string json, string? eingang, Vermerk vermerk, CancellationToken cancellation)
    {
        await _einer.WaitAsync(cancellation);
        try
        {
            var definition = pruefung.ReadOrThrow(json, katalog.Speicher.AllPublished);
            return await SaveAsync(definition, eingang, vermerk, cancellation);
        }
        finally
        {
            _einer.Release();
        }
    }

    /// <summary>
    /// Publishes the definitions of a folder that are new and go on from the newest version here; either all of them are sound, or
    /// none is published. What somebody else has published since is not replaced.
    /// </summary>
    /// <returns>Definitions of files that are in conflict with the database.</returns>
    /// <exception cref="DefinitionUngueltigException">One or more have problems; all of them are named with their files.</exception>
    public async Task<IReadOnlyList<WorkflowDefinition>> PublishFolderAsync(string ordner, CancellationToken cancellation)
    {
        await _einer.WaitAsync(cancellation);
        try
        {
            var konflikte = new List<WorkflowDefinition>();
            foreach (var definition in Teilprozesse.InOrder(pruefung.ReadFolderOrThrow(ordner)))
            {
                if (!await TakeAsync(definition, cancellation))
                    konflikte.Add(definition);
            }

            return konflikte;
        }
        finally
        {
            _einer.Release();
        }
    }

    /// <summary>False if it is in conflict.</summary>
    private async Task<bool> TakeAsync(WorkflowDefinition definition, CancellationToken cancellation)
    {
        for (var versuch = 1; ; versuch++)
        {
            switch (await JudgeAsync(definition, cancellation))
            {
                case Dateibefund.Bekannt:
                    return true;
                case Dateibefund.Konflikt:
                    return false;
            }

            try
            {
                await SaveAsync(definition, null, FromFileAsync, cancellation);
                return true;
            }
            catch (ConflictException) when (versuch < Versuche)
            {
                // Another node starts with the same folder, or somebody has saved a draft; looked at once more.
            }
        }
    }

    public async Task<Dateibefund> JudgeAsync(WorkflowDefinition datei, CancellationToken cancellation) => Dateilinie.Judge(
        datei, await versionen.VersionsOfAsync(datei.DefinitionId, cancellation), await entwuerfe.PublicationsAsync(datei.DefinitionId, cancellation));

    private async Task<Entwurfsstand> FromFileAsync(Prozessversion version, CancellationToken cancellation) =>
        Vermerke.Of(version, await entwuerfe.FindAsync(version.DefinitionId, cancellation), Entwurfsart.AusDatei, Akteur.System, null, echtzeit.GetUtcNow());

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

    private async Task<Prozessversion> SaveAsync(WorkflowDefinition definition, string? eingang, Vermerk vermerk, CancellationToken cancellation)
    {
        var bisherige = await versionen.VersionsOfAsync(definition.DefinitionId, cancellation);
        var nummer = bisherige.Count == 0 ? 1 : bisherige[0].Version + 1;
        var quelle = Prozessinhalt.WithoutVersion(definition.Source);
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
            : new Eingangsschluessel($"prozess:{Kennung.Of(eingang, definition.DefinitionId, Prozessinhalt.WithoutVersion(definition.Source).ToJsonString()):N}", uhr.GetUtcNow());
        if (!await versionen.PublishAsync(version, TriggersOf(DefinitionReader.Read(version.Json)), schluessel, await vermerk(version, cancellation), cancellation))
            // Another node may have published it after these were read.
            return (await versionen.VersionsOfAsync(definition.DefinitionId, cancellation)).First(frueher => Prozessinhalt.SameContent(JsonNode.Parse(frueher.Json)!.AsObject(), definition.Source));
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

    private static readonly JsonSerializerOptions Schreibweise = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
