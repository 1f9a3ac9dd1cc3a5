using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Application.Prozesse;

/// <summary>
/// <c>FallWorkflow.ProzesseBeenden</c>: ends running processes of the same Fall by definition id; <c>*</c> ends all but
/// this one. Open tasks of the ended processes are dropped with them.
/// </summary>
internal sealed class ProzesseBeenden(Func<IWorkflowEngine> engine) : IActivity
{
    public ActivityDescriptor Descriptor { get; } = Beschreibungen.Aktivitaet(
        "ProzesseBeenden",
        [Beschreibungen.Eingabe("prozesse", pflicht: true), Beschreibungen.Eingabe("grund")],
        [ActivityDescriptor.Done]);

    public async ValueTask ExecuteAsync(IActivityContext context)
    {
        var scope = context.Scope();
        var prozesse = context.List("prozesse");
        var grund = context.Text("grund") ?? context.Activity.DisplayText;
        foreach (var instanz in await context.Burst.Store.FindInstancesAsync(scope.Fall.Korrelation, runningOnly: false))
        {
            // One that an incident has stopped still waits, and must not come back after the end.
            if (instanz.Status != WorkflowStatus.Running && instanz.SubStatus != WorkflowSubStatus.Faulted)
                continue;
            if (instanz.Id == context.Instance.Id || !(prozesse.Contains("*") || prozesse.Contains(instanz.DefinitionId)))
                continue;
            await engine().CancelAsync(context.Burst, instanz.Id, grund);
            foreach (var aufgabe in await scope.Uow.OffeneAufgabenAsync(scope.Fall.Id))
            {
                if (aufgabe.InstanceId == instanz.Id)
                    scope.Close(aufgabe, Aufgabenstatus.Entfallen, null, grund);
            }
        }

        await context.CompleteAsync();
    }
}
