using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Persistence.Model;

namespace FallWorkflow.Persistence.UnitsOfWork;

/// <summary>What the lists of Fälle search and sort by, derived from Akte and tasks in the transaction that changes them.</summary>
internal static class Listenwerte
{
    /// <summary>Raise it when anything here or in <see cref="Suchwoerter"/> derives differently: the next start writes all rows anew.</summary>
    public const int Stand = 1;

    /// <summary>Sorts last on every database.</summary>
    public static readonly DateOnly OhneFaelligkeit = DateOnly.MaxValue;

    /// <summary>After every letter.</summary>
    private const string OhneName = "\uFFFD";

    public static string NamensfolgeOf(Person? person)
    {
        var folge = person is null ? "" : Suchwoerter.Namensfolge(person.Nachname, person.Vorname);
        return folge switch
        {
            "" => OhneName,
            { Length: > Configurations.Laengen.Id } => folge[..Configurations.Laengen.Id],
            _ => folge,
        };
    }

    public static int BedarfeOf(Fall fall) => fall.Handlungsbedarfe.Aggregate(0, (bits, b) => bits | BitOf(b.Bereich));

    /// <summary>By the order in which the areas are declared: new ones are added at the end.</summary>
    public static int BitOf(Bedarfsbereich bereich) => 1 << (int)bereich;

    public static DateOnly FaelligkeitOf(IEnumerable<Aufgabe> aufgaben) =>
        aufgaben.Where(a => a.Status == Aufgabenstatus.Offen).Min(a => a.FaelligAm) ?? OhneFaelligkeit;

    public static IEnumerable<SuchwortRow> WoerterOf(FallRow row) =>
        Suchwoerter.Of(row.Nummer, row.PersonName).Select(wort => new SuchwortRow { FallId = row.Id, Wort = wort });
}
