namespace FallWorkflow.Application.Prozessvergleich;

/// <summary>What happened to something between two versions.</summary>
public enum Aenderungsart
{
    Neu,
    Entfallen,
    Geaendert,
}

/// <summary>What a change is about.</summary>
public enum Aenderungsort
{
    Prozess,
    Variable,
    Schritt,
    Verbindung,

    /// <summary>Where steps and lines are drawn; without any effect.</summary>
    Anordnung,

    /// <summary>Neither recognised nor only drawing.</summary>
    Sonstiges,
}

/// <summary>One thing that differs between two versions of a process; texts are German.</summary>
/// <param name="Text">The whole change in one sentence, except what stands in <see cref="Vorher"/> and <see cref="Nachher"/>.</param>
public sealed record Aenderung(Aenderungsart Art, Aenderungsort Ort, string Text)
{
    /// <summary>Activity id; null if it concerns no single step.</summary>
    public string? SchrittId { get; init; }

    /// <summary>Place in the JSON, for what is shown by no better name.</summary>
    public string? Pfad { get; init; }

    /// <summary>Scripts and long texts as they were; null if there was none or it fits into the sentence.</summary>
    public string? Vorher { get; init; }

    public string? Nachher { get; init; }

    /// <summary>What a step says that is new or no longer there.</summary>
    public IReadOnlyList<Angabe> Angaben { get; init; } = [];

    /// <summary>Connections that this change concerns.</summary>
    public IReadOnlyList<Linienaenderung> Linien { get; init; } = [];
}

/// <summary>One input of a step with its value in words.</summary>
public sealed record Angabe(string Name, string Wert);

/// <summary>One connection that is new, gone or different.</summary>
public sealed record Linienaenderung(Aenderungsart Art, string Von, string Ausgang, string Nach, string Eingang);
