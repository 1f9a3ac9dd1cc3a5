namespace FallWorkflow.Web.Formulare;

/// <summary>A field of a form, made from a parameter of a fact's record.</summary>
/// <param name="Name">Name in the fact's JSON (camelCase).</param>
/// <param name="Typ">Type of the value; of the elements for lists.</param>
internal sealed record Feld(string Name, Type Typ, Feldart Art, bool Pflicht, string Label, string? Hinweis = null)
{
    public IReadOnlyList<Auswahl> Optionen { get; init; } = [];

    /// <summary>Fields of the record, for groups and rows.</summary>
    public IReadOnlyList<Feld> Kinder { get; init; } = [];

    /// <summary>Value that a new form shows.</summary>
    public string? Vorgabe { get; init; }

    /// <summary>For rows: the enumerated field that names each of a fixed set of rows; null if rows can be added.</summary>
    public string? Schluessel { get; init; }

    /// <summary>For fixed rows: whether a row in which nothing was entered is left out.</summary>
    public bool LeereReihenWeglassen { get; init; } = true;

    /// <summary>For rows that can be added: how many a new form shows.</summary>
    public int Mindestreihen { get; init; } = 3;

    public Feld? Kind(string name) => Kinder.FirstOrDefault(k => k.Name == name);
}
