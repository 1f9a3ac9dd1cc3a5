using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Application.Versionen;

/// <summary>
/// What a move of running processes from one published version to another, or to the draft, would do. It is the move itself, in
/// transactions that are not committed; <see cref="Wechseldienst"/> has it done.
/// </summary>
public sealed class Versionswechsel(
    FallService faelle, IProzessversionen versionen, IProzessinstanzen instanzen, IProzessentwuerfe entwuerfe, IDefinitionCatalog katalog, IStammdaten stammdaten)
{
    /// <summary>Fälle that one page looks at while it seeks those that cannot move.</summary>
    public const int Suchweite = 300;

    /// <summary>What the move would do to each process; nothing is changed.</summary>
    /// <exception cref="NotFoundException">A version does not exist, or there is no draft.</exception>
    /// <exception cref="InvalidInputException">The mapping names activities that neither version has, a Fall is unknown, or the draft has faults.</exception>
    public IAsyncEnumerable<Umzug> PreviewAsync(Wechselauftrag auftrag, Akteur akteur, CancellationToken cancellation = default) =>
        RunAsync(auftrag, akteur, cancellation);

    /// <summary>A page of what the move would do, Fall by Fall; nothing is changed.</summary>
    /// <exception cref="NotFoundException">A version does not exist, or there is no draft.</exception>
    /// <exception cref="InvalidInputException">The mapping names activities that neither version has, or the draft has faults.</exception>
    public async Task<Auswirkung> PreviewAsync(Wechselauftrag auftrag, Auswirkungsfilter filter, Akteur akteur, CancellationToken cancellation = default)
    {
        var (von, plan) = await PlanAsync(auftrag, cancellation);
        if (filter.BueroId is { } buero && await stammdaten.FindBueroAsync(buero, cancellation) is null)
            throw new InvalidInputException("bueroId", Texte.Of("BueroUnbekannt", buero));
        var grund = Begruendung(auftrag);
        var max = Math.Clamp(filter.Max, 1, 100);
        List<Fallauswirkung> gefunden = [];
        var (ab, gesehen) = (filter.Ab, 0);
        while (await instanzen.FaelleOfVersionAsync(von.Id, filter.BueroId, ab, max + 1, cancellation) is { Count: > 0 } stapel)
        {
            foreach (var fall in stapel)
            {
                if (gefunden.Count == max || gesehen == Suchweite)
                    return new(gefunden, ab, await instanzen.CountFaelleAsync(von.Id, filter.BueroId, cancellation));
                var umzuege = await faelle.PreviewAsync(fall.FallId, fall.InstanzIds, von.Id, plan, akteur, grund, cancellation);
                if (!filter.NurHindernisse || umzuege.Any(u => !u.Beweglich))
                    gefunden.Add(new(fall.FallId, fall.FallNummer, fall.BueroId, umzuege));
                (ab, gesehen) = (fall.FallNummer, gesehen + 1);
            }
        }

        return new(gefunden, null, await instanzen.CountFaelleAsync(von.Id, filter.BueroId, cancellation));
    }

    /// <summary>The steps for which somebody must say where they go, before what stands there can move.</summary>
    /// <exception cref="NotFoundException">A version does not exist, or there is no draft.</exception>
    /// <exception cref="InvalidInputException">The draft has faults.</exception>
    public async Task<IReadOnlyList<Schrittfrage>> FragenAsync(string definitionId, int von, int? nach, CancellationToken cancellation = default)
    {
        var alle = await versionen.VersionsOfAsync(definitionId, cancellation);
        var (_, ziel) = await TargetAsync(definitionId, nach, alle, cancellation);
        return Schrittfragen.Questions(DefinitionReader.Read(Find(alle, von).Json).Root, ziel.Root, s => katalog.FindAsActivity(s.Type) is not null);
    }

    /// <summary>Finds both versions and checks the mapping against them.</summary>
    internal async Task<(Prozessversion Von, MigrationPlan Plan)> PlanAsync(Wechselauftrag auftrag, CancellationToken cancellation)
    {
        if (auftrag.Nach == auftrag.Von)
            throw new InvalidInputException("nach", Texte.Of("Umzug.SelbeVersion"));
        var alle = await versionen.VersionsOfAsync(auftrag.DefinitionId, cancellation);
        var von = Find(alle, auftrag.Von);
        var (istEntwurf, ziel) = await TargetAsync(auftrag.DefinitionId, auftrag.Nach, alle, cancellation);
        Wechselauftrag.Check(auftrag.Zuordnung, von.Json, ziel.Root);
        return (von, new MigrationPlan(ziel.Id, auftrag.Zuordnung, auftrag.FristenNeu, istEntwurf ? ziel : null));
    }

    internal static Prozessversion Find(IReadOnlyList<Prozessversion> alle, int nummer) =>
        alle.FirstOrDefault(v => v.Version == nummer) ?? throw new NotFoundException(Texte.Of("Umzug.VersionUnbekannt", nummer));

    private async IAsyncEnumerable<Umzug> RunAsync(
        Wechselauftrag auftrag, Akteur akteur, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (von, plan) = await PlanAsync(auftrag, cancellation);
        var grund = Begruendung(auftrag);
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
                yield return (await faelle.PreviewAsync(fallId, [instanz.InstanzId], von.Id, plan, akteur, grund, cancellation))[0];
            }
        }

        if (offen.Count > 0)
            throw new InvalidInputException("faelle", Texte.Of("Umzug.FallOhneInstanz", string.Join(", ", offen.Order(StringComparer.Ordinal))));
    }

    private async Task<(bool IstEntwurf, WorkflowDefinition Ziel)> TargetAsync(
        string definitionId, int? nach, IReadOnlyList<Prozessversion> alle, CancellationToken cancellation)
    {
        if (nach is { } nummer)
            return (false, DefinitionReader.Read(Find(alle, nummer).Json));
        if (await entwuerfe.FindAsync(definitionId, cancellation) is not { Json: { } json })
            throw new NotFoundException(Texte.Of("Umzug.KeinEntwurf"));
        if (Prozessmaschine.Validator().Validate(json, katalog.AllPublished) is { Count: > 0 } fehler)
            throw new InvalidInputException("nach", Texte.Of("Umzug.EntwurfFehlerhaft", fehler.Count));
        // Whatever the draft calls itself, it must not be taken for a version that exists.
        var quelle = JsonNode.Parse(json)!.AsObject();
        quelle["id"] = $"{definitionId}:entwurf";
        quelle["version"] = alle.Count == 0 ? 1 : alle[0].Version + 1;
        return (true, DefinitionReader.Read(quelle.ToJsonString()));
    }

    private static string Begruendung(Wechselauftrag auftrag) =>
        auftrag.Grund ?? Texte.Of("Umzug.Vorschau", auftrag.DefinitionId, auftrag.Von, auftrag.Nach?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Texte.Of("Umzug.Entwurf"));
}
