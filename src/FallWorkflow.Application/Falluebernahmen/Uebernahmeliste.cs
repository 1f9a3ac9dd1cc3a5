using FallWorkflow.Application.Auswertungen;

namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>Files around a takeover: what to fill in, and what became of it.</summary>
public static class Uebernahmeliste
{
    /// <summary>The headings alone: an example line would be taken over by somebody.</summary>
    public static byte[] Template() => Csv.Write(new("vorlage", Texte.Of("Uebernahme.Titel"), [.. Spalten.Alle.Select(Spalten.NameOf)], []));

    /// <summary>One line per mistake, and one per line without any.</summary>
    public static byte[] Write(Uebernahmebericht bericht) => Csv.Write(new(
        "uebernahme", Texte.Of("Uebernahme.Titel"),
        [Texte.Of("Uebernahme.Zeile"), Spalten.NameOf(Spalte.Schluessel), Texte.Of("Uebernahme.Stand"), Texte.Of("Uebernahme.Fall"), Texte.Of("Uebernahme.Spalte"), Texte.Of("Uebernahme.Meldung")],
        [.. bericht.Ergebnisse.SelectMany(Rows)]));

    private static IEnumerable<Zeile> Rows(Uebernahmeergebnis e) => e.Fehler.Count == 0
        ? [Row(e, "", "")]
        : e.Fehler.Select(f => Row(e, f.Spalte ?? "", f.Meldung));

    private static Zeile Row(Uebernahmeergebnis e, string spalte, string meldung) =>
        new([$"{e.Zeile}", e.Schluessel, Texte.Of($"Uebernahmestand.{e.Stand}"), e.Nummer ?? "", spalte, meldung], []);
}
