using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Application.Prozesse;

/// <summary>
/// <c>FallWorkflow.AufgabeAbwarten</c>: waits for a task that this process has set and left open by its port
/// <c>Ueberfaellig</c>. Goes on at once if the task is no longer open.
/// </summary>
internal sealed class AufgabeAbwarten : IActivity, IFollowsUp
{
    public ActivityDescriptor Descriptor { get; } = Beschreibungen.Aktivitaet(
        "AufgabeAbwarten",
        [
            Beschreibungen.Eingabe("art", pflicht: true),
            Beschreibungen.Eingabe("erledigtDurch"),
            Beschreibungen.Eingabe("ergebnisse"),
            Beschreibungen.Eingabe("bezug"),
        ],
        [Aufgabenwarten.Erledigt, Aufgabenwarten.Entfaellt],
        wartet: true,
        Aufgabenwarten.DynamicPorts,
        a => Beschreibungen.PruefeEreignisse(a, "erledigtDurch").Concat(Aufgabenwarten.Pruefe(a)));

    public async ValueTask ExecuteAsync(IActivityContext context)
    {
        var scope = context.Scope();
        var art = context.Required("art");
        var aufgabe = (await scope.Uow.OffeneAufgabenAsync(scope.Fall.Id))
            .LastOrDefault(a => a.InstanceId == context.Instance.Id && a.Art == art);
        if (aufgabe is null)
        {
            await context.CompleteAsync(Aufgabenwarten.Erledigt);
            return;
        }

        context.State["aufgabe"] = aufgabe.Id.ToString("N");
        Aufgabenwarten.WaitForFacts(context);
        Aufgabenwarten.WaitForAufgabe(context, aufgabe);
    }

    public ValueTask ResumeAsync(IActivityContext context, Resumption resumption) => Aufgabenwarten.ResumeAsync(context, resumption);

    public ValueTask CancelAsync(IActivityContext context, string reason) => Aufgabenwarten.DropAsync(context, reason);
}
