using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Engine.Execution;
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
}
