using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Befragungen;
using FallWorkflow.Domain;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>How each report becomes a table. Every figure is defined in <c>docs/kennzahlen.md</c>.</summary>
internal static class Tabellen
{
    public static Tabelle Wirkung(Ergebnissummen e) => Of(
        "wirkung", e.Bereiche.Select(b => Row(
            [Begriffe.Of(b.Bereich)],
            Zahl.Anzahl(b.Eingeschaetzt), Zahl.Anzahl(b.Verglichen), Zahl.Anzahl(b.Stabiler), Zahl.Anzahl(b.Gleich), Zahl.Anzahl(b.Belasteter),
            Zahl.Mittel(b.MittelStart, b.Eingeschaetzt), Zahl.Mittel(b.MittelUeberpruefung, b.Ueberprueft), Zahl.Mittel(b.MittelEnde, b.AmEnde),
            Zahl.Mittel(b.MittlereSchritte, b.Verglichen))));

    public static Tabelle Abschluesse(Ergebnissummen e) => Of(
        "abschluesse",
        [
            Figure("Abschluesse.Faelle", Zahl.Anzahl(e.Faelle)), Figure("Abschluesse.Abgeschlossen", Zahl.Anzahl(e.Abgeschlossen)),
            Figure("Abschluesse.ArbeitGefunden", Zahl.Anzahl(e.ArbeitGefunden)), Figure("Abschluesse.OhneAbschluss", Zahl.Anzahl(e.OhneAbschluss)),
        ]);

    public static Tabelle Ziele(Zielsummen z) => Of(
        "ziele", z.Ebenen.Select(e => Row(
            [Begriffe.Of(e.Ebene)],
            Zahl.Anzahl(e.Faelle), Zahl.Anzahl(e.Vereinbart), Zahl.Anzahl(e.Erreicht), Zahl.Anzahl(e.TeilweiseErreicht), Zahl.Anzahl(e.NichtErreicht),
            Zahl.Anzahl(e.Aufgegeben), Zahl.Anzahl(e.Offen), Zahl.Anteil(e.Erreichungsanteil, e.Beendet))));

    public static Tabelle Vorarbeit(Zielsummen z) => Of(
        "vorarbeit", z.Vorarbeiten.Select(v => Row([Texte.Of($"Vorarbeit.{v.Art}")], Zahl.Anzahl(v.Faelle), Zahl.Menge(v.Anzahl, v.Faelle))));

    /// <param name="traeger">Names by id.</param>
    public static Tabelle Leistungen(IReadOnlyList<Leistungswirkung> leistungen, IReadOnlyDictionary<string, string> traeger) => Of(
        "leistungen", leistungen.Select(l => Row(
            [traeger.GetValueOrDefault(l.TraegerId, l.TraegerId), l.Leistung],
            Zahl.Anzahl(l.Faelle), Zahl.Anzahl(l.Vereinbart), Zahl.Anzahl(l.Abgelehnt), Zahl.Anzahl(l.Begonnen), Zahl.Anzahl(l.Beendet), Zahl.Anzahl(l.Ziele),
            Zahl.Anzahl(l.Erreicht), Zahl.Anzahl(l.TeilweiseErreicht), Zahl.Anzahl(l.Verfehlt), Zahl.Anzahl(l.Offen),
            Zahl.Anzahl(l.InZiele), Zahl.Anzahl(l.ImAssessment), Zahl.Anzahl(l.OhneAenderung)))) with
    { OffeneBezeichnungen = true };

    public static Tabelle Faelle(Fallkennzahlen k) => Of(
        "faelle",
        [
            Figure("Faelle.Anfang", Zahl.Anzahl(k.Bestand.Anfang)), Figure("Faelle.Zugaenge", Zahl.Anzahl(k.Bestand.Zugaenge)),
            Figure("Faelle.Abgaenge", Zahl.Anzahl(k.Bestand.Abgaenge)), Figure("Faelle.Ende", Zahl.Anzahl(k.Bestand.Ende)),
            Figure("Faelle.MittlereDauer", Zahl.Mittel(k.MittlereDauerTage, k.Ausgetreten)), Figure("Faelle.MedianDauer", Zahl.Mittel(k.MedianDauerTage, k.Ausgetreten)),
            Figure("Faelle.Minuten", Zahl.Menge(k.Minuten, k.FaelleMitZeit)), Figure("Faelle.MitZeit", Zahl.Anzahl(k.FaelleMitZeit)),
        ]);

    public static Tabelle Bedarfe(Fallkennzahlen k) => Of("bedarfe", k.Bedarfe.Select(b => Row([Begriffe.Of(b.Bereich)], Zahl.Anzahl(b.Faelle))));

    public static Tabelle Bedarfsanzahlen(Fallkennzahlen k) => Of("bedarfsanzahlen", k.Bedarfsanzahlen.Select(b => Row([$"{b.Bereiche}"], Zahl.Anzahl(b.Faelle))));

    public static Tabelle Kontakttreue(Kontakttreue k) => Of(
        "kontakttreue",
        [
            Row([Texte.Of("Kontakttreue.Alle")], Zahl.Anzahl(k.Faelle), Zahl.Menge(k.Eingehalten, k.Faelle), Zahl.Menge(k.Versaeumt, k.Faelle), Zahl.Anteil(k.Anteil, k.Faelle)),
            Row(
                [Texte.Of("Kontakttreue.Individuell")], Zahl.Anzahl(k.FaelleIndividuell), Zahl.Menge(k.EingehaltenIndividuell, k.FaelleIndividuell),
                Zahl.Menge(k.VersaeumtIndividuell, k.FaelleIndividuell), Zahl.Anteil(k.AnteilIndividuell, k.FaelleIndividuell)),
        ]);

    public static Tabelle Kontaktformen(IReadOnlyList<Kontaktanteil> formen) => Of(
        "kontaktformen", formen.Select(f => Row([Begriffe.Of(f.Form)], Zahl.Anzahl(f.Anzahl), Zahl.Anteil(f.Anteil, f.Anzahl))));

    public static Tabelle Zugang(Erreichungsgrad g) => Of(
        "zugang",
        [
            Figure("Zugang.Uebergeben", Zahl.Anzahl(g.Uebergeben)), Figure("Zugang.Geprueft", Zahl.Anzahl(g.Geprueft)), Figure("Zugang.Erfuellt", Zahl.Anzahl(g.Erfuellt)),
            Figure("Zugang.Aufgenommen", Zahl.Anzahl(g.Aufgenommen)), Figure("Zugang.NichtAufgenommen", Zahl.Anzahl(g.GeprueftNichtAufgenommen)),
            Figure("Zugang.Grad", Zahl.Anteil(g.Grad, g.Erfuellt)),
        ]);

    public static Tabelle Angebotsluecken(IReadOnlyList<Angebotsluecke> luecken) => Of(
        "angebotsluecken", luecken.Select(l => Row(
            [Begriffe.Of(l.Art), l.Gebiet, $"{l.Seit:dd.MM.yyyy}"], Zahl.Anzahl(l.Faelle), Zahl.Anzahl(l.Offen), Zahl.Mittel(l.MittlereTage, l.Faelle)))) with
    { OffeneBezeichnungen = true };

    public static Tabelle Betreuungsschluessel(Fallzahlbericht b) => Of(
        "betreuungsschluessel", b.Gruppen.Select(g => Row(
            [Texte.Of(g.GemischteAufgaben ? "Betreuung.Gemischt" : "Betreuung.Nur")],
            Zahl.Anzahl(g.Personen), Zahl.Anzahl(g.Laufend), Zahl.Mittel(g.JePerson, g.Laufend), Zahl.Vorgabe(g.Richtwert), Zahl.Vorgabe(g.Beobachtet)))) with
    { Forschung = false };

    public static Tabelle Fallzahlen(Fallzahlbericht b) => Of(
        "fallzahlen", b.Personen.Select(p => Row(
            [p.Name, p.TeamId ?? "", Texte.Of(p.GemischteAufgaben ? "Betreuung.Gemischt" : "Betreuung.Nur")],
            Zahl.Anzahl(p.Laufend), Zahl.Anzahl(p.Nachbetreuung), Zahl.Anteil(p.Auslastung, p.Laufend)))) with
    { Forschung = false };

    public static Tabelle Befragung(Befragungssumme s) => Of(
        "befragung", s.Fragen.Select(f => new Zeile(
            [Texte.Of($"Befragung.Frage.{f.Frage}")], [Zahl.Anzahl(f.Summe.Anzahl ?? 0), Zahl.Mittel(f.Summe.Mittel, f.Summe.Anzahl ?? 0)], f.Summe.Anzahl is null)));

    public static Tabelle Boegen(IEnumerable<Fallbogen> boegen) => Of(
        "boegen", boegen.Select(b => Row(
            [b.FallNummer, b.FallmanagerId ?? "", $"{b.AufgenommenAm:dd.MM.yyyy}", $"{b.AusgetretenAm:dd.MM.yyyy}", string.Join(", ", b.Bedarfe.Select(x => Begriffe.Of(x)))],
            Zahl.Anzahl(b.Tage), Zahl.Anzahl(b.Ziele.Count), Zahl.Anzahl(b.Ziele.Count(z => z.Ergebnis == Domain.Faelle.Zielergebnis.Erreicht)),
            Zahl.Anzahl(b.Leistungen.Count), Zahl.Vorgabe(b.Bewegungen.Sum(x => x.Schritte ?? 0)), Zahl.Anteil(b.Kontakttreue.Anteil, 0), Zahl.Anzahl(b.Minuten)))) with
    { Forschung = false };

    private static Tabelle Of(string name, IEnumerable<Zeile> zeilen) =>
        new(name, Texte.Of($"Tabelle.{name}"), Texte.Of($"Tabelle.{name}.Spalten").Split('|'), [.. zeilen]);

    private static Zeile Row(string[] bezeichnungen, params Zahl[] zahlen) => new(bezeichnungen, zahlen);

    private static Zeile Figure(string text, Zahl zahl) => new([Texte.Of(text)], [zahl]);
}
