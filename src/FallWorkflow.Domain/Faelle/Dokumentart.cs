namespace FallWorkflow.Domain.Faelle;

/// <summary>What kind of document was put into the Akte.</summary>
public enum Dokumentart
{
    Lebenslauf,
    Zeugnis,
    Bescheinigung,
    Gesundheitsunterlage,

    /// <summary>A letter of an authority. It is kept because the client received it; nothing here issues one (R41).</summary>
    Behoerdenschreiben,
    Stellungnahme,
    Kooperationsplan,
    Einwilligung,
    Vertrag,
    Schriftwechsel,
    Sonstiges,
}
