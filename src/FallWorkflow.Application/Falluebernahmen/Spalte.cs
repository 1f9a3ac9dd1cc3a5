namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>Columns of a file of running Fälle; their German headings are the texts <c>Spalte.*</c>.</summary>
public enum Spalte
{
    Quelle,
    Schluessel,
    Buero,
    Fallmanager,
    Integrationsfachkraft,
    Vorname,
    Nachname,
    Geburtsdatum,
    Telefon,
    Anschrift,
    UebergebenAm,
    ErstgespraechAm,
    EinwilligungAm,
    AufgenommenAm,
    Phase,
    Handlungsbedarfe,
    Fortschritt,
    Zielgruppe,
    LetzterKontaktAm,
    Kontaktform,
    Kontaktthemen,
    Kontaktrhythmus,
    PlanVom,
    Planschritt,
    LetzteUeberpruefung,
    UeberpruefungNach,
    VerlaengertUm,
    Bemerkung,
}
