using System.Linq.Expressions;
using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

/// <summary>Some rows of a list of Fälle from a place on, in one of its orders, each of which ends with the number as the unique part.</summary>
internal static class Fallseite
{
    /// <summary>One row more than asked for, to know whether there are more.</summary>
    /// <param name="gesamt">How many rows match, counted as far as one counts.</param>
    public static IQueryable<FallMitFolge> Rows(FallWorkflowDbContext context, IQueryable<FallRow> faelle, Fallfilter filter, int groesse, int gesamt)
    {
        var rueckwaerts = filter.Ab is { Rueckwaerts: true };
        if (filter.Ab is { } ab)
            faelle = Beyond(faelle, ab);
        return from fall in Ordered(faelle, filter, rueckwaerts, gesamt).Take(groesse + 1)
               join person in context.Set<Benutzer>() on fall.FallmanagerId equals person.Id into personen
               from person in personen.DefaultIfEmpty()
               select new FallMitFolge(
                   fall.Namensfolge,
                   fall.NaechsteFaelligkeit,
                   new Fallzeile(
                       fall.Id, fall.Nummer, fall.BueroId, fall.PersonName, fall.FallmanagerId, person.Name, fall.IntegrationsfachkraftId,
                       fall.Phase, fall.Status, fall.UebergebenAm, fall.AufgenommenAm, fall.LetzterKontaktAm, fall.AbgeschlossenAm, fall.BeendetAm,
                       context.Set<Aufgabe>().Count(a => a.FallId == fall.Id && a.Status == Aufgabenstatus.Offen),
                       fall.NaechsteFaelligkeit == Listenwerte.OhneFaelligkeit ? null : fall.NaechsteFaelligkeit));
    }

    /// <param name="zeilen">As <see cref="Rows"/> gives them.</param>
    public static Fallliste ToListe(List<FallMitFolge> zeilen, bool mehr, Fallfilter filter, int groesse, int gesamt)
    {
        if (mehr)
            zeilen.RemoveAt(groesse);
        var rueckwaerts = filter.Ab is { Rueckwaerts: true };
        if (rueckwaerts)
            zeilen.Reverse();
        return new(
            [.. zeilen.Select(z => z.Zeile)],
            Math.Min(gesamt, Fallliste.MaxGesamt),
            gesamt > Fallliste.MaxGesamt,
            (rueckwaerts ? mehr : filter.Ab is not null) && zeilen.Count > 0 ? PlaceOf(zeilen[0], filter.Folge, rueckwaerts: true) : null,
            (rueckwaerts || mehr) && zeilen.Count > 0 ? PlaceOf(zeilen[^1], filter.Folge, rueckwaerts: false) : null);
    }

    private static Listenstelle PlaceOf(FallMitFolge row, Fallfolge folge, bool rueckwaerts) => new(
        folge, rueckwaerts, row.Zeile.Nummer,
        folge == Fallfolge.Name ? row.Namensfolge : null,
        folge == Fallfolge.Faelligkeit ? row.Faelligkeit : null);

    private static IQueryable<FallRow> Ordered(IQueryable<FallRow> faelle, Fallfilter filter, bool rueckwaerts, int gesamt)
    {
        // Databases take matches to be spread evenly along an order, walk its index and meet the first ones late; an order that no index has makes them find all first.
        var davor = StandTogether(filter, gesamt) ? faelle.OrderBy(f => f.Nummer.Length * 0) : null;
        IOrderedQueryable<FallRow> By<T>(Expression<Func<FallRow, T>> key) => (davor, rueckwaerts) switch
        {
            (null, false) => faelle.OrderBy(key),
            (null, true) => faelle.OrderByDescending(key),
            (_, false) => davor.ThenBy(key),
            (_, true) => davor.ThenByDescending(key),
        };
        IQueryable<FallRow> Then(IOrderedQueryable<FallRow> nach) => rueckwaerts ? nach.ThenByDescending(f => f.Nummer) : nach.ThenBy(f => f.Nummer);
        return filter.Folge switch
        {
            Fallfolge.Name => Then(By(f => f.Namensfolge)),
            Fallfolge.Faelligkeit => Then(By(f => f.NaechsteFaelligkeit)),
            _ => By(f => f.Nummer),
        };
    }

    /// <summary>Whether what is looked for is far from evenly spread: few rows, names in the order of names, numbers in that of numbers.</summary>
    private static bool StandTogether(Fallfilter filter, int gesamt)
    {
        var gesucht = Suchwoerter.Gesucht(filter.Text ?? "");
        return gesucht.Count > 1 || gesucht.Count == 1 && (gesamt <= Fallliste.MaxGesamt || filter.Folge switch
        {
            Fallfolge.Name => true,
            Fallfolge.Nummer => gesucht[0].Any(char.IsDigit),
            _ => false,
        });
    }

    // The first condition is what an index can begin at; databases do not see it in the second one.
    private static IQueryable<FallRow> Beyond(IQueryable<FallRow> faelle, Listenstelle ab)
    {
        var nummer = ab.Nummer;
        var (name, tag) = (ab.Name ?? "", ab.Faelligkeit ?? DateOnly.MinValue);
        return (ab.Folge, ab.Rueckwaerts) switch
        {
            (Fallfolge.Name, false) => faelle.Where(f => f.Namensfolge.CompareTo(name) >= 0)
                .Where(f => f.Namensfolge.CompareTo(name) > 0 || f.Nummer.CompareTo(nummer) > 0),
            (Fallfolge.Name, true) => faelle.Where(f => f.Namensfolge.CompareTo(name) <= 0)
                .Where(f => f.Namensfolge.CompareTo(name) < 0 || f.Nummer.CompareTo(nummer) < 0),
            (Fallfolge.Faelligkeit, false) => faelle.Where(f => f.NaechsteFaelligkeit >= tag)
                .Where(f => f.NaechsteFaelligkeit > tag || f.Nummer.CompareTo(nummer) > 0),
            (Fallfolge.Faelligkeit, true) => faelle.Where(f => f.NaechsteFaelligkeit <= tag)
                .Where(f => f.NaechsteFaelligkeit < tag || f.Nummer.CompareTo(nummer) < 0),
            (_, false) => faelle.Where(f => f.Nummer.CompareTo(nummer) > 0),
            (_, true) => faelle.Where(f => f.Nummer.CompareTo(nummer) < 0),
        };
    }
}

/// <summary>A row of the list with the keys that order it.</summary>
internal sealed record FallMitFolge(string Namensfolge, DateOnly Faelligkeit, Fallzeile Zeile);
