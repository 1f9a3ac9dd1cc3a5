using System.Text.Json;
using FallWorkflow.Application.Abfragen;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

/// <summary>Query shapes of a Fall's journal.</summary>
internal static class JournalAbfrage
{
    private static readonly string[] Zeitgeber =
        [JournalKinds.TimerArmed, JournalKinds.TimerMoved, JournalKinds.TimerFired, JournalKinds.TimerDropped];

    public static IQueryable<JournalMitProzess> TimersOf(FallWorkflowDbContext context, string korrelation) =>
        from instance in context.Set<WorkflowInstance>().AsNoTracking()
        where instance.CorrelationId == korrelation
        join journal in context.Set<JournalEntry>() on instance.Id equals journal.InstanceId
        where Zeitgeber.Contains(journal.Kind)
        orderby journal.At, journal.InstanceId, journal.Sequence
        select new JournalMitProzess(journal, instance.DefinitionId);

    public static Journalzeile ToZeile(JournalMitProzess row)
    {
        JsonElement? daten = row.Journal.Data is { } json ? JsonSerializer.Deserialize<JsonElement>(json) : null;
        return new(row.Journal.InstanceId, row.DefinitionId, row.Journal.Sequence, row.Journal.At, row.Journal.Kind, row.Journal.ActivityId, daten);
    }
}

internal sealed record JournalMitProzess(JournalEntry Journal, string DefinitionId);
