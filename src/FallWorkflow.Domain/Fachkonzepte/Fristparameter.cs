using System.Diagnostics.CodeAnalysis;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Fachkonzepte;

/// <summary>Wire names of the periods that a Fachkonzept sets (R85).</summary>
public static class Fristparameter
{
    public const string UebergabeAntwort = "Uebergabe.Antwort";

    /// <summary>How long after the last contact before a Fall it is asked whether to go on (R17).</summary>
    public const string VorkontaktPruefung = "Vorkontakt.Pruefung";
    public const string VorkontaktFrist = "Vorkontakt.Frist";
    public const string RueckgabeBestaetigung = "Rueckgabe.Bestaetigung";
    public const string ErstgespraechFrist = "Erstgespraech.Frist";
    public const string KontaktfensterBeginn = "Kontaktfenster.Beginn";
    public const string KontaktfensterEnde = "Kontaktfenster.Ende";

    /// <summary>Added to an individual rhythm of n weeks to give its overdue limit.</summary>
    public const string KontaktfensterSpielraum = "Kontaktfenster.Spielraum";
    public const string PlanueberpruefungAbstand = "Planueberpruefung.Abstand";
    public const string PlanueberpruefungErinnerung = "Planueberpruefung.Erinnerung";
    public const string DauerGrenze = "Dauer.Grenze";
    public const string DauerWarnung = "Dauer.Warnung";
    public const string ZuweisungAntwort = "Zuweisung.Antwort";
    public const string NotfallFrist = "Notfall.Frist";
    public const string NachbetreuungDauer = "Nachbetreuung.Dauer";
    public const string NachbetreuungAbstand = "Nachbetreuung.Abstand";
    public const string NachbetreuungKontaktfrist = "Nachbetreuung.Kontaktfrist";

    public const string MonitoringAbstand = "Monitoring.Abstand";
    public const string MonitoringFrist = "Monitoring.Frist";
    public const string LeistungsketteAbstimmung = "Leistungskette.Abstimmung";
    public const string LeistungsketteFrist = "Leistungskette.Frist";
    public const string LeistungsketteUebergang = "Leistungskette.Uebergang";
    public const string LeistungsfrageAntwort = "Leistungsfrage.Antwort";
    public const string FallfuehrungBericht = "Fallfuehrung.Bericht";
    public const string FallfuehrungFrist = "Fallfuehrung.Frist";
    public const string BeschaeftigungEignung = "Beschaeftigung.Eignung";
    public const string BeschaeftigungFrist = "Beschaeftigung.Frist";

    // Steps of target groups (R45).
    public const string SuchtBeginn = "Sucht.Beginn";
    public const string SuchtAbstand = "Sucht.Abstand";
    public const string JugendBeginn = "Jugend.Beginn";
    public const string JugendAbstand = "Jugend.Abstand";
    public const string WohnungBeginn = "Wohnung.Beginn";
    public const string WohnungAbstand = "Wohnung.Abstand";
    public const string SchutzBeginn = "Schutz.Beginn";
    public const string SchutzAbstand = "Schutz.Abstand";
    public const string ZielgruppeFrist = "Zielgruppe.Frist";

    /// <summary>Age from which an offer of the directory is to be checked again (R68).</summary>
    public const string AngebotPruefung = "Angebot.Pruefung";

    /// <summary>How long before the end of an agreement the team lead is reminded (R69).</summary>
    public const string VereinbarungErinnerung = "Vereinbarung.Erinnerung";

    /// <summary>How long before an appointment the client is reminded of it, with consent.</summary>
    public const string TerminErinnerung = "Termin.Erinnerung";

    /// <summary>Retention; has no default: while unset nothing is deleted (R90).</summary>
    public const string Aufbewahrung = "Aufbewahrung";

    /// <summary>Retention where a person was not admitted; has no default either (R90).</summary>
    public const string AufbewahrungOhneFall = "Aufbewahrung.OhneFall";

    public static IReadOnlyList<string> Alle { get; } =
    [
        UebergabeAntwort, VorkontaktPruefung, VorkontaktFrist, RueckgabeBestaetigung, ErstgespraechFrist, KontaktfensterBeginn, KontaktfensterEnde, KontaktfensterSpielraum,
        PlanueberpruefungAbstand, PlanueberpruefungErinnerung, DauerGrenze, DauerWarnung, ZuweisungAntwort, NotfallFrist,
        NachbetreuungDauer, NachbetreuungAbstand, NachbetreuungKontaktfrist,
        MonitoringAbstand, MonitoringFrist, LeistungsketteAbstimmung, LeistungsketteFrist, LeistungsketteUebergang, LeistungsfrageAntwort,
        FallfuehrungBericht, FallfuehrungFrist, BeschaeftigungEignung, BeschaeftigungFrist, AngebotPruefung, VereinbarungErinnerung,
        TerminErinnerung,
        SuchtBeginn, SuchtAbstand, JugendBeginn, JugendAbstand, WohnungBeginn,
        WohnungAbstand, SchutzBeginn, SchutzAbstand, ZielgruppeFrist,
        Aufbewahrung, AufbewahrungOhneFall,
    ];

    /// <summary>
    /// The unit in which a parameter must be given, since something agreed for one Fall is added to it: weeks to a rhythm of
    /// weeks (R49), months of an extension to the duration (R54). Null: any unit.
    /// </summary>
    public static Fristeinheit? EinheitOf(string parameter) => parameter switch
    {
        KontaktfensterSpielraum => Fristeinheit.Wochen,
        DauerGrenze => Fristeinheit.Monate,
        _ => null,
    };

    /// <summary>Whether a text is a period that the parameter can have; otherwise <paramref name="fehler"/> says what would be right (German).</summary>
    public static bool IsValid(string parameter, [NotNullWhen(true)] string? wert, [NotNullWhen(false)] out string? fehler)
    {
        if (!Frist.TryParse(wert, out var frist, out fehler))
            return false;
        if (EinheitOf(parameter) is { } einheit && frist.Einheit != einheit)
        {
            fehler = Meldung.Of("FristEinheit", parameter, einheit, frist);
            return false;
        }

        return true;
    }
}
