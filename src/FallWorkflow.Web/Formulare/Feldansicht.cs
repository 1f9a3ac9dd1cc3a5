namespace FallWorkflow.Web.Formulare;

/// <summary>One field in its form, the model of the field template.</summary>
internal sealed record Feldansicht(Feld Feld, string Pfad, Formularansicht Formular)
{
    public string Id => Formularansicht.IdOf(Pfad);

    public string Wert => Formular.Eingaben[Pfad] ?? "";

    public IReadOnlyList<string> Fehler => [.. Formular.FehlerAn(Pfad)];

    public string? HinweisText => Feld.Hinweis ?? Feld.Art switch { Feldart.Datum => Formulartexte.Of("Datum.Hinweis"), Feldart.Uhrzeit => Formulartexte.Of("Uhrzeit.Hinweis"), _ => null };

    /// <summary>Ids of the texts that describe the field to screen readers.</summary>
    public string? Beschrieben => (HinweisText is not null && Feld.Art != Feldart.Haken, Fehler.Count > 0) switch
    {
        (true, true) => $"{Id}-hinweis {Id}-fehler",
        (true, false) => $"{Id}-hinweis",
        (false, true) => $"{Id}-fehler",
        _ => null,
    };

    public string Breite => Feld.Art is Feldart.Datum or Feldart.Zahl or Feldart.Uhrzeit ? "fw-kurz" : "";

    /// <summary>What can be chosen; a value that was posted stays in the list even if it is not offered (any more).</summary>
    public IEnumerable<Auswahl> Optionen => Wert.Length == 0 || Feld.Optionen.Any(o => o.Wert == Wert)
        ? Feld.Optionen
        : Feld.Optionen.Append(new Auswahl(Wert, Seitentexte.T("Formular.Bisher")));

    public IEnumerable<(string Wert, string Text)> JaNein => Feld.Pflicht
        ? [(Formularleser.Ja, Seitentexte.T("Ja")), (Formularleser.Nein, Seitentexte.T("Nein"))]
        : [("", Seitentexte.T("Formular.Vorgabe")), (Formularleser.Ja, Seitentexte.T("Ja")), (Formularleser.Nein, Seitentexte.T("Nein"))];

    public Feldansicht Kind(Feld kind, int? reihe = null) =>
        new(kind, reihe is null ? $"{Pfad}.{kind.Name}" : $"{Pfad}[{reihe}].{kind.Name}", Formular);
}
