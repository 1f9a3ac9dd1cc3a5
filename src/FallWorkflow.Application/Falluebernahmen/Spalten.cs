using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>The headings of a file of running Fälle, and which of them it must have.</summary>
public static class Spalten
{
    public static IReadOnlyList<Spalte> Alle { get; } = Enum.GetValues<Spalte>();

    /// <summary>Columns without which no line can be taken over.</summary>
    public static IReadOnlySet<Spalte> Pflicht { get; } = new HashSet<Spalte>(
        [Spalte.Quelle, Spalte.Schluessel, Spalte.Buero, Spalte.Fallmanager, Spalte.Vorname, Spalte.Nachname, Spalte.UebergebenAm, Spalte.Phase, Spalte.Handlungsbedarfe]);

    public static string NameOf(Spalte spalte) => Texte.Of($"Spalte.{spalte}");

    /// <summary>What belongs into the column, for people who fill it.</summary>
    public static string HinweisOf(Spalte spalte) => Texte.Of($"Spalte.{spalte}.Hinweis");

    /// <summary>The place of each column in the file.</summary>
    /// <exception cref="InvalidInputException">Headings are unknown, missing or there twice; all of them are named.</exception>
    public static IReadOnlyDictionary<Spalte, int> Find(IReadOnlyList<string> kopf)
    {
        var plaetze = new Dictionary<Spalte, int>();
        var fehler = new List<Domain.Akte.Eingabefehler>();
        for (var i = 0; i < kopf.Count; i++)
        {
            var name = kopf[i].Trim();
            var treffer = Alle.Where(s => NameOf(s).Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
            if (treffer is not [var spalte])
                fehler.Add(new(name.Length == 0 ? Texte.Of("Uebernahme.SpalteOhneName", i + 1) : name, Texte.Of("Uebernahme.SpalteUnbekannt", string.Join(", ", Alle.Select(NameOf)))));
            else if (!plaetze.TryAdd(spalte, i))
                fehler.Add(new(name, Texte.Of("Uebernahme.SpalteDoppelt")));
        }

        fehler.AddRange(Pflicht.Where(s => !plaetze.ContainsKey(s)).Order().Select(s => new Domain.Akte.Eingabefehler(NameOf(s), Texte.Of("Uebernahme.SpalteFehlt", HinweisOf(s)))));
        return fehler.Count == 0 ? plaetze : throw new InvalidInputException(fehler);
    }
}
