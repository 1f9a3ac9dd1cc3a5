using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<Guid, int> _konflikte = new();

    /// <param name="jetzt">Real time, for the lease.</param>
    /// <returns>False if it was stopped or somebody else has it.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be reached; the claim ends with its lease.</exception>
    public async Task<bool> RunAsync(ClaimedWechsel claimed, Func<DateTimeOffset> jetzt, TimeSpan lease, CancellationToken cancellation = default)
    {
        if (await auftraege.FindAsync(claimed.Id, cancellation) is not { } wechsel)
            return false;
        var alle = await versionen.VersionsOfAsync(wechsel.DefinitionId, cancellation);
        var von = Versionswechsel.Find(alle, wechsel.Von);
        var plan = new MigrationPlan(
            Versionswechsel.Find(alle, wechsel.Nach).Id, Wechselauftrag.ReadZuordnung(JsonNode.Parse(wechsel.Zuordnung) as JsonObject), wechsel.FristenNeu);
        var nr = 0;
        while (await auftraege.NextAsync(wechsel.Id, nr, Stapel, cancellation) is { Count: > 0 } stapel)
        {
            foreach (var fall in stapel)
            {
                if (!await auftraege.RenewAsync(claimed, jetzt() + lease, cancellation))
                    return false;
                nr = fall.Nr;
                await MoveAsync(wechsel, fall, von.Id, plan, jetzt, cancellation);
            }
        }

        await auftraege.ReleaseAsync(claimed, cancellation);
        return true;
    }

    private async Task MoveAsync(
        Wechsel wechsel, Wechselfall fall, string vonId, MigrationPlan plan, Func<DateTimeOffset> jetzt, CancellationToken cancellation)
    {
        faults.Reached(FaultPoints.BeforeMove);
        try
        {
            if (fall.Stand == Wechselstand.Offen)
                await faelle.MigrateAsync(wechsel.Id, fall.FallId, vonId, plan, Of(wechsel.AkteurId), wechsel.Grund, cancellation);
            else
                await faelle.UndoAsync(wechsel.Id, fall.FallId, Of(fall.RuecknahmeVon!), fall.RuecknahmeGrund!, cancellation);
        }
        catch (ConflictException) when (_konflikte.AddOrUpdate(fall.FallId, 1, (_, n) => n + 1) % Geduld != 0)
        {
            // Others keep changing this Fall; it stays open, and its turn comes again.
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
    }

    private static Akteur Of(string id) => id == Akteur.System.Id ? Akteur.System : new(id, id, Rollen.Prozessgestalter);
}
