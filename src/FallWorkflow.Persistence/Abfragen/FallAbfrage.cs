using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

/// <summary>Query shapes of the list of Fälle.</summary>
internal static class FallAbfrage
{
    /// <summary>The access policy <see cref="Zugriffspolitik.MayRead(Akteur, Fall)"/> as a query; a test holds both side by side.</summary>
    public static IQueryable<FallRow> Visible(FallWorkflowDbContext context, Akteur akteur)
    {
        var faelle = context.Set<FallRow>().AsNoTracking();
        if (akteur.Rolle is Rollen.System or Rollen.Datenschutz)
            return faelle;
        var imBuero = faelle.Where(f => f.BueroId == akteur.BueroId);
        return akteur.Rolle switch
        {
            Rollen.Teamleitung => imBuero,
            Rollen.Fallmanager => imBuero.Where(f => f.FallmanagerId == null || f.FallmanagerId == akteur.Id),
            Rollen.Integrationsfachkraft => imBuero.Where(f => f.IntegrationsfachkraftId == akteur.Id
                && (f.Status == Fallstatus.Angefragt || f.Status == Fallstatus.NichtAufgenommen || f.RueckgabeAm != null)),
            _ => faelle.Where(f => false),
        };
    }

    public static IQueryable<FallRow> Filtered(FallWorkflowDbContext context, IQueryable<FallRow> faelle, Fallfilter filter)
    {
        if (filter.BueroId is { } buero)
            faelle = faelle.Where(f => f.BueroId == buero);
        if (filter.FallmanagerId is { } fallmanager)
            faelle = faelle.Where(f => f.FallmanagerId == fallmanager);
        if (filter.OhneFallmanager)
            faelle = faelle.Where(f => f.FallmanagerId == null);
        if (filter.Status is { } status)
            faelle = faelle.Where(f => f.Status == status);
        if (filter.Phase is { } phase)
            faelle = faelle.Where(f => f.Phase == phase);
        if (filter.Bedarf is { } bedarf)
        {
            var bit = Listenwerte.BitOf(bedarf);
            faelle = faelle.Where(f => (f.Bedarfe & bit) != 0);
        }

        // What has no day in time is due at none, also where that day is the last one there is.
        if (filter.FaelligBis is { } bis)
            faelle = faelle.Where(f => f.NaechsteFaelligkeit <= bis && f.NaechsteFaelligkeit != Listenwerte.OhneFaelligkeit);
        if (filter.FaelligVor is { } vor)
            faelle = faelle.Where(f => f.NaechsteFaelligkeit < vor);
        return string.IsNullOrWhiteSpace(filter.Text) ? faelle : Found(context, faelle, filter.Text);
    }

    private static IQueryable<FallRow> Found(FallWorkflowDbContext context, IQueryable<FallRow> faelle, string text)
    {
        var gesucht = Suchwoerter.Gesucht(text);
        if (gesucht.Count == 0)
            return faelle.Where(f => false);
        foreach (var von in gesucht)
        {
            // Letters and digits of the first plane: the next one is never half of a pair.
            var bis = von[..^1] + (char)(von[^1] + 1);
            var treffer = context.Set<SuchwortRow>().Where(w => w.Wort.CompareTo(von) >= 0 && w.Wort.CompareTo(bis) < 0).Select(w => w.FallId);
            faelle = faelle.Where(f => treffer.Contains(f.Id));
        }

        return faelle;
    }
}
