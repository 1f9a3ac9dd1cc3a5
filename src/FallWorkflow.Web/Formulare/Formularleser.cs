using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Web.Formulare;

/// <summary>Reads what was typed as a fact, through the fact's JSON form.</summary>
internal sealed class Formularleser
{
    public const string Ja = "ja";
    public const string Nein = "nein";

    /// <summary>Rows of one list; more are not read.</summary>
    public const int MaxReihen = 50;

    private static readonly string[] Datumsformate = ["d.M.yyyy", "yyyy-MM-dd", "d.M.yy"];
    private static readonly string[] Uhrzeitformate = ["H:mm", "H.mm", "H:mm 'Uhr'", "H.mm 'Uhr'", "HH:mm:ss"];

    private readonly Eingaben _eingaben;
    private readonly List<Eingabefehler> _fehler = [];

    // Rows left empty are not part of the fact, so its rows are counted differently from those of the form.
    private readonly Dictionary<string, string> _reihen = new(StringComparer.Ordinal);

    private Formularleser(Eingaben eingaben) => _eingaben = eingaben;

    public static Gelesen Read(Formular formular, Eingaben eingaben)
    {
        var leser = new Formularleser(eingaben);
        var json = leser.Record(formular.Felder, "");
        var tatsache = formular.Parse(json.ToJsonString());
        var schon = leser._fehler.Select(f => f.Feld).ToHashSet(StringComparer.Ordinal);
        leser._fehler.AddRange(tatsache.Validate()
            .Select(f => f with { Feld = leser.InForm(f.Feld) })
            .Where(f => !schon.Contains(f.Feld)));
        return new(leser._fehler.Count == 0 ? tatsache : null, leser._fehler, leser.InForm);
    }

    public static bool TryReadDate(string? text, out DateOnly datum) =>
        DateOnly.TryParseExact(text?.Trim(), Datumsformate, CultureInfo.GetCultureInfo("de-DE"), DateTimeStyles.None, out datum);

    private static bool TryReadTime(string text, out TimeOnly uhrzeit) =>
        TimeOnly.TryParseExact(text.Trim(), Uhrzeitformate, CultureInfo.InvariantCulture, DateTimeStyles.None, out uhrzeit);

    private JsonObject Record(IReadOnlyList<Feld> felder, string prefix)
    {
        var json = new JsonObject();
        foreach (var feld in felder)
        {
            if (Value(feld, prefix + feld.Name) is { } wert)
                json[feld.Name] = wert;
        }

        return json;
    }

    private JsonNode? Value(Feld feld, string pfad) => feld.Art switch
    {
        Feldart.Gruppe => Record(feld.Kinder, pfad + "."),
        Feldart.Reihen => Rows(feld, pfad),
        Feldart.Zeilen => new JsonArray([.. Lines(_eingaben[pfad]).Select(z => JsonValue.Create(z))]),
        Feldart.Mehrfach => Many(feld, pfad),
        Feldart.Haken => JsonValue.Create(_eingaben.IsChecked(pfad)),
        _ => Single(feld, pfad),
    };

    private JsonValue? Single(Feld feld, string pfad)
    {
        var text = Normalize(_eingaben[pfad]);
        if (string.IsNullOrWhiteSpace(text))
        {
            // Texts that are missing are named by the fact itself; other types have no value that says "missing".
            if (feld.Pflicht && feld.Typ != typeof(string))
                Add(pfad, Meldung.Of("FeldFehlt"));
            return null;
        }

        switch (feld.Art)
        {
            case Feldart.Datum:
                if (TryReadDate(text, out var datum))
                    return JsonValue.Create(datum.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                Add(pfad, Formulartexte.Of("Fehler.Datum"));
                return null;
            case Feldart.Uhrzeit:
                if (TryReadTime(text, out var uhrzeit))
                    return JsonValue.Create(uhrzeit.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
                Add(pfad, Formulartexte.Of("Fehler.Uhrzeit"));
                return null;
            case Feldart.Zahl:
                if (int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var zahl))
                    return JsonValue.Create(zahl);
                Add(pfad, Formulartexte.Of("Fehler.Zahl"));
                return null;
            case Feldart.JaNein:
                return JsonValue.Create(text == Ja);
            case Feldart.Auswahl when feld.Typ.IsEnum || feld.Typ == typeof(int):
                if (feld.Optionen.All(o => o.Wert != text))
                {
                    Add(pfad, Formulartexte.Of("Fehler.Auswahl"));
                    return null;
                }

                return feld.Typ.IsEnum ? JsonValue.Create(text) : JsonValue.Create(int.Parse(text, CultureInfo.InvariantCulture));
            default:
                return JsonValue.Create(text);
        }
    }

    private JsonArray Many(Feld feld, string pfad)
    {
        var werte = _eingaben.Alle(pfad).Where(w => w.Length > 0).Distinct().ToList();
        var bekannt = werte.Where(w => feld.Optionen.Any(o => o.Wert == w)).ToList();
        if (bekannt.Count != werte.Count)
            Add(pfad, Formulartexte.Of("Fehler.Auswahl"));
        return new JsonArray([.. bekannt.Select(w => JsonValue.Create(w))]);
    }

    private JsonArray? Rows(Feld feld, string pfad)
    {
        var json = new JsonArray();
        var anzahl = feld.Schluessel is null ? _eingaben.RowsOf(pfad) : feld.Optionen.Count;
        for (var i = 0; i < anzahl; i++)
        {
            var reihe = $"{pfad}[{i}]";
            if (feld.LeereReihenWeglassen && !feld.Kinder.Any(k => k.Name != feld.Schluessel && HasInput(k, $"{reihe}.{k.Name}")))
                continue;
            var record = Record([.. feld.Kinder.Where(k => k.Name != feld.Schluessel)], reihe + ".");
            if (feld.Schluessel is { } schluessel)
                record[schluessel] = feld.Optionen[i].Wert;
            _reihen[$"{pfad}[{json.Count}]"] = reihe;
            json.Add(record);
        }

        return json.Count == 0 && !feld.Pflicht ? null : json;
    }

    private bool HasInput(Feld feld, string pfad) => feld.Art == Feldart.Haken
        ? _eingaben.IsChecked(pfad)
        : _eingaben.Alle(pfad).Any(w => !string.IsNullOrWhiteSpace(w));

    private string InForm(string pfad)
    {
        var ende = pfad.IndexOf(']');
        return ende > 0 && _reihen.TryGetValue(pfad[..(ende + 1)], out var reihe) ? reihe + pfad[(ende + 1)..] : pfad;
    }

    private void Add(string pfad, string meldung) => _fehler.Add(new(pfad, meldung));

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Browsers post line ends as CR LF; facts keep LF, so that lengths are those the person sees.</summary>
    private static string? Normalize(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal);
}
