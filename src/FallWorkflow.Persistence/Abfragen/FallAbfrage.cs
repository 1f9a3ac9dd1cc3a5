using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Persistence.Model;
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

    public static IQueryable<FallRow> Filtered(IQueryable<FallRow> faelle, Fallfilter filter)
    {
        if (filter.BueroId is { } buero)
            faelle = faelle.Where(f => f.BueroId == buero);
        if (filter.FallmanagerId is { } fallmanager)
            faelle = faelle.Where(f => f.FallmanagerId == fallmanager);
        if (filter.Status is { } status)
            faelle = faelle.Where(f => f.Status == status);
        if (filter.Phase is { } phase)
            faelle = faelle.Where(f => f.Phase == phase);
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim().ToLowerInvariant();
            faelle = faelle.Where(f => f.Suchtext.Contains(text));
        }

        return faelle;
    }

    public static IQueryable<Fallzeile> Page(FallWorkflowDbContext context, IQueryable<FallRow> faelle, int seite, int groesse) =>
        from fall in faelle.OrderBy(f => f.Nummer).Skip((seite - 1) * groesse).Take(groesse)
        join person in context.Set<Benutzer>() on fall.FallmanagerId equals person.Id into personen
        from person in personen.DefaultIfEmpty()
        orderby fall.Nummer
        select new Fallzeile(
            fall.Id, fall.Nummer, fall.BueroId, fall.PersonName, fall.FallmanagerId, person.Name, fall.IntegrationsfachkraftId,
            fall.Phase, fall.Status, fall.UebergebenAm, fall.AufgenommenAm, fall.LetzterKontaktAm, fall.AbgeschlossenAm, fall.BeendetAm,
            context.Set<Aufgabe>().Count(a => a.FallId == fall.Id && a.Status == Aufgabenstatus.Offen),
            context.Set<Aufgabe>().Where(a => a.FallId == fall.Id && a.Status == Aufgabenstatus.Offen).Min(a => a.FaelligAm));
}
