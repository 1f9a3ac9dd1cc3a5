using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.Queues;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

/// <summary>Query shapes for operators.</summary>
internal static class BetriebsAbfrage
{
    public static IQueryable<UngesendeteNachricht> Ungesendete(FallWorkflowDbContext context) =>
        from nachricht in context.Set<Nachricht>().AsNoTracking()
        where nachricht.GesendetAm == null
        join fall in context.Set<FallRow>() on nachricht.FallId equals fall.Id into faelle
        from fall in faelle.DefaultIfEmpty()
        orderby nachricht.ErstelltAm, nachricht.FallId, nachricht.Nr
        select new UngesendeteNachricht(
            nachricht.Id, nachricht.FallId, fall.Nummer, nachricht.Art, nachricht.TraegerId, nachricht.ErstelltAm,
            nachricht.Versuche, nachricht.FruehestensAm, nachricht.LetzterFehler, nachricht.Versuche >= Outbox.MaxVersuche);

    /// <summary>Stopped instances carry their open incidents in their state; there are few at any time.</summary>
    public static IQueryable<GestoerterProzess> GestoerteProzesse(FallWorkflowDbContext context, string? bueroId, string? korrelation, string? instanzId) =>
        from instanz in context.Set<WorkflowInstance>().AsNoTracking()
        where instanz.SubStatus == WorkflowSubStatus.Faulted
            && (korrelation == null || instanz.CorrelationId == korrelation)
            && (instanzId == null || instanz.Id == instanzId)
        join fall in context.Set<FallRow>() on instanz.CorrelationId equals fall.Korrelation into faelle
        from fall in faelle.DefaultIfEmpty()
        where bueroId == null || fall.BueroId == bueroId
        orderby instanz.UpdatedAt descending, instanz.Id
        select new GestoerterProzess(instanz, (Guid?)fall.Id, fall.Nummer, fall.BueroId);

    /// <summary>A waiting retry is a timer. It is looked for by its journal: there are many timers, but few steps ever fail.</summary>
    public static IQueryable<WartenderVersuch> WartendeVersuche(FallWorkflowDbContext context, string? bueroId) =>
        from eintrag in context.Set<JournalEntry>().AsNoTracking()
        where eintrag.Kind == JournalKinds.ActivityRetrying
            && !context.Set<JournalEntry>().Any(j =>
                j.InstanceId == eintrag.InstanceId && j.ExecutionId == eintrag.ExecutionId && j.Kind == eintrag.Kind && j.Sequence > eintrag.Sequence)
        join zeitgeber in context.Set<WorkflowTimer>().AsNoTracking()
            on new { eintrag.InstanceId, ExecutionId = eintrag.ExecutionId! } equals new { zeitgeber.InstanceId, zeitgeber.ExecutionId }
        where zeitgeber.Name == WorkflowTimer.Retry
        join instanz in context.Set<WorkflowInstance>().AsNoTracking() on zeitgeber.InstanceId equals instanz.Id
        join fall in context.Set<FallRow>() on instanz.CorrelationId equals fall.Korrelation into faelle
        from fall in faelle.DefaultIfEmpty()
        where bueroId == null || fall.BueroId == bueroId
        orderby zeitgeber.DueAt, zeitgeber.Id
        select new WartenderVersuch(
            zeitgeber, instanz.DefinitionId, instanz.DefinitionVersionId, instanz.Version, eintrag.Data, (Guid?)fall.Id, fall.Nummer, fall.BueroId);
}
