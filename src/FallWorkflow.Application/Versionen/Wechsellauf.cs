using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Application.Versionen;

/// <summary>
/// Carries out one claimed order, Fall after Fall. Each is one transaction together with its row, so breaking off anywhere
/// loses nothing and repeats nothing; whoever claims the order next goes on with what is left.
/// </summary>
public sealed class Wechsellauf(IWechselauftraege auftraege, FallService faelle, IProzessversionen versionen, IFaultPoints faults)
{
    private const int Stapel = 50;

    /// <summary>Rounds after which a Fall that others keep changing is given up.</summary>
    private const int Geduld = 20;

    /// <summary>How often a Fall may end the process that moves it, before it is left alone.</summary>
    internal const int MaxVersuche = 3;

    private readonly ConcurrentDictionary<(Guid Wechsel, Guid Fall), int> _konflikte = new();

    /// <param name="jetzt">Real time, for the lease.</param>
    /// <returns>False if it was stopped or somebody else has it.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be reached; the claim ends with its lease.</exception>
    public async Task<bool> RunAsync(ClaimedWechsel claimed, Func<DateTimeOffset> jetzt, TimeSpan lease, CancellationToken cancellation = default)
    {
        if (await auftraege.FindAsync(claimed.Id, cancellation) is not { } wechsel)
            return false;
        var (vonId, plan) = await PlanAsync(wechsel, cancellation);
        var nr = 0;
        while (await auftraege.NextAsync(wechsel.Id, nr, Stapel, cancellation) is { Count: > 0 } stapel)
        {
            foreach (var fall in stapel)
            {
                if (!await auftraege.RenewAsync(claimed, jetzt() + lease, cancellation))
                    return false;
                nr = fall.Nr;
                await MoveAsync(wechsel, fall, vonId, plan, jetzt, cancellation);
            }
        }

        await auftraege.ReleaseAsync(claimed, cancellation);
        return true;
    }

    /// <summary>
    /// Carries out an order for whoever waits for it, Fall after Fall; each as it stands afterwards. The order is stopped meanwhile, so that
    /// no worker takes it; if this breaks off, it can go on from there.
    /// </summary>
    internal async IAsyncEnumerable<Wechselfall> RunAsync(Wechsel wechsel, Func<DateTimeOffset> jetzt, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (vonId, plan) = await PlanAsync(wechsel, cancellation);
        var nr = 0;
        while (await auftraege.NextAsync(wechsel.Id, nr, Stapel, cancellation) is { Count: > 0 } stapel)
        {
            foreach (var fall in stapel)
            {
                nr = fall.Nr;
                await MoveAsync(wechsel, fall, vonId, plan, jetzt, cancellation);
                if (await auftraege.FindFallAsync(wechsel.Id, fall.FallId, cancellation) is { } danach)
                    yield return danach;
            }
        }

        await auftraege.ReleaseAsync(new(wechsel.Id, wechsel.Fence), cancellation);
    }

    private async Task<(string VonId, MigrationPlan Plan)> PlanAsync(Wechsel wechsel, CancellationToken cancellation)
    {
        var alle = await versionen.VersionsOfAsync(wechsel.DefinitionId, cancellation);
        return (
            Versionswechsel.Find(alle, wechsel.Von).Id,
            new(Versionswechsel.Find(alle, wechsel.Nach).Id, Wechselauftrag.ReadZuordnung(JsonNode.Parse(wechsel.Zuordnung) as JsonObject), wechsel.FristenNeu));
    }

    private async Task MoveAsync(
        Wechsel wechsel, Wechselfall fall, string vonId, MigrationPlan plan, Func<DateTimeOffset> jetzt, CancellationToken cancellation)
    {
        if (fall.Versuche >= MaxVersuche)
        {
            await auftraege.FailAsync(fall, Texte.Of("Umzug.ZuOftVersucht", fall.Versuche), jetzt(), cancellation);
            return;
        }

        await auftraege.BeginAsync(fall, cancellation);
        faults.Reached(FaultPoints.BeforeMove);
        try
        {
            if (fall.Stand == Wechselstand.Offen)
                await faelle.MigrateAsync(wechsel.Id, fall.FallId, vonId, plan, Of(wechsel.AkteurId), wechsel.Grund, cancellation);
            else
                await faelle.UndoAsync(wechsel.Id, fall.FallId, Of(fall.RuecknahmeVon!), fall.RuecknahmeGrund!, cancellation);
        }
        catch (ConflictException) when (_konflikte.AddOrUpdate((wechsel.Id, fall.FallId), 1, (_, n) => n + 1) < Geduld)
        {
            // Others keep changing this Fall; it stays open, and its turn comes again.
            await auftraege.PutBackAsync(fall, cancellation);
            return;
        }
        catch (ConflictException)
        {
            // Not for ever: younger orders wait behind this one.
            await auftraege.FailAsync(fall, Texte.Of("Umzug.ImmerzuGeaendert"), jetzt(), cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
        {
            await auftraege.FailAsync(fall, Texte.Of("Umzug.Fehler", e.Message), jetzt(), cancellation);
        }
        catch (Exception)
        {
            // An orderly end of the process, or a database that is away, is not the Fall's doing.
            try
            {
                await auftraege.PutBackAsync(fall, CancellationToken.None);
            }
            catch (StoreUnavailableException)
            {
                // Then it counts; the database is rarely away so often at the same Fall.
            }

            throw;
        }

        _konflikte.TryRemove((wechsel.Id, fall.FallId), out _);
    }

    private static Akteur Of(string id) => id == Akteur.System.Id ? Akteur.System : new(id, id, Rollen.Prozessgestalter);
}
