using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

/// <summary>The Fälle that a report is about.</summary>
internal static class Fallbereich
{
    /// <param name="bueroId">Null: all offices.</param>
    /// <param name="teamId">Fälle whose Fallmanager belongs to this team now; null: all.</param>
    public static IQueryable<FallRow> Of(FallWorkflowDbContext context, string? bueroId, string? teamId)
    {
        var faelle = context.Set<FallRow>().AsNoTracking();
        if (bueroId is not null)
            faelle = faelle.Where(f => f.BueroId == bueroId);
        return teamId is null ? faelle : faelle.Where(f => context.Set<Benutzer>().Any(b => b.Id == f.FallmanagerId && b.TeamId == teamId));
    }
}
