using System.Runtime.CompilerServices;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Versionen;

/// <summary>What process designers do with ordered moves: order, watch, stop, have go on, take back.</summary>
/// <param name="jetzt">Real time.</param>
public sealed class Wechseldienst(
    IWechselauftraege auftraege, Versionswechsel wechsel, Wechsellauf lauf, IProzessinstanzen instanzen, IStammdaten stammdaten, Func<DateTimeOffset> jetzt)
{
    /// <summary>Longest reason in characters.</summary>
    public const int MaxGrund = 2_000;

    /// <summary>Orders a move; workers carry it out. The same id again changes nothing.</summary>
    /// <param name="id">Chosen by whoever asks, so that a repeated request is the same order.</param>
    /// <param name="bueroId">Only Fälle of this office; null: of all.</param>
    /// <param name="alle">All Fälle of the old version; otherwise those that the order names.</param>
    /// <exception cref="NotFoundException">A version does not exist.</exception>
    /// <exception cref="InvalidInputException">Reason or Fälle are missing, the office is unknown, the target is not published, or the mapping is wrong.</exception>
    public async Task<Wechsel> OrderAsync(
        Guid id, Wechselauftrag auftrag, string? bueroId, bool alle, Akteur akteur, CancellationToken cancellation = default)
    {
        Require(akteur);
        if (await auftraege.FindAsync(id, cancellation) is { } vorhanden)
            return vorhanden.DefinitionId == auftrag.DefinitionId ? vorhanden : throw new NotFoundException(Texte.Of("Umzug.WechselUnbekannt"));
        var grund = RequireReason(auftrag.Grund);
        if (alle && auftrag.Faelle.Count > 0)
            throw new InvalidInputException("faelle", Texte.Of("Umzug.AlleOderGewaehlte"));
        if (!alle && auftrag.Faelle.Count == 0)
            throw new InvalidInputException("faelle", Texte.Of("Umzug.KeineFaelle"));
        if (bueroId is not null && await stammdaten.FindBueroAsync(bueroId, cancellation) is null)
            throw new InvalidInputException("bueroId", Texte.Of("BueroUnbekannt", bueroId));
        var (neu, faelle) = await PrepareAsync(id, auftrag, grund, bueroId, akteur, alleFaelleNoetig: true, cancellation);
        try
        {
            await auftraege.AddAsync(neu, faelle, cancellation);
        }
        catch (ConflictException)
        {
            // The same request came in twice at the same moment.
        }

        return await auftraege.FindAsync(id, cancellation) ?? throw new ConflictException("The order could not be written.");
    }

    /// <summary>
    /// Moves at once what can move, Fall after Fall, while the caller waits; the others are named and stay. It is an order like others, so
    /// that it can be taken back, and goes on by hand if this breaks off. Fälle that are not in the old version any more are left out.
    /// </summary>
    /// <param name="id">Of the order; there is none if no Fall is in the old version.</param>
    /// <exception cref="NotFoundException">A version does not exist.</exception>
    /// <exception cref="InvalidInputException">A reason is missing or too long, the target is not published, or the mapping is wrong.</exception>
    public async IAsyncEnumerable<Umzug> ApplyAsync(
        Guid id, Wechselauftrag auftrag, Akteur akteur, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        Require(akteur);
        var (neu, faelle) = await PrepareAsync(id, auftrag, RequireReason(auftrag.Grund), null, akteur, alleFaelleNoetig: false, cancellation);
        if (faelle.Count == 0)
            yield break;
        (neu.AngehaltenAm, neu.AngehaltenVon) = (neu.At, akteur.Id);
        await auftraege.AddAsync(neu, faelle, cancellation);
        await foreach (var fall in lauf.RunAsync(neu, jetzt, cancellation))
        {
            foreach (var umzug in fall.Umzuege)
                yield return umzug;
            if (fall.Umzuege.Count == 0)
                yield return new(fall.FallNummer, "", false, [new("Fehler", null, fall.Hinweis ?? Texte.Of("Umzug.ImmerzuGeaendert"))], [], [], [], [], []);
        }
    }

    private async Task<(Wechsel Wechsel, List<Wechselfall> Faelle)> PrepareAsync(
        Guid id, Wechselauftrag auftrag, string grund, string? bueroId, Akteur akteur, bool alleFaelleNoetig, CancellationToken cancellation)
    {
        if (auftrag.Nach is not { } nach)
            throw new InvalidInputException("nach", Texte.Of("Umzug.NurVeroeffentlicht"));
        var (von, _) = await wechsel.PlanAsync(auftrag, cancellation);
        var neu = new Wechsel
        {
            Id = id,
            DefinitionId = auftrag.DefinitionId,
            Von = auftrag.Von,
            Nach = nach,
            Zuordnung = Wechselauftrag.WriteZuordnung(auftrag.Zuordnung).ToJsonString(),
            FristenNeu = auftrag.FristenNeu,
            Grund = grund,
            AkteurId = akteur.Id,
            At = jetzt(),
            Arbeitet = true,
        };
        var nummern = auftrag.Faelle.Count == 0 ? null : auftrag.Faelle.ToHashSet(StringComparer.Ordinal);
        var faelle = await FaelleAsync(id, von.Id, bueroId, nummern, cancellation);
        return alleFaelleNoetig && nummern is { Count: > 0 }
            ? throw new InvalidInputException("faelle", Texte.Of("Umzug.FallOhneInstanz", string.Join(", ", nummern.Order(StringComparer.Ordinal))))
            : (neu, faelle);
    }

    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<Wechselstatus> FindAsync(string definitionId, Guid id, Akteur akteur, CancellationToken cancellation = default)
    {
        Require(akteur);
        var gefunden = await RequireAsync(definitionId, id, cancellation);
        return new(gefunden, await auftraege.CountAsync(id, cancellation));
    }

    /// <summary>The latest, latest first.</summary>
    public async Task<IReadOnlyList<Wechselstatus>> ListAsync(string definitionId, Akteur akteur, CancellationToken cancellation = default)
    {
        Require(akteur);
        List<Wechselstatus> liste = [];
        foreach (var einer in await auftraege.OfDefinitionAsync(definitionId, 20, cancellation))
            liste.Add(new(einer, await auftraege.CountAsync(einer.Id, cancellation)));
        return liste;
    }

    public async Task<Abfragen.Ergebnisseite<Wechselfall>> FaelleAsync(
        string definitionId, Guid id, Wechselstand? stand, int seite, int groesse, Akteur akteur, CancellationToken cancellation = default)
    {
        Require(akteur);
        await RequireAsync(definitionId, id, cancellation);
        return await auftraege.FaelleAsync(id, stand, seite, groesse, cancellation);
    }

    /// <summary>Stops it; the Fall under way is finished, the others wait. Nothing happens if it does not run.</summary>
    public async Task StopAsync(string definitionId, Guid id, Akteur akteur, CancellationToken cancellation = default)
    {
        Require(akteur);
        await RequireAsync(definitionId, id, cancellation);
        await auftraege.StopAsync(id, jetzt(), akteur.Id, cancellation);
    }

    /// <summary>Has a stopped one go on. Nothing happens if it is not stopped.</summary>
    public async Task ResumeAsync(string definitionId, Guid id, Akteur akteur, CancellationToken cancellation = default)
    {
        Require(akteur);
        await RequireAsync(definitionId, id, cancellation);
        await auftraege.StopAsync(id, null, akteur.Id, cancellation);
    }

    /// <summary>
    /// Has moved Fälle go back where nothing has happened since. What is already ordered or done is not ordered again. What of the
    /// move has not had its turn is left out if all are taken back, or it was stopped.
    /// </summary>
    /// <param name="faelle">Ids of Fälle; null: all.</param>
    /// <returns>How many Fälle are to go back by this order.</returns>
    /// <exception cref="InvalidInputException">A reason is missing, or no Fall is chosen.</exception>
    public async Task<int> UndoAsync(
        string definitionId, Guid id, IReadOnlyCollection<Guid>? faelle, string? grund, Akteur akteur, CancellationToken cancellation = default)
    {
        Require(akteur);
        var warum = RequireReason(grund);
        if (faelle is { Count: 0 })
            throw new InvalidInputException("faelle", Texte.Of("Umzug.KeineFaelle"));
        await RequireAsync(definitionId, id, cancellation);
        return await auftraege.UndoAsync(id, faelle, warum, akteur.Id, jetzt(), cancellation);
    }

    /// <param name="nummern">Numbers of the Fälle; those that are found are taken out. Null: all.</param>
    private async Task<List<Wechselfall>> FaelleAsync(Guid id, string vonId, string? bueroId, HashSet<string>? nummern, CancellationToken cancellation)
    {
        List<Wechselfall> zeilen = [];
        string? ab = null;
        while (await instanzen.FaelleOfVersionAsync(vonId, bueroId, ab, 500, cancellation) is { Count: > 0 } stapel)
        {
            ab = stapel[^1].FallNummer;
            foreach (var fall in stapel.Where(f => nummern is null || nummern.Remove(f.FallNummer)))
                zeilen.Add(new() { WechselId = id, FallId = fall.FallId, Nr = zeilen.Count + 1, FallNummer = fall.FallNummer, BueroId = fall.BueroId });
        }

        return zeilen;
    }

    private async Task<Wechsel> RequireAsync(string definitionId, Guid id, CancellationToken cancellation) =>
        await auftraege.FindAsync(id, cancellation) is { } gefunden && gefunden.DefinitionId == definitionId
            ? gefunden : throw new NotFoundException(Texte.Of("Umzug.WechselUnbekannt"));

    private static string RequireReason(string? grund) => grund?.Trim() switch
    {
        null or "" => throw new InvalidInputException("grund", Texte.Of("Umzug.OhneGrund")),
        { Length: > MaxGrund } => throw new InvalidInputException("grund", Texte.Of("Umzug.GrundZuLang", MaxGrund)),
        var warum => warum,
    };

    private static void Require(Akteur akteur)
    {
        if (akteur.Rolle is not (Rollen.System or Rollen.Prozessgestalter))
            throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
    }
}
