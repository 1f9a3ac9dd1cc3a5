using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

/// <summary>Query shapes of the task lists.</summary>
internal static class AufgabenAbfrage
{
    public static IQueryable<Aufgabe> Of(FallWorkflowDbContext context, Akteur akteur)
    {
        // Data protection acts in all offices; everybody else's role counts in the own office only.
        var ueberall = akteur.Rolle == Rollen.Datenschutz;
        return Offene(context).Where(a => a.ZustaendigId == akteur.Id
            || (a.ZustaendigId == null && a.Rolle == akteur.Rolle && (ueberall || a.BueroId == akteur.BueroId)));
    }

    public static IQueryable<Aufgabe> OfBuero(FallWorkflowDbContext context, string bueroId) => Offene(context).Where(a => a.BueroId == bueroId);

    public static IQueryable<Aufgabe> OfFall(FallWorkflowDbContext context, Guid fallId) =>
        context.Set<Aufgabe>().AsNoTracking().Where(a => a.FallId == fallId);

    public static IQueryable<Aufgabe> ById(FallWorkflowDbContext context, Guid aufgabeId) =>
        context.Set<Aufgabe>().AsNoTracking().Where(a => a.Id == aufgabeId);

    /// <summary>The first ones by last day in time.</summary>
    public static IQueryable<Aufgabe> MitFrist(IQueryable<Aufgabe> aufgaben, int max) => aufgaben.Where(a => a.FaelligAm != null)
        .OrderBy(a => a.FaelligAm).ThenBy(a => a.ErstelltAm).ThenBy(a => EF.Property<long>(a, Reihenfolge.Spalte)).Take(max);

    public static IQueryable<Aufgabe> OhneFrist(IQueryable<Aufgabe> aufgaben, int max) => aufgaben.Where(a => a.FaelligAm == null)
        .OrderBy(a => a.ErstelltAm).ThenBy(a => EF.Property<long>(a, Reihenfolge.Spalte)).Take(max);

    /// <summary>Open ones first, then by last day in time with undated ones last: databases disagree on where null sorts.</summary>
    public static IQueryable<AufgabeMitFall> Rows(FallWorkflowDbContext context, IQueryable<Aufgabe> aufgaben) =>
        from aufgabe in aufgaben
        join fall in context.Set<FallRow>() on aufgabe.FallId equals fall.Id into faelle
        from fall in faelle.DefaultIfEmpty()
        join person in context.Set<Benutzer>() on aufgabe.ZustaendigId equals person.Id into personen
        from person in personen.DefaultIfEmpty()
        orderby aufgabe.Status == Aufgabenstatus.Offen ? 0 : 1, aufgabe.FaelligAm == null ? 1 : 0, aufgabe.FaelligAm, aufgabe.ErstelltAm,
            EF.Property<long>(aufgabe, Reihenfolge.Spalte)
        select new AufgabeMitFall(aufgabe, fall.Nummer, fall.PersonName, person.Name);

    public static Aufgabenzeile ToZeile(AufgabeMitFall row, DateOnly heute)
    {
        var a = row.Aufgabe;
        var ruht = a.RuhtAm(heute);
        return new(
            a.Id, a.FallId, row.FallNummer, row.PersonName, a.BueroId, a.Art, a.Titel, a.Beschreibung, a.Rolle, a.ZustaendigId, row.ZustaendigName,
            a.ErstelltAm, a.FaelligAm, a.Status,
            a.Status == Aufgabenstatus.Offen && (a.Ueberfaellig || (!ruht && a.FaelligAm < heute)),
            ruht, a.RuhtBis, a.Bezug, a.ErledigtDurch, a.Ergebnisse, a.Fristregel, a.BeendetAm, a.BeendetVon, a.Ergebnis, a.Begruendung);
    }

    private static IQueryable<Aufgabe> Offene(FallWorkflowDbContext context) =>
        context.Set<Aufgabe>().AsNoTracking().Where(a => a.Status == Aufgabenstatus.Offen);
}

internal sealed record AufgabeMitFall(Aufgabe Aufgabe, string? FallNummer, string? PersonName, string? ZustaendigName);
