using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Service.Studio;

/// <summary>An instance with its journal, of a Fall or of a trial.</summary>
internal sealed record Lauf(Prozesslauf Prozess, IReadOnlyList<JournalEntry> Journal, bool IstProbe);

/// <summary>
/// Who sees which instances: who repairs processes sees them without the Fall's content; the data protection officer all.
/// Values are shown only to those who may read the Fall, and that leaves a line in the Zugriffsprotokoll (R88).
/// </summary>
internal sealed class Laufsicht(IProzessinstanzen instanzen, Probelaeufe probelaeufe, IUnitOfWorkFactory uows, Lesezugriff lesen)
{
    private const string Zweck = "Prozessvariablen";

    public Task<Ergebnisseite<Prozesslauf>> ListAsync(Lauffilter filter, Akteur akteur, CancellationToken cancellation) =>
        instanzen.ListAsync(filter, akteur.Rolle == Rollen.Datenschutz ? null : akteur.BueroId, cancellation);

    /// <exception cref="NotFoundException">There is no such instance, or not for this person.</exception>
    public async Task<Lauf> ReadAsync(string id, Akteur akteur, CancellationToken cancellation)
    {
        if (probelaeufe.Find(id, akteur) is { } probe)
            return probe;
        var lauf = await instanzen.FindAsync(id, cancellation);
        return lauf is not null && MaySee(akteur, lauf)
            ? new(lauf, await instanzen.JournalAsync(id, cancellation), IstProbe: false)
            : throw new NotFoundException(Texte.Of("Studio.LaufUnbekannt"));
    }

    /// <summary>Whether this person may see the values of an instance; if they are a Fall's, the reading is logged.</summary>
    public async Task<bool> OpenValuesAsync(Lauf lauf, Akteur akteur, CancellationToken cancellation)
    {
        if (lauf.Prozess.FallId is not { } fallId)
            return lauf.IstProbe || akteur.Rolle == Rollen.Prozessgestalter;
        await using var uow = uows.Begin();
        if (await uow.FindFallAsync(fallId, cancellation) is not { } fall || !Zugriffspolitik.MayRead(akteur, fall))
            return false;
        await lesen.LogAsync(fallId, akteur, Zweck, cancellation: cancellation);
        return true;
    }

    private static bool MaySee(Akteur akteur, Prozesslauf lauf) =>
        akteur.Rolle == Rollen.Datenschutz
        || (lauf.FallId is null ? akteur.Rolle == Rollen.Prozessgestalter && akteur.BueroId is null : Zugriffspolitik.MayRepair(akteur, lauf.BueroId ?? ""));
}
