using FallWorkflow.Domain.Akte;

namespace FallWorkflow.Web.Formulare;

/// <summary>A form with what was typed and what is wrong, as a page shows it.</summary>
internal sealed class Formularansicht(Formular formular, Eingaben eingaben)
{
    private readonly List<Eingabefehler> _fehler = [];

    public Formular Formular { get; } = formular;

    public Eingaben Eingaben { get; } = eingaben;

    public IReadOnlyList<Eingabefehler> Fehler => _fehler;

    public void Add(Eingabefehler fehler) => _fehler.Add(fehler);

    public void AddRange(IEnumerable<Eingabefehler> fehler) => _fehler.AddRange(fehler);

    public IEnumerable<string> FehlerAn(string pfad) => _fehler.Where(f => f.Feld == pfad).Select(f => f.Meldung);

    /// <summary>Id of a field in the page.</summary>
    public static string IdOf(string pfad) => "feld-" + pfad.Replace("[", "-", StringComparison.Ordinal).Replace("].", "-", StringComparison.Ordinal)
        .Replace("]", "", StringComparison.Ordinal).Replace('.', '-').Replace("_", "", StringComparison.Ordinal);

    /// <summary>Rows a list shows: what was posted, at least the minimum.</summary>
    public int RowsOf(Feld feld, string pfad) => feld.Schluessel is not null
        ? feld.Optionen.Count
        : Math.Max(feld.Mindestreihen, Eingaben.RowsOf(pfad) + (Eingaben["_mehr"] == pfad ? 1 : 0));
}

/// <summary>One field in its form, the model of the field template.</summary>
internal sealed record Feldansicht(Feld Feld, string Pfad, Formularansicht Formular, string? LabelVor = null)
{
    public string Id => Formularansicht.IdOf(Pfad);

    public string Wert => Formular.Eingaben[Pfad] ?? "";

    public IReadOnlyList<string> Fehler => [.. Formular.FehlerAn(Pfad)];

    public string? Beschrieben => (Feld.Hinweis is not null || Feld.Art == Feldart.Datum, Fehler.Count > 0) switch
    {
        (true, true) => $"{Id}-hinweis {Id}-fehler",
        (true, false) => $"{Id}-hinweis",
        (false, true) => $"{Id}-fehler",
        _ => null,
    };

    public Feldansicht Kind(Feld kind, int? reihe = null) =>
        new(kind, reihe is null ? $"{Pfad}.{kind.Name}" : $"{Pfad}[{reihe}].{kind.Name}", Formular);
}
