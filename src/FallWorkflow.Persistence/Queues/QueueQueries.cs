using System.Linq.Expressions;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Queues;

/// <summary>The query shapes of the queues, apart so that tests can have them written for every database.</summary>
internal static class QueueQueries
{
    /// <summary>
    /// Longer than a timer, trigger or request can be held, by a lease or a pause after a failure: an hour. What is held for
    /// longer was written by a clock that has been put back since, and is free.
    /// </summary>
    public static readonly TimeSpan Unbelievable = TimeSpan.FromMinutes(61);

    private const int MaxFehlertext = 2000;

    // Ordered by the whole index: PostgreSQL does not see that a column which is NULL throughout needs no ordering.
    public static IQueryable<ClaimedTimer> DueTimers(FallWorkflowDbContext context, DateTimeOffset dueAt, DateTimeOffset now, int max) =>
        Free(context.Set<WorkflowTimer>().AsNoTracking().Where(t => t.ParkedAt == null && t.DueAt <= dueAt), now)
            .OrderBy(t => t.ParkedAt).ThenBy(t => t.DueAt).ThenBy(t => EF.Property<long>(t, Reihenfolge.Spalte))
            .Take(max)
            .Select(t => new ClaimedTimer(t.Id, t.CorrelationId ?? "", t.DueAt, t.Fence, t.Attempts, t.LeaseOwner != null));

    public static IQueryable<WorkflowTimer> Free(IQueryable<WorkflowTimer> timers, DateTimeOffset now)
    {
        var unbelievable = now + Unbelievable;
        return timers.Where(t => t.LeaseUntil == null || t.LeaseUntil <= now || t.LeaseUntil > unbelievable);
    }

    public static IQueryable<DateTimeOffset?> NextDue(FallWorkflowDbContext context) =>
        context.Set<WorkflowTimer>().AsNoTracking().Where(t => t.ParkedAt == null)
            .OrderBy(t => t.ParkedAt).ThenBy(t => t.DueAt).ThenBy(t => EF.Property<long>(t, Reihenfolge.Spalte)).Select(t => (DateTimeOffset?)t.DueAt);

    public static IQueryable<GeparkterZeitgeber> GeparkteZeitgeber(FallWorkflowDbContext context, string? bueroId, int max) =>
        (from timer in context.Set<WorkflowTimer>().AsNoTracking()
         where timer.ParkedAt != null
         join fall in context.Set<FallRow>() on timer.CorrelationId equals fall.Korrelation into faelle
         from fall in faelle.DefaultIfEmpty()
         where bueroId == null || fall.BueroId == bueroId
         orderby timer.ParkedAt, timer.Id
         select new GeparkterZeitgeber(
             timer.Id, (Guid?)fall.Id, fall.Nummer, fall.BueroId, timer.InstanceId, timer.ActivityId, timer.DueAt, timer.ParkedAt!.Value,
             timer.Attempts, timer.LastError)).Take(max);

    /// <summary>The first unsent message of every Fall, unless it is parked, backing off or leased.</summary>
    public static IQueryable<Nachricht> SendableNachrichten(FallWorkflowDbContext context, DateTimeOffset now, int max)
    {
        var nachrichten = context.Set<Nachricht>().AsNoTracking();
        return nachrichten
            .Where(n => n.GesendetAm == null && n.Versuche < Outbox.MaxVersuche
                && (n.FruehestensAm == null || n.FruehestensAm <= now)
                && (n.LeaseUntil == null || n.LeaseUntil <= now)
                && !nachrichten.Any(frueher => frueher.FallId == n.FallId && frueher.GesendetAm == null && frueher.Nr < n.Nr))
            .OrderBy(n => n.ErstelltAm).ThenBy(n => n.Id)
            .Take(max);
    }

    /// <summary>Neither delivered nor given up.</summary>
    public static readonly Expression<Func<Erinnerung, bool>> OffeneErinnerung =
        e => e.ZugestelltAt == null && e.Versuche < Zustellversuche.Hoechstzahl;

    public static IQueryable<Erinnerung> DueErinnerungen(FallWorkflowDbContext context, DateTimeOffset faelligAt, DateTimeOffset jetzt, int max) =>
        context.Set<Erinnerung>().AsNoTracking()
            .Where(OffeneErinnerung)
            .Where(e => e.FaelligAt <= faelligAt && (e.FruehestensAm == null || e.FruehestensAm <= jetzt))
            .OrderBy(e => e.FaelligAt).ThenBy(e => e.Id)
            .Take(max);

    public static IQueryable<Erinnerungstermin> OffeneErinnerungen(FallWorkflowDbContext context, DateTimeOffset bis, Erinnerungstermin? nach, int max)
    {
        var offene = context.Set<Erinnerung>().AsNoTracking().Where(OffeneErinnerung).Where(e => e.FaelligAt <= bis);
        if (nach is var (id, faelligAt, _))
            offene = offene.Where(e => e.FaelligAt >= faelligAt && (e.FaelligAt > faelligAt || e.Id.CompareTo(id) > 0));
        return offene.OrderBy(e => e.FaelligAt).ThenBy(e => e.Id).Take(max).Select(e => new Erinnerungstermin(e.Id, e.FaelligAt, e.FruehestensAm));
    }

    public static IQueryable<Erinnerung> GescheiterteErinnerungen(FallWorkflowDbContext context, int max) =>
        context.Set<Erinnerung>().AsNoTracking()
            .Where(e => e.ZugestelltAt == null && e.Versuche >= Zustellversuche.Hoechstzahl)
            .OrderByDescending(e => e.FaelligAt).ThenBy(e => e.Id)
            .Take(max);

    /// <summary>Open tasks of an office, and those of other offices that are assigned to its people.</summary>
    public static IQueryable<Tagesaufgabe> Tagesaufgaben(FallWorkflowDbContext context, string bueroId) =>
        from aufgabe in context.Set<Aufgabe>().AsNoTracking()
        where aufgabe.Status == Aufgabenstatus.Offen
            && (aufgabe.BueroId == bueroId || context.Set<Benutzer>().Any(b => b.Id == aufgabe.ZustaendigId && b.BueroId == bueroId))
        join fall in context.Set<FallRow>() on aufgabe.FallId equals fall.Id
        select new Tagesaufgabe(
            aufgabe.Id, fall.Nummer, aufgabe.BueroId, aufgabe.Titel, aufgabe.Rolle, aufgabe.ZustaendigId,
            aufgabe.ErstelltAm, aufgabe.FaelligAm, aufgabe.RuhtVon, aufgabe.RuhtBis);

    public static string Cut(string error) => error.Length <= MaxFehlertext ? error : error[..MaxFehlertext];
}
