namespace FallWorkflow.Web.Formulare;

/// <summary>How a field is shown and read.</summary>
internal enum Feldart
{
    Kurztext,
    Langtext,

    /// <summary>A day as text, <c>TT.MM.JJJJ</c>: a text field keeps a wrong date as it was typed, a date field does not.</summary>
    Datum,
    Zahl,

    /// <summary>A time of day as text, <c>HH:MM</c>.</summary>
    Uhrzeit,

    /// <summary>A question that has to be answered; nothing is preset (R16).</summary>
    JaNein,

    /// <summary>A confirmation: ticked or not.</summary>
    Haken,
    Auswahl,
    Mehrfach,

    /// <summary>A list of texts, one a line.</summary>
    Zeilen,

    /// <summary>A nested record.</summary>
    Gruppe,

    /// <summary>A list of records.</summary>
    Reihen,

    /// <summary>An id that the page makes; never typed.</summary>
    Verborgen,

    /// <summary>A file to send; its value is its name.</summary>
    Datei,
}
