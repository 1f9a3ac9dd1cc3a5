using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Application.Prozesse;

/// <summary>How an activity waits for a task; shared by those that set one and those that pick one up again.</summary>
internal static class Aufgabenwarten
{
    public const string Erledigt = "Erledigt";
    public const string Entfaellt = "Entfaellt";
    public const string Ueberfaellig = "Ueberfaellig";

    private const string Weiter = "Weiter";

    public static IReadOnlyList<string> Ports { get; } = [Erledigt, Entfaellt, Ueberfaellig];

    public static IEnumerable<string> DynamicPorts(ActivityDefinition aktivitaet) =>
        Beschreibungen.Liste(aktivitaet, "erledigtDurch").Concat(Beschreibungen.Liste(aktivitaet, "ergebnisse"));

    public static IEnumerable<ActivityProblem> Pruefe(ActivityDefinition aktivitaet)
    {
        if (!aktivitaet.Inputs.ContainsKey("erledigtDurch") && !aktivitaet.Inputs.ContainsKey("ergebnisse"))
            yield return new(Texte.Of("Problem.AufgabeOhneEnde"), Texte.Of("Abhilfe.AufgabeOhneEnde"), "erledigtDurch");
    }

    public static void WaitForFacts(IActivityContext context)
    {
        foreach (var ereignis in context.List("erledigtDurch"))
            context.WaitFor(ereignis, context.Text("bezug"));
    }

    public static void WaitForAufgabe(IActivityContext context, Aufgabe aufgabe)
    {
        var schluessel = aufgabe.Id.ToString("N");
        context.WaitFor(Aufgabenabschluss.Stimulus, schluessel);
        context.WaitFor(Fristenabgleich.FristGeaendert, schluessel);
        if (aufgabe.Fristregel is not null && !aufgabe.Ueberfaellig)
            context.ArmTimer(Ueberfaellig, context.Scope().Fristen.DueAt(Fristregel.FromJson(aufgabe.Fristregel)), aufgabe.Fristregel);
    }

    public static async ValueTask ResumeAsync(IActivityContext context, Resumption resumption)
    {
        var scope = context.Scope();
        var aufgabe = await FindAsync(context);
        switch (resumption)
        {
            case { TimerName: Ueberfaellig }:
                if (aufgabe is { Status: Aufgabenstatus.Offen, FaelligAm: { } letzter })
                {
                    aufgabe.Ueberfaellig = true;
                    scope.Show(Verlaufsarten.AufgabeUeberfaellig, aufgabe.Titel, null, aufgabe.Id.ToString(), letzter.AddDays(1));
                    if (context.IsConnected(Ueberfaellig))
                        context.ArmTimer(Weiter, AufgabenTermin.TaskAfterEnd(letzter, scope.Kalender));
                }

                return;
            case { TimerName: Weiter }:
                if (aufgabe is { Ueberfaellig: true })
                    await context.CompleteAsync(Ueberfaellig);
                return;
            case { Stimulus.Name: Fristenabgleich.FristGeaendert }:
                if (aufgabe is not null)
                    WaitForAufgabe(context, aufgabe);
                return;
            case { Stimulus: { Name: Aufgabenabschluss.Stimulus } stimulus }:
                await LeaveAsync(context, stimulus.Payload?["ergebnis"]?.ToString() ?? Erledigt);
                return;
            case { Stimulus: { } fakt }:
                await LeaveAsync(context, fakt.Name);
                return;
        }
    }

    /// <summary>The activity is dropped: a task that nobody waits for any more goes with it.</summary>
    public static async ValueTask DropAsync(IActivityContext context, string reason)
    {
        if (await FindAsync(context) is { Status: Aufgabenstatus.Offen } aufgabe)
            context.Scope().Close(aufgabe, Aufgabenstatus.Entfallen, null, reason);
    }

    /// <summary>
    /// Dropping a task drops the task, not the step: where the process goes on by facts only, it goes on waiting for them.
    /// </summary>
    private static async ValueTask LeaveAsync(IActivityContext context, string ergebnis)
    {
        if (ergebnis == Entfaellt && !context.IsConnected(Entfaellt) && !context.IsConnected(Erledigt)
            && context.List("erledigtDurch").Any(context.IsConnected))
        {
            return;
        }

        context.SetOutput("ergebnis", ergebnis);
        await context.CompleteAsync(context.IsConnected(ergebnis) ? ergebnis : Erledigt);
    }

    public static ValueTask<Aufgabe?> FindAsync(IActivityContext context) =>
        context.State["aufgabe"]?.ToString() is { } id ? context.Scope().Uow.FindAufgabeAsync(Guid.Parse(id)) : ValueTask.FromResult<Aufgabe?>(null);
}
