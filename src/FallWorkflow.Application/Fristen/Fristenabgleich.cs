using System.Globalization;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Application.Fristen;

/// <summary>
/// Brings every stored date of a Fall in line with its rule, in the transaction that changed the ground for it: running
/// timers move at once (R49), open tasks get new last days and are held by pauses; the journal keeps old and new.
/// </summary>
public static class Fristenabgleich
{
    /// <summary>Stimulus that tells a task's process that its last day has moved; the key is the task's id.</summary>
    public const string FristGeaendert = "Aufgabe.FristGeaendert";

    public static async Task RunAsync(FallScope scope, Burst burst, IWorkflowEngine engine, CancellationToken cancellation)
    {
        var plan = scope.Fristen;
        foreach (var timer in await burst.Store.TimersByCorrelationAsync(scope.Fall.Korrelation, cancellation))
        {
            if (timer.Rule is null)
                continue;
            await MoveAsync(scope, plan, timer, Fristregel.FromJson(timer.Rule), burst, engine, cancellation);
        }

        foreach (var aufgabe in await scope.Uow.OffeneAufgabenAsync(scope.Fall.Id, cancellation))
            Update(scope, plan, aufgabe);

        while (scope.TryDequeue(out var stimulus))
            await engine.PublishAsync(burst, stimulus, cancellation);
    }

    private static async Task MoveAsync(
        FallScope scope, Fristenplan plan, WorkflowTimer timer, Fristregel regel, Burst burst, IWorkflowEngine engine, CancellationToken cancellation)
    {
        var (alt, neu) = (timer.DueAt, plan.MovedTo(regel));
        var gestempelt = plan.Stamp(regel);
        if (neu != alt)
        {
            await engine.MoveTimerAsync(burst, timer, neu, gestempelt.ToJson(), scope.Anlass, cancellation);
            if (regel.Punkt != Fristpunkt.Ende || alt == Fristenplan.Unbestimmt)
                scope.Show(Verlaufsarten.FristVerschoben, regel.Bezeichnung, Moved(Day(alt), Day(neu), scope.Anlass), timer.Id);
        }
        else if (gestempelt != regel)
        {
            timer.Rule = gestempelt.ToJson();
        }

        if (regel.Stand is { } bisher && gestempelt.Stand is { } jetzt && bisher != jetzt)
        {
            var name = regel.Parameter is null ? regel.Bezeichnung : Texte.Of($"Frist.{regel.Parameter}");
            scope.Show(Verlaufsarten.FristVerschoben, name, Moved(Day(bisher), Day(jetzt), scope.Anlass), timer.Id);
        }
    }

    private static void Update(FallScope scope, Fristenplan plan, Aufgabe aufgabe)
    {
        if (aufgabe.Fristregel is not null && plan.Find(Fristregel.FromJson(aufgabe.Fristregel))?.LetzterTag is { } neu && neu != aufgabe.FaelligAm)
        {
            scope.Show(
                Verlaufsarten.FristVerschoben, aufgabe.Titel,
                Moved(Day(aufgabe.FaelligAm), Day(neu), scope.Anlass), aufgabe.Id.ToString());
            aufgabe.FaelligAm = neu;
            if (aufgabe.Ueberfaellig && neu >= scope.Heute)
            {
                aufgabe.Ueberfaellig = false;
                scope.Enqueue(new(FristGeaendert, scope.Fall.Korrelation, aufgabe.Id.ToString("N")));
            }
        }

        // An open task follows the person who is responsible now.
        aufgabe.ZustaendigId = aufgabe.Rolle switch
        {
            Rollen.Fallmanager => scope.Fall.FallmanagerId,
            Rollen.Integrationsfachkraft => scope.Fall.IntegrationsfachkraftId,
            _ => aufgabe.ZustaendigId,
        };

        // Only the Fallmanager's own tasks rest with the client; others go on working.
        if (aufgabe.Rolle != Rollen.Fallmanager)
            return;
        var pause = scope.Fall.Pausen.Where(p => p.Bis >= scope.Heute).MinBy(p => p.Von);
        (aufgabe.RuhtVon, aufgabe.RuhtBis) = (pause?.Von, pause?.Bis);
    }

    private static string Moved(string alt, string neu, string anlass) => Texte.Of("FristVerschoben", alt, neu, anlass);

    internal static string Day(DateTimeOffset instant) =>
        instant == Fristenplan.Unbestimmt ? Texte.Of("Unbestimmt") : Day(Ortszeit.DateOf(instant));

    internal static string Day(DateOnly? tag) => tag?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "–";
}
