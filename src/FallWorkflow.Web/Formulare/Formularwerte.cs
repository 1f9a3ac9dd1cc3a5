using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Web.Formulare;

/// <summary>Fills a form from a fact, the inverse of <see cref="Formularleser"/>: for corrections and for what was known before.</summary>
internal static class Formularwerte
{
    /// <summary>An empty form with its presets.</summary>
    public static Eingaben Empty(Formular formular)
    {
        var eingaben = new Eingaben();
        foreach (var feld in formular.Felder.Where(f => f.Vorgabe is not null))
            eingaben[feld.Name] = feld.Vorgabe;
        return eingaben;
    }

    /// <summary>Puts a fact's values into the fields that the form has; others are left alone.</summary>
    public static void Fill(Formular formular, Eingaben eingaben, Tatsache tatsache) =>
        Fill(formular.Felder, "", JsonNode.Parse(TatsachenKatalog.Serialize(tatsache))!.AsObject(), eingaben);

    public static string Show(DateOnly datum) => datum.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static string Show(TimeOnly uhrzeit) => uhrzeit.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static void Fill(IReadOnlyList<Feld> felder, string prefix, JsonObject json, Eingaben eingaben)
    {
        foreach (var feld in felder)
        {
            if (json[feld.Name] is { } wert)
                Fill(feld, prefix + feld.Name, wert, eingaben);
        }
    }

    private static void Fill(Feld feld, string pfad, JsonNode wert, Eingaben eingaben)
    {
        switch (feld.Art)
        {
            case Feldart.Gruppe:
                Fill(feld.Kinder, pfad + ".", wert.AsObject(), eingaben);
                break;
            case Feldart.Reihen:
                FillRows(feld, pfad, wert.AsArray(), eingaben);
                break;
            case Feldart.Zeilen:
                eingaben[pfad] = string.Join('\n', wert.AsArray().Select(w => w?.ToString()));
                break;
            case Feldart.Mehrfach:
                eingaben.Set(pfad, wert.AsArray().Select(w => w!.ToString()));
                break;
            case Feldart.Haken:
                if (wert.GetValueKind() == JsonValueKind.True)
                    eingaben[pfad] = Formularleser.Ja;
                break;
            case Feldart.JaNein:
                eingaben[pfad] = wert.GetValueKind() == JsonValueKind.True ? Formularleser.Ja : Formularleser.Nein;
                break;
            case Feldart.Datum:
                eingaben[pfad] = Show(DateOnly.ParseExact(wert.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case Feldart.Uhrzeit:
                eingaben[pfad] = Show(TimeOnly.Parse(wert.ToString(), CultureInfo.InvariantCulture));
                break;
            default:
                eingaben[pfad] = wert.ToString();
                break;
        }
    }

    private static void FillRows(Feld feld, string pfad, JsonArray werte, Eingaben eingaben)
    {
        for (var i = 0; i < werte.Count; i++)
        {
            var reihe = werte[i]!.AsObject();
            var index = feld.Schluessel is null ? i : feld.Optionen.ToList().FindIndex(o => o.Wert == reihe[feld.Schluessel]!.ToString());
            if (index >= 0)
                Fill(feld.Kinder, $"{pfad}[{index}].", reihe, eingaben);
        }
    }
}
