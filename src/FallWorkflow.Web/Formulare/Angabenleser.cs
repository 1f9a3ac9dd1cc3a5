using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Web.Formulare;

/// <summary>Shows a recorded fact with the labels of its form.</summary>
internal static class Angabenleser
{
    public static IReadOnlyList<(string Label, string Wert)> Read(Formular formular, Tatsache tatsache)
    {
        var werte = new Eingaben();
        Formularwerte.Fill(formular, werte, tatsache);
        return [.. formular.Felder.SelectMany(f => Read(f, f.Name, f.Label, werte))];
    }

    private static IEnumerable<(string Label, string Wert)> Read(Feld feld, string pfad, string label, Eingaben werte)
    {
        switch (feld.Art)
        {
            case Feldart.Verborgen:
                break;
            case Feldart.Gruppe:
                foreach (var angabe in feld.Kinder.SelectMany(k => Read(k, $"{pfad}.{k.Name}", k.Label, werte)))
                    yield return angabe;
                break;
            case Feldart.Reihen:
                for (var i = 0; i < (feld.Schluessel is null ? werte.RowsOf(pfad) : feld.Optionen.Count); i++)
                {
                    var reihe = string.Join("; ", feld.Kinder.Where(k => k.Name != feld.Schluessel)
                        .SelectMany(k => Read(k, $"{pfad}[{i}].{k.Name}", k.Label, werte))
                        .Select(a => $"{a.Label}: {a.Wert}"));
                    if (reihe.Length > 0)
                        yield return (feld.Schluessel is null ? Seitentexte.T("Formular.Reihe", label, i + 1) : feld.Optionen[i].Text, reihe);
                }

                break;
            case Feldart.Mehrfach:
                if (werte.Alle(pfad).Count > 0)
                    yield return (label, string.Join(", ", werte.Alle(pfad).Select(w => TextOf(feld, w))));
                break;
            case Feldart.Haken or Feldart.JaNein:
                if (werte[pfad] is { } antwort)
                    yield return (label, Seitentexte.T(antwort == Formularleser.Ja ? "Ja" : "Nein"));
                break;
            default:
                if (!string.IsNullOrWhiteSpace(werte[pfad]))
                    yield return (label, TextOf(feld, werte[pfad]!));
                break;
        }
    }

    private static string TextOf(Feld feld, string wert) => feld.Optionen.FirstOrDefault(o => o.Wert == wert)?.Text ?? wert;
}
