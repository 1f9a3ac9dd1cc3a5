using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Application.Faelle;

// Fälle that began or ended before there was a process for it get it afterwards.
public sealed partial class FallService
{
    public const string Vorkontakt = "vorkontakt";

    public const string AufbewahrungOhneFall = "aufbewahrung-ohne-fall";

    /// <summary>
    /// Starts what a Fall lacks: the question whether a contact goes on (R17), or the retention of who was not admitted (R90).
    /// Retention counts from the day on which it should have begun.
    /// </summary>
    /// <returns>Whether something was missing.</returns>
    /// <exception cref="NotFoundException">The Fall has been deleted meanwhile.</exception>
    public async Task<bool> StartMissingAsync(Guid fallId, CancellationToken cancellation = default)
    {
        var begonnen = false;
        await RunAsync(null, fallId, Akteur.System, null, async (scope, burst) =>
        {
            begonnen = false;
            var instanzen = await burst.Store.FindInstancesAsync(scope.Fall.Korrelation, runningOnly: false, cancellation: cancellation);
            if (MissingIn(scope.Fall, instanzen) is not { } prozess)
                return [];
            if (prozess == AufbewahrungOhneFall)
                scope.CatchUp(scope.Fall.BeendetAm ?? ReturnedOn(scope.Fall) ?? scope.Heute);
            scope.Explain(Texte.Of("ProzessNachgeholt"));
            begonnen = await TryStartAsync(burst, prozess, scope.Fall, cancellation);
            return [];
        }, cancellation);
        return begonnen;
    }

    /// <summary>Where the process is not published yet, the Fall gets it in a later night.</summary>
    private async Task<bool> TryStartAsync(Burst burst, string prozess, Fall fall, CancellationToken cancellation)
    {
        try
        {
            await engine.StartAsync(burst, prozess, fall.Korrelation, null, cancellation);
            return true;
        }
        catch (DefinitionNotFoundException)
        {
            return false;
        }
    }

    private static string? MissingIn(Fall fall, IReadOnlyList<WorkflowInstance> instanzen) => fall.Status switch
    {
        Fallstatus.Vorkontakt when instanzen.All(i => i.DefinitionId != Vorkontakt) => Vorkontakt,

        // As long as placement has not confirmed the return, the life of the Fall itself begins the retention.
        Fallstatus.NichtAufgenommen when fall.AufbewahrungAb is null && instanzen.All(i => i.DefinitionId != AufbewahrungOhneFall && !GoesOn(i)) => AufbewahrungOhneFall,
        Fallstatus.VorkontaktBeendet when fall.AufbewahrungAb is null
            && instanzen.All(i => i.DefinitionId != AufbewahrungOhneFall && !(i.DefinitionId == Vorkontakt && GoesOn(i))) => AufbewahrungOhneFall,
        _ => null,
    };

    private static bool GoesOn(WorkflowInstance instanz) => instanz.Status == WorkflowStatus.Running || instanz.SubStatus == WorkflowSubStatus.Faulted;

    private static DateOnly? ReturnedOn(Fall fall) => fall.Gueltige.LastOrDefault(e => e.Tatsache is RueckgabeBestaetigt)?.WirksamAm ?? fall.RueckgabeAm;
}
