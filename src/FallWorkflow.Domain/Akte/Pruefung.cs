using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Akte;

/// <summary>Collects invalid fields of one fact, so that the user hears of all of them at once.</summary>
internal sealed class Pruefung
{
    /// <summary>Longest short text (names, titles), in characters.</summary>
    public const int Kurz = 200;

    /// <summary>Longest note, in characters: about five printed pages.</summary>
    public const int Lang = 10_000;

    private readonly List<Eingabefehler> _fehler = [];

    public IEnumerable<Eingabefehler> Fehler => _fehler;

    public Pruefung Text(string feld, string? wert, int max = Lang)
    {
        if (string.IsNullOrWhiteSpace(wert))
            Add(feld, "FeldFehlt");
        else
            Optional(feld, wert, max);
        return this;
    }

    public Pruefung Optional(string feld, string? wert, int max = Lang)
    {
        if (wert?.Length > max)
            Add(feld, "FeldZuLang", wert.Length, max);
        return this;
    }

    /// <summary>Lines of which each may be as long as a short text.</summary>
    public Pruefung Texte(string feld, IReadOnlyList<string>? werte)
    {
        foreach (var wert in werte ?? [])
            Optional(feld, wert, Kurz);
        return this;
    }

    /// <summary>Needs for action by area, at least one (R01).</summary>
    public Pruefung Bedarfe(string feld, IReadOnlyList<Faelle.Handlungsbedarf>? werte)
    {
        for (var i = 0; i < (werte?.Count ?? 0); i++)
            Enum($"{feld}[{i}].bereich", werte![i].Bereich).Text($"{feld}[{i}].beschreibung", werte[i].Beschreibung);
        return When(werte is null or { Count: 0 }, feld, "HandlungsbedarfFehlt");
    }

    /// <summary>A legal basis that is on the list, whenever it applied (R46).</summary>
    public Pruefung Rechtsgrundlage(string feld, string? norm) => When(
        !string.IsNullOrWhiteSpace(norm) && !Faelle.Rechtsgrundlagen.IsKnown(norm), feld, "FeldUnbekannterWert",
        string.Join(", ", Faelle.Rechtsgrundlagen.Alle.Select(r => r.Norm).Distinct()));

    public Pruefung Enum<T>(string feld, T wert)
        where T : struct, Enum
    {
        if (!System.Enum.IsDefined(wert))
            Add(feld, "FeldUnbekannterWert", string.Join(", ", System.Enum.GetNames<T>()));
        return this;
    }

    public Pruefung Datum(string feld, DateOnly wert)
    {
        if (wert.Year is < 1900 or > 2150)
            Add(feld, "FeldDatumUnsinnig");
        return this;
    }

    public Pruefung Frist(string feld, string? wert) =>
        When(!string.IsNullOrWhiteSpace(wert) && !Kalender.Frist.TryParse(wert, out _), feld, "FeldFristUngueltig");

    /// <summary>Time spent on one piece of work (R82): at least a minute, at most ten hours.</summary>
    public Pruefung Minuten(string feld, int? wert) => When(wert is < 1 or > 600, feld, "MinutenAusserhalb");

    /// <summary>Ratings must lie on the fixed scale 1 to 5 (R78).</summary>
    public Pruefung Skalen(string feld, IReadOnlyList<Faelle.Einschaetzung>? werte)
    {
        for (var i = 0; i < (werte?.Count ?? 0); i++)
            Enum($"{feld}[{i}].bereich", werte![i].Bereich).When(werte[i].Skala is < 1 or > 5, $"{feld}[{i}].skala", "SkalaAusserhalb");
        return this;
    }

    /// <summary>What is said about help that is missing (R44).</summary>
    public Pruefung Fehlend(string feld, Faelle.FehlendesAngebot? wert) => wert is null
        ? When(true, feld, "FeldFehlt")
        : Enum($"{feld}.art", wert.Art).Text($"{feld}.gebiet", wert.Gebiet, Kurz).Datum($"{feld}.seit", wert.Seit).Optional($"{feld}.beschreibung", wert.Beschreibung);

    public Pruefung When(bool falsch, string feld, string meldung, params object[] angaben)
    {
        if (falsch)
            Add(feld, meldung, angaben);
        return this;
    }

    private void Add(string feld, string meldung, params object[] angaben) => _fehler.Add(new(feld, Meldung.Of(meldung, angaben)));
}
