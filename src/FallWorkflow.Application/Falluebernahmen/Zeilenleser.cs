using System.Globalization;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>Reads one line; everything that is wrong with it is collected with its column and a remedy.</summary>
/// <param name="personen">People of all offices that the line may name.</param>
internal sealed class Zeilenleser(
    IReadOnlyDictionary<Spalte, int> plaetze, Csvzeile zeile, IReadOnlyList<Buero> bueros, IReadOnlyList<Benutzer> personen, DateOnly heute)
{
    /// <summary>Phases in which a running Fall can be taken over.</summary>
    public static IReadOnlyList<Phase> Phasen { get; } = [Phase.Einstieg, Phase.Assessment, Phase.Planung, Phase.Umsetzung, Phase.Abschluss];

    private static readonly string[] Datumsformen = ["d.M.yyyy", "yyyy-MM-dd"];

    private readonly List<Uebernahmefehler> _fehler = [];

    public IReadOnlyList<Uebernahmefehler> Fehler => _fehler;

    /// <summary>As it stands in the file, for the report.</summary>
    public string Schluessel => Text(Spalte.Schluessel) ?? "";

    /// <summary>The Fall; null if something is wrong.</summary>
    public Altfall? Read()
    {
        if (zeile.Zellen.Count > plaetze.Count && zeile.Zellen.Skip(plaetze.Values.Max() + 1).Any(z => z.Trim().Length > 0))
            Add(null, "Uebernahme.ZuVieleZellen");
        foreach (var spalte in Spalten.Pflicht.Order().Where(s => Text(s) is null))
            Add(spalte, "Uebernahme.ZelleFehlt", Spalten.HinweisOf(spalte));
        var buero = Buero();
        var altfall = new Altfall(
            Text(Spalte.Quelle) ?? "", Schluessel, buero?.Id ?? "",
            Person(Spalte.Fallmanager, Domain.Akte.Rollen.Fallmanager, buero) ?? "", Person(Spalte.Integrationsfachkraft, Domain.Akte.Rollen.Integrationsfachkraft, buero),
            new(Text(Spalte.Vorname) ?? "", Text(Spalte.Nachname) ?? "", Datum(Spalte.Geburtsdatum), Text(Spalte.Telefon), Text(Spalte.Anschrift)),
            Bedarfe(), Text(Spalte.Fortschritt), Text(Spalte.Zielgruppe), Auswahl(Spalte.Phase, Phasen) ?? Phase.Einstieg,
            Datum(Spalte.UebergebenAm) ?? default, Datum(Spalte.ErstgespraechAm), Datum(Spalte.EinwilligungAm), Datum(Spalte.AufgenommenAm),
            Datum(Spalte.LetzterKontaktAm), Auswahl(Spalte.Kontaktform, Enum.GetValues<Kontaktform>()), Text(Spalte.Kontaktthemen), Zahl(Spalte.Kontaktrhythmus),
            Datum(Spalte.PlanVom), Text(Spalte.Planschritt), Datum(Spalte.LetzteUeberpruefung), Text(Spalte.UeberpruefungNach), Zahl(Spalte.VerlaengertUm),
            Text(Spalte.Bemerkung));
        if (_fehler.Count == 0)
            CheckTogether(altfall);
        if (_fehler.Count == 0)
            _fehler.AddRange(new Altschritte(altfall, heute).Validate());
        return _fehler.Count == 0 ? altfall : null;
    }

    private void CheckTogether(Altfall f)
    {
        var daten = new Dictionary<Spalte, DateOnly?>
        {
            [Spalte.Geburtsdatum] = f.Person.Geburtsdatum,
            [Spalte.UebergebenAm] = f.UebergebenAm,
            [Spalte.ErstgespraechAm] = f.ErstgespraechAm,
            [Spalte.EinwilligungAm] = f.EinwilligungAm,
            [Spalte.AufgenommenAm] = f.AufgenommenAm,
            [Spalte.LetzterKontaktAm] = f.LetzterKontaktAm,
            [Spalte.PlanVom] = f.PlanVom,
            [Spalte.LetzteUeberpruefung] = f.LetzteUeberpruefung,
        };
        foreach (var (spaeter, frueher) in Reihenfolge)
        {
            if (daten[spaeter] < daten[frueher])
                Add(spaeter, "Uebernahme.Reihenfolge", Spalten.NameOf(frueher), daten[frueher]!.Value.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        }

        if (f.Phase == Phase.Einstieg)
        {
            foreach (var spalte in ErstNachAufnahme.Where(s => Text(s) is not null))
                Add(spalte, "Uebernahme.VorAufnahme", Begriffe.Of(Phase.Einstieg));
            return;
        }

        foreach (var spalte in new[] { Spalte.EinwilligungAm, Spalte.AufgenommenAm }.Where(s => Text(s) is null))
            Add(spalte, "Uebernahme.AbAufnahme", Begriffe.Of(f.Phase));
        Require(Spalte.LetzterKontaktAm, Spalte.Kontaktform);
        Require(Spalte.Kontaktform, Spalte.LetzterKontaktAm);
        Require(Spalte.Kontaktthemen, Spalte.LetzterKontaktAm);
        foreach (var spalte in new[] { Spalte.Planschritt, Spalte.LetzteUeberpruefung, Spalte.UeberpruefungNach })
            Require(spalte, Spalte.PlanVom);
    }

    private static readonly (Spalte Spaeter, Spalte Frueher)[] Reihenfolge =
    [
        (Spalte.UebergebenAm, Spalte.Geburtsdatum),
        (Spalte.ErstgespraechAm, Spalte.UebergebenAm),
        (Spalte.EinwilligungAm, Spalte.UebergebenAm),
        (Spalte.AufgenommenAm, Spalte.UebergebenAm),
        (Spalte.AufgenommenAm, Spalte.ErstgespraechAm),
        (Spalte.AufgenommenAm, Spalte.EinwilligungAm),
        (Spalte.LetzterKontaktAm, Spalte.UebergebenAm),
        (Spalte.PlanVom, Spalte.UebergebenAm),
        (Spalte.LetzteUeberpruefung, Spalte.PlanVom),
    ];

    private static readonly Spalte[] ErstNachAufnahme =
    [
        Spalte.AufgenommenAm, Spalte.LetzterKontaktAm, Spalte.Kontaktform, Spalte.Kontaktthemen, Spalte.Kontaktrhythmus,
        Spalte.PlanVom, Spalte.Planschritt, Spalte.LetzteUeberpruefung, Spalte.UeberpruefungNach, Spalte.VerlaengertUm,
    ];

    private void Require(Spalte wenn, Spalte dann)
    {
        if (Text(wenn) is not null && Text(dann) is null)
            Add(dann, "Uebernahme.GehoertZusammen", Spalten.NameOf(wenn));
    }

    private string? Text(Spalte spalte) =>
        plaetze.TryGetValue(spalte, out var platz) && platz < zeile.Zellen.Count && zeile.Zellen[platz].Trim() is { Length: > 0 } text ? text : null;

    private DateOnly? Datum(Spalte spalte)
    {
        if (Text(spalte) is not { } text)
            return null;
        if (!DateOnly.TryParseExact(text, Datumsformen, CultureInfo.InvariantCulture, DateTimeStyles.None, out var tag) || tag.Year < 1900)
            Add(spalte, "Uebernahme.KeinDatum", text);
        else if (tag > heute)
            Add(spalte, "Uebernahme.Zukunft", text, heute.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        return tag;
    }

    private int? Zahl(Spalte spalte)
    {
        if (Text(spalte) is not { } text)
            return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var zahl))
            Add(spalte, "Uebernahme.KeineZahl", text);
        return zahl;
    }

    private T? Auswahl<T>(Spalte spalte, IReadOnlyList<T> werte)
        where T : struct, Enum
    {
        if (Text(spalte) is not { } text)
            return null;
        foreach (var wert in werte)
        {
            if (Same(text, wert.ToString()) || Same(text, Begriffe.Of(wert)))
                return wert;
        }

        Add(spalte, "Uebernahme.NichtZurWahl", text, string.Join(", ", werte.Select(w => Begriffe.Of(w))));
        return null;
    }

    private List<Handlungsbedarf> Bedarfe()
    {
        var bedarfe = new List<Handlungsbedarf>();
        foreach (var teil in (Text(Spalte.Handlungsbedarfe) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var bereich = teil.Split(':', 2)[0].Trim();
            var beschreibung = teil.Contains(':', StringComparison.Ordinal) ? teil.Split(':', 2)[1].Trim() : "";
            if (Enum.GetValues<Bedarfsbereich>().Where(b => Same(bereich, b.ToString()) || Same(bereich, Begriffe.Of(b))).ToList() is [var gefunden])
                bedarfe.Add(new(gefunden, beschreibung.Length > 0 ? beschreibung : Texte.Of("Uebernahme.Bedarf", Text(Spalte.Quelle))));
            else
                Add(Spalte.Handlungsbedarfe, "Uebernahme.BedarfUnbekannt", bereich, string.Join(", ", Enum.GetValues<Bedarfsbereich>().Select(b => Begriffe.Of(b))));
        }

        return bedarfe;
    }

    private Buero? Buero()
    {
        if (Text(Spalte.Buero) is not { } text)
            return null;
        var treffer = bueros.FirstOrDefault(b => Same(text, b.Id)) ?? bueros.FirstOrDefault(b => Same(text, b.Name));
        if (treffer is null)
            Add(Spalte.Buero, "Uebernahme.BueroUnbekannt", text, string.Join(", ", bueros.Select(b => b.Name)));
        return treffer;
    }

    private string? Person(Spalte spalte, string rolle, Buero? buero)
    {
        if (Text(spalte) is not { } text || buero is null)
            return null;
        var moegliche = personen.Where(p => p.Rolle == rolle && p.BueroId == buero.Id).ToList();
        var treffer = moegliche.Where(p => Same(text, p.Id)).ToList();
        if (treffer.Count == 0)
            treffer = [.. moegliche.Where(p => Same(text, p.Name))];
        if (treffer is [var person])
            return person.Id;
        Add(spalte, treffer.Count == 0 ? "Uebernahme.PersonUnbekannt" : "Uebernahme.PersonMehrdeutig", text, Texte.Of($"Rolle.{rolle}"), buero.Name, string.Join(", ", moegliche.Select(p => $"{p.Id} ({p.Name})")));
        return null;
    }

    private static bool Same(string a, string b) => string.Equals(Plain(a), Plain(b), StringComparison.OrdinalIgnoreCase);

    /// <summary>People write Büro or Buero.</summary>
    private static string Plain(string text) => text.Trim().Replace("ä", "ae", StringComparison.OrdinalIgnoreCase).Replace("ö", "oe", StringComparison.OrdinalIgnoreCase)
        .Replace("ü", "ue", StringComparison.OrdinalIgnoreCase).Replace("ß", "ss", StringComparison.Ordinal);

    private void Add(Spalte? spalte, string text, params object?[] angaben) =>
        _fehler.Add(new(spalte is { } s ? Spalten.NameOf(s) : null, Texte.Of(text, angaben)));
}
