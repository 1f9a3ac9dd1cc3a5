using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;
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

    /// <summary>
    /// The journal knows every surprise. An instance that went on in another branch still runs; one that was cancelled or came
    /// to its end has been dealt with.
    /// </summary>
    public static IQueryable<Stoerungszeile> Stoerungen(FallWorkflowDbContext context, string? bueroId) =>
        from journal in context.Set<JournalEntry>().AsNoTracking()
        where journal.Kind == JournalKinds.ActivityFaulted
        join instance in context.Set<WorkflowInstance>() on journal.InstanceId equals instance.Id
        where instance.Status == WorkflowStatus.Running || instance.SubStatus == WorkflowSubStatus.Faulted
        join fall in context.Set<FallRow>() on instance.CorrelationId equals fall.Korrelation into faelle
        from fall in faelle.DefaultIfEmpty()
        where bueroId == null || fall.BueroId == bueroId
        orderby journal.At descending, journal.InstanceId, journal.Sequence descending
        select new Stoerungszeile(
            instance.Id, instance.DefinitionId, instance.Version, (Guid?)fall.Id, fall.Nummer, fall.BueroId,
            journal.ActivityId, journal.ActivityType, journal.At, journal.Data);
}
