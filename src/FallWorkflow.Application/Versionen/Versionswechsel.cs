using System.Runtime.CompilerServices;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Application.Versionen;

/// <summary>
/// Moves running processes from one published version to another, one Fall after the other, each in a transaction of its
/// own: whoever breaks off in the middle goes on later, since what has moved is not found in the old version any more.
/// </summary>
public sealed class Versionswechsel(FallService faelle, IProzessversionen versionen, IProzessinstanzen instanzen)
{
    /// <summary>What the move would do to each Fall; nothing is changed.</summary>
    /// <exception cref="NotFoundException">A version does not exist.</exception>
    /// <exception cref="InvalidInputException">The mapping names activities that neither version has, or a Fall is unknown.</exception>
    public IAsyncEnumerable<Umzug> PreviewAsync(Wechselauftrag auftrag, Akteur akteur, CancellationToken cancellation = default) =>
        RunAsync(auftrag, akteur, nurVorschau: true, cancellation);

    /// <summary>Moves what can move; the others are named and stay.</summary>
    /// <exception cref="NotFoundException">A version does not exist.</exception>
    /// <exception cref="InvalidInputException">A reason is missing, or as for the preview.</exception>
    public IAsyncEnumerable<Umzug> ApplyAsync(Wechselauftrag auftrag, Akteur akteur, CancellationToken cancellation = default) =>
        string.IsNullOrWhiteSpace(auftrag.Grund)
            ? throw new InvalidInputException("grund", Texte.Of("Umzug.OhneGrund"))
            : RunAsync(auftrag, akteur, nurVorschau: false, cancellation);

    private async IAsyncEnumerable<Umzug> RunAsync(
        Wechselauftrag auftrag, Akteur akteur, bool nurVorschau, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var alle = await versionen.VersionsOfAsync(auftrag.DefinitionId, cancellation);
        var von = Find(alle, auftrag.Von);
        var nach = Find(alle, auftrag.Nach);
        Wechselauftrag.Check(auftrag.Zuordnung, von.Json, nach.Json);
        var plan = new MigrationPlan(nach.Id, auftrag.Zuordnung, auftrag.FristenNeu);
        var grund = auftrag.Grund ?? Texte.Of("Umzug.Vorschau", auftrag.DefinitionId, auftrag.Von, auftrag.Nach);
        var offen = auftrag.Faelle.ToHashSet(StringComparer.Ordinal);
        string? zuletzt = null;
        while (await instanzen.OfVersionAsync(von.Id, zuletzt, 500, cancellation) is { Count: > 0 } stapel)
        {
            foreach (var instanz in stapel)
            {
                zuletzt = instanz.InstanzId;
                if (instanz.FallId is not { } fallId || (auftrag.Faelle.Count > 0 && !auftrag.Faelle.Contains(instanz.FallNummer ?? "")))
                    continue;
                offen.Remove(instanz.FallNummer ?? "");
                yield return await faelle.MigrateAsync(fallId, instanz.InstanzId, von.Id, plan, akteur, grund, nurVorschau, cancellation);
            }
        }

        if (offen.Count > 0 && nurVorschau)
            throw new InvalidInputException("faelle", Texte.Of("Umzug.FallOhneInstanz", string.Join(", ", offen.Order(StringComparer.Ordinal))));
    }

    private static Prozessversion Find(IReadOnlyList<Prozessversion> alle, int nummer) =>
        alle.FirstOrDefault(v => v.Version == nummer) ?? throw new NotFoundException(Texte.Of("Umzug.VersionUnbekannt", nummer));
}
