using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Application.Prozesse;

/// <summary>The case activities offered to process designers.</summary>
public static class Fallaktivitaeten
{
    /// <param name="engine">Asked for at run time only, since the engine itself is made with these activities.</param>
    public static IReadOnlyList<IActivity> All(Func<IWorkflowEngine> engine) =>
    [
        new AufgabeStellen(),
        new AufgabeAbwarten(),
        new FristAbwarten(),
        new EreignisAbwarten(),
        new PhaseWechseln(),
        Erinnern.Erinnerung(),
        Erinnern.Eskalation(),
        new ProzesseBeenden(engine),
        new ZuweisungSenden(),
        new TraegerBenachrichtigen(),
        TatsacheFesthalten.NachbetreuungBeenden(),
        TatsacheFesthalten.AufbewahrungBeginnen(),
        new AkteLoeschen(),
    ];
}
