using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FallWorkflow.Web.Formulare;

/// <summary>What was typed, by the path of the field, exactly as it was typed; nothing here is ever lost or mended.</summary>
internal sealed class Eingaben
{
    private readonly Dictionary<string, string[]> _werte = new(StringComparer.Ordinal);

    public static Eingaben Of(IFormCollection form)
    {
        var eingaben = new Eingaben();
        foreach (var (name, werte) in form)
            eingaben._werte[name] = [.. werte.Select(w => w ?? "")];
        return eingaben;
    }

    public string? this[string pfad]
    {
        get => _werte.GetValueOrDefault(pfad)?.LastOrDefault();
        set
        {
            if (value is null)
                _werte.Remove(pfad);
            else
                _werte[pfad] = [value];
        }
    }

    /// <summary>Takes away everything whose path begins so.</summary>
    public void Clear(string anfang)
    {
        foreach (var pfad in _werte.Keys.Where(k => k.StartsWith(anfang, StringComparison.Ordinal)).ToList())
            _werte.Remove(pfad);
    }

    public IReadOnlyList<string> Alle(string pfad) => _werte.GetValueOrDefault(pfad) ?? [];

    public void Set(string pfad, IEnumerable<string> werte) => _werte[pfad] = [.. werte];

    public bool Has(string pfad) => _werte.ContainsKey(pfad);

    public bool IsChecked(string pfad) => this[pfad] == Formularleser.Ja;

    /// <summary>How many rows of a list were posted: one more than the highest index.</summary>
    public int RowsOf(string pfad)
    {
        var anzahl = 0;
        foreach (var name in _werte.Keys)
        {
            if (!name.StartsWith(pfad + "[", StringComparison.Ordinal) || name.IndexOf(']', pfad.Length) is var ende && ende < 0)
                continue;
            if (int.TryParse(name.AsSpan(pfad.Length + 1, ende - pfad.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < Formularleser.MaxReihen)
                anzahl = Math.Max(anzahl, index + 1);
        }

        return anzahl;
    }
}
