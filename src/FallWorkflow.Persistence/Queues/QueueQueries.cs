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
    public static IQueryable<ClaimedTimer> DueTimers(FallWorkflowDbContext context, DateTimeOffset dueAt, DateTimeOffset now, int max) =>
        context.Set<WorkflowTimer>().AsNoTracking()
            .Where(t => t.DueAt <= dueAt && (t.LeaseUntil == null || t.LeaseUntil <= now))
            .OrderBy(t => t.DueAt).ThenBy(t => EF.Property<long>(t, Reihenfolge.Spalte))
            .Take(max)
            .Select(t => new ClaimedTimer(t.Id, t.CorrelationId ?? "", t.DueAt, t.Fence));

    public static IQueryable<DateTimeOffset?> NextDue(FallWorkflowDbContext context) =>
        context.Set<WorkflowTimer>().AsNoTracking().OrderBy(t => t.DueAt).Select(t => (DateTimeOffset?)t.DueAt);

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

    public static IQueryable<Erinnerungstermin> OffeneErinnerungen(FallWorkflowDbContext context) =>
        context.Set<Erinnerung>().AsNoTracking()
            .Where(OffeneErinnerung)
            .OrderBy(e => e.FaelligAt).ThenBy(e => e.Id)
            .Select(e => new Erinnerungstermin(e.Id, e.FaelligAt, e.FruehestensAm));

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
}
