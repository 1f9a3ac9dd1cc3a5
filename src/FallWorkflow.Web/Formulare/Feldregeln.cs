using System.Globalization;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Netzwerke;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Web.Formulare;

/// <summary>What the type of a field cannot say: which ids are made or chosen, which texts are short, which questions are open.</summary>
internal static class Feldregeln
{
    private static readonly HashSet<string> Kurz = new(StringComparer.Ordinal)
    {
        "vorname", "nachname", "telefon", "anschrift", "bezeichnung", "leistung", "ansprechperson",
        "gebiet", "arbeitgeber", "anbieter", "koordination", "verantwortlich", "name", "abstand", "abstimmungNach", "berichtNach", "eignungNach", "beantwortetVon",
        "artDerUeberpruefung", "vorgabe", "frist", "ueberpruefungNach", "antwortFrist", "nachbetreuungDauer", "zielgruppe", "uebersprungen",
        "titel", "von", "name", "ort", "thema", "wer", "an", "aktivSeit", "vorkontakt", "eMail", "quelle", "schluessel", "integrationsfachkraft",
    };

    // A tick left out would read as "no" where the answer decides something; these are asked.
    private static readonly HashSet<string> Fragen = new(StringComparer.Ordinal)
    {
        "fortschrittErwartet", "lebensumstaendeGewuenscht", "moechteFallmanagement", "arbeitGefunden",
    };

    public static IReadOnlyList<Auswahl> Skala { get; } =
        [.. Enumerable.Range(1, 5).Select(i => i.ToString(CultureInfo.InvariantCulture)).Select(i => new Auswahl(i, Formulartexte.Of($"Skala.{i}")))];

    public static bool IsShort(Type record, string feld) =>
        Kurz.Contains(feld) || (record == typeof(EinschaetzungFestgehalten) && feld == "anlass");

    public static bool IsQuestion(string feld) => Fragen.Contains(feld);

    public static bool IsFile(Type record, string feld) => record == typeof(DokumentAbgelegt) && feld == "datei";

    /// <summary>What the program finds out about a file; people neither type nor choose it.</summary>
    public static bool IsFoundOut(Type record, string feld) => record == typeof(DokumentAbgelegt) && feld is "medientyp" or "groesse" or "sha256" or "geprueft";

    public static bool IsScale(string feld) => feld == "skala";

    /// <summary>Whether the page makes the id, because the fact begins something.</summary>
    public static bool NewId(Type record, string feld) =>
        (record == typeof(ZielVereinbart) && feld == "zielId")
        || (record == typeof(ZuweisungVereinbart) && feld == "zuweisungId")
        || (record == typeof(MitgliedEinbezogen) && feld == "mitgliedId")
        || (record == typeof(DokumentAbgelegt) && feld == "dokumentId")
        || (record == typeof(PauseBegonnen) && feld == "pauseId")
        || (record == typeof(TerminVereinbart) && feld == "terminId")
        || (record == typeof(NotfallGemeldet) && feld == "notfallId")
        || (record == typeof(AngebotAufgenommen) && feld == "angebotId")
        || (record == typeof(VereinbarungGeschlossen) && feld == "vereinbarungId")
        || (record == typeof(AngebotBewertet) && feld == "bewertungId")
        || (KindOf(feld) is not null && Straenge.Contains(record));

    private static readonly HashSet<Type> Straenge =
    [
        typeof(LeistungsketteGebildet), typeof(FallkonferenzVereinbart), typeof(LeistungsfrageGestellt), typeof(BeschaeftigungBegonnen), typeof(ArbeitgeberBeteiligt), typeof(AngebotFehlt), typeof(NetzwerkkonferenzGehalten),
    ];

    /// <summary>What the field names of that which runs beside the phases; null if it is another field.</summary>
    private static Strangart? KindOf(string feld) => feld switch
    {
        "ketteId" => Strangart.Leistungskette,
        "konferenzId" => Strangart.Fallkonferenz,
        "beschlussId" => Strangart.Konferenzbeschluss,
        "frageId" => Strangart.Leistungsfrage,
        "beschaeftigungId" => Strangart.GefoerderteBeschaeftigung,
        "beteiligungId" => Strangart.Arbeitgeberbeteiligung,
        "lueckeId" => Strangart.Angebotsluecke,
        _ => null,
    };

    /// <summary>The field of a record by whose values there is one row each; null if rows are added freely.</summary>
    public static string? RowKey(Type element) => element switch
    {
        _ when element == typeof(AgendaErgebnis) => "punkt",
        _ when element == typeof(Bereichsbild) || element == typeof(Einschaetzung) => "bereich",
        _ => null,
    };

    /// <summary>Whether every fixed row counts even when empty, so that the rules can say what is missing in it.</summary>
    public static bool KeepsEmptyRows(string art, Type element) => element == typeof(AgendaErgebnis) || art == "AssessmentAbgeschlossen";

    public static string? Preset(Type typ, Akteur akteur) => typ == typeof(Seite)
        ? (akteur.Rolle == Rollen.Integrationsfachkraft ? nameof(Seite.Vermittlung) : nameof(Seite.Fallmanagement))
        : typ == typeof(Dokumentsicht) ? nameof(Dokumentsicht.Akte) : null;

    /// <summary>A number that most people would type; null if the field begins empty.</summary>
    public static string? Number(Type record, string feld) => record == typeof(TerminVereinbart) && feld == "dauer" ? "60" : null;

    /// <summary>What the Akte knows already and a person only completes (R08); null if the field begins empty.</summary>
    public static string? Known(Type record, string feld, Fall? fall)
    {
        if (record != typeof(RueckgabeErklaert) || fall is null)
            return null;
        string[]? zeilen = feld switch
        {
            "zielstand" => [.. fall.Ziele.Values.Select(z => Formulartexte.Of(
                "Vorgabe.Ziel", z.Bezeichnung, z.Ergebnis is { } e ? Begriffe.Of(e) : Formulartexte.Of("Vorgabe.Offen"), z.Bis))],
            "offeneZuweisungen" => [.. fall.Zuweisungen.Values.Where(z => z.IstOffen).Select(z => Formulartexte.Of("Vorgabe.Zuweisung", z.Leistung, Begriffe.Of(z.Stand)))],
            _ => null,
        };
        return zeilen is null ? null : zeilen.Length == 0 ? Formulartexte.Of("Vorgabe.Keine") : string.Join('\n', zeilen);
    }

    /// <summary>What can be chosen for a field that names something; null if the field is not of that kind.</summary>
    public static IReadOnlyList<Auswahl>? Choices(string art, string feld, Formularkontext kontext) => feld switch
    {
        "zielId" or "uebergeordnetesZiel" => [.. Ziele(art, kontext.Fall).Select(z => new Auswahl(z.Id, $"{z.Bezeichnung} ({Begriffe.Of(z.Ebene)})"))],
        "zielIds" => [.. (kontext.Fall?.Ziele.Values ?? []).Select(z => new Auswahl(z.Id, $"{z.Bezeichnung} ({Begriffe.Of(z.Ebene)})"))],
        "zuweisungId" => [.. Zuweisungen(art, kontext.Fall).Select(z => new Auswahl(z.Id, $"{z.Leistung} ({Begriffe.Of(z.Stand)})"))],
        "dokumentId" => [.. (kontext.Fall?.Dokumente ?? []).Where(d => d.EntferntAm is null || kontext.ZumLesen || kontext.Berichtigt is not null).Select(d => new Auswahl(d.Id, Formulartexte.Of("Auswahl.Dokument", d.Titel, d.AbgelegtAm)))],
        "gehoertZu" => [.. ((kontext.ZumLesen ? kontext.Fall?.Akte : kontext.Fall?.Gueltige) ?? []).Where(e => kontext.ZumLesen || Dokument.MayBelongTo(e.Tatsache))
            .Select(e => new Auswahl(e.Id.ToString(), Formulartexte.Of("Auswahl.Eintrag", e.Nr, Formulartexte.Titel(TatsachenKatalog.ArtOf(e.Tatsache).Name), e.WirksamAm)))],
        "terminId" => [.. (kontext.Fall?.Termine.Values ?? []).Where(t => kontext.ZumLesen || kontext.Berichtigt is not null || t.IstOffen || art == nameof(EinladungVersandt)).OrderBy(t => t.Beginn)
            .Select(t => new Auswahl(t.Id, $"{Begriffe.Of(t.Zweck)}, {Application.Termine.Terminangaben.When(t)}"))],
        "pauseId" => [.. (kontext.Fall?.Pausen ?? []).Select(p => new Auswahl(p.Id, $"{p.Von:dd.MM.yyyy} – {p.Bis:dd.MM.yyyy}"))],
        "zuweisungIds" => [.. (kontext.Fall?.Zuweisungen.Values ?? []).Select(z => new Auswahl(z.Id, $"{z.Leistung} ({Begriffe.Of(z.Stand)})"))],
        "mitgliedId" => [.. (kontext.Fall?.Haushalt ?? []).Where(m => kontext.ZumLesen || m.EntlassenAm is null || art == "AuskunftErteilt").Select(m => new Auswahl(m.Id, m.Name))],
        "antragId" => [.. (kontext.Fall?.Antraege ?? new Dictionary<string, Eintrag>()).Select(a => new Auswahl(a.Key, Formulartexte.Of("Auswahl.Eintrag", a.Value.Nr, Formulartexte.Titel(((AbweichungBeantragt)a.Value.Tatsache).Art), a.Value.WirksamAm)))],
        "durchgesehen" => [.. (kontext.Fall?.Akte ?? []).Select(e => new Auswahl(e.Id.ToString(), Formulartexte.Of("Auswahl.Eintrag", e.Nr, Formulartexte.Titel(TatsachenKatalog.ArtOf(e.Tatsache).Name), e.WirksamAm)))],
        "besprochen" => [.. Besprechbar(kontext).Select(e => new Auswahl(e.Id.ToString(), Formulartexte.Of("Auswahl.Eintrag", e.Nr, Formulartexte.Titel(TatsachenKatalog.ArtOf(e.Tatsache).Name), e.WirksamAm)))],
        "rechtsgrundlage" => [.. Rechtsgrundlagen.Alle.DistinctBy(r => r.Norm).Select(r => new Auswahl(r.Norm, $"{r.Norm}: {r.Bezeichnung}"))],
        "textfassung" => [.. kontext.Konzept.AufklaerungstexteOrDefault.OrderByDescending(t => t.GueltigAb).Select(t => new Auswahl(t.Fassung, Formulartexte.Of("Auswahl.Text", t.Fassung, t.GueltigAb)))],
        "notfallId" => [.. (kontext.Fall?.Notfaelle ?? new Dictionary<string, string>()).Select(n => new Auswahl(n.Key, Shortened(n.Value)))],
        _ when KindOf(feld) is { } strangart => [.. (kontext.Fall?.Straenge.Values ?? []).Where(s => s.Art == strangart && s.IstOffen).Select(s => new Auswahl(s.Id, Shortened(s.Bezeichnung)))],
        "angebotId" => [.. (kontext.Netzwerk?.Angebote ?? []).Select(a => new Auswahl(a.Angebot.Id, $"{a.Angebot.Bezeichnung} ({a.Angebot.Gebiet})"))],
        "vereinbarungId" => [.. (kontext.Netzwerk?.Vereinbarungen ?? []).Select(v => new Auswahl(v.Vereinbarung.Id, $"{Shortened(v.Vereinbarung.Gegenstand)} ({v.Vereinbarung.Ende:dd.MM.yyyy})"))],
        "bewertungId" => [.. (kontext.Netzwerk?.Bewertungen ?? []).Where(b => b.WartetAufAntwort).Select(b => new Auswahl(b.Id, Shortened(b.Vorschlag!)))],
        "planschritt" => [.. (kontext.Fall?.Planschritte ?? []).Select(s => new Auswahl(s.Bezeichnung, s.Bezeichnung))],
        "traegerId" => [.. kontext.Traeger.Select(t => new Auswahl(t.Id, $"{t.Name} ({t.Leistungsbereich})"))],
        "fallmanagerId" => [.. kontext.Fallmanager.Select(b => new Auswahl(b.Id, b.Name))],
        "freigegebeneFelder" => [.. Freigabefelder.Alle.Select(f => new Auswahl(f, Formulartexte.Of($"Freigabe.{f}")))],
        "zielgruppe" => [.. kontext.Zielgruppen.Select(z => new Auswahl(z, z))],
        _ => null,
    };

    /// <summary>What can be said to be discussed: what is open, and in a correction also what was said before. For reading, everything.</summary>
    private static IEnumerable<Eintrag> Besprechbar(Formularkontext kontext)
    {
        if (kontext.Fall is not { } fall)
            return [];
        if (kontext.ZumLesen)
            return fall.Akte;
        var bisher = fall.Akte.FirstOrDefault(e => e.Id == kontext.Berichtigt)?.Tatsache switch
        {
            KontaktGehalten k => k.Besprochen,
            EintraegeBesprochen b => b.Besprochen,
            _ => null,
        };
        return [.. fall.ZuBesprechen, .. fall.Akte.Where(e => bisher?.Contains(e.Id) == true)];
    }

    private static string Shortened(string text) => text.Length > 80 ? text[..80] + "…" : text;

    private static IEnumerable<Ziel> Ziele(string art, Fall? fall) =>
        (fall?.Ziele.Values ?? []).Where(z => z.Ergebnis is null || art is not ("ZielVerschoben" or "ZielAbgeschlossen"));

    private static IEnumerable<Zuweisung> Zuweisungen(string art, Fall? fall)
    {
        var alle = fall?.Zuweisungen.Values ?? [];
        return art switch
        {
            "ZuweisungAngenommen" or "ZuweisungAbgelehnt" or "RueckfrageGestellt" =>
                alle.Where(z => z.Stand is Zuweisungsstand.Gesendet or Zuweisungsstand.Rueckfrage),
            "RueckfrageBeantwortet" => alle.Where(z => z.Stand == Zuweisungsstand.Rueckfrage),
            "ZuweisungBegonnen" or "VerlaufGemeldet" or "ProblemGemeldet" or "ZuweisungBeendet"
                or "KlientZurLeistungBefragt" or "TraegerZurLeistungBefragt" or "FallfuehrungUebertragen" =>
                alle.Where(z => z.Stand is Zuweisungsstand.Angenommen or Zuweisungsstand.Begonnen),
            "AssessmentGespeichert" or "AssessmentAbgeschlossen" => alle,
            "FallfuehrungBerichtet" or "FallfuehrungZurueckgenommen" => alle.Where(z => z.Id == fall!.BeauftragterDritter),
            "DokumentfreigabeZurueckgenommen" => alle.Where(z => z.FreigegebeneDokumente.Count > 0),
            "ErgebnisUebernommen" => alle.Where(z => z.Stand == Zuweisungsstand.Beendet),
            _ => alle.Where(z => z.IstOffen),
        };
    }
}
