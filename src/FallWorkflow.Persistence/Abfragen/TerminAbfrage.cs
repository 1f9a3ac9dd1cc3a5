using FallWorkflow.Application.Termine;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

/// <summary>Query shapes of the lists of appointments.</summary>
internal static class TerminAbfrage
{
    public static IQueryable<Terminzeile> Visible(FallWorkflowDbContext context, Akteur akteur, DateTimeOffset von, DateTimeOffset bis, int max) =>
        Rows(FallAbfrage.Visible(context, akteur), Termine(context).Where(t => t.Beginn >= von && t.Beginn < bis)).Take(max);

    public static IQueryable<Terminzeile> OfFallmanager(FallWorkflowDbContext context, string fallmanagerId, DateTimeOffset von, DateTimeOffset bis) => Rows(
        context.Set<FallRow>().AsNoTracking().Where(f => f.FallmanagerId == fallmanagerId),
        Termine(context).Where(t => t.Stand == Terminstand.Vereinbart && t.Beginn < bis && t.Ende > von));

    public static IQueryable<Terminzeile> ZuErinnern(FallWorkflowDbContext context, string bueroId, DateTimeOffset von, DateTimeOffset bis) => Rows(
        context.Set<FallRow>().AsNoTracking().Where(f => f.BueroId == bueroId),
        Termine(context).Where(t => t.MitErinnerung && t.Stand == Terminstand.Vereinbart && t.Beginn >= von && t.Beginn < bis));

    private static IQueryable<TerminRow> Termine(FallWorkflowDbContext context) => context.Set<TerminRow>().AsNoTracking();

    private static IQueryable<Terminzeile> Rows(IQueryable<FallRow> faelle, IQueryable<TerminRow> termine) =>
        from termin in termine
        join fall in faelle on termin.FallId equals fall.Id
        orderby termin.Beginn, termin.Id
        select new Terminzeile(
            termin.FallId, fall.Nummer, fall.BueroId, fall.PersonName, fall.FallmanagerId, termin.TerminId, termin.Beginn, termin.Ende,
            termin.Form, termin.Zweck, termin.Ort, termin.Stand, termin.VereinbartAm, termin.Verschoben);
}
