namespace FallWorkflow.Domain.Fachkonzepte;

/// <summary>Wire names of the periods that a Fachkonzept sets (R85).</summary>
public static class Fristparameter
{
    public const string UebergabeAntwort = "Uebergabe.Antwort";
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

    /// <summary>Retention; has no default: while unset nothing is deleted (R90).</summary>
    public const string Aufbewahrung = "Aufbewahrung";

    public static IReadOnlyList<string> Alle { get; } =
    [
        UebergabeAntwort, RueckgabeBestaetigung, ErstgespraechFrist, KontaktfensterBeginn, KontaktfensterEnde, KontaktfensterSpielraum,
        PlanueberpruefungAbstand, PlanueberpruefungErinnerung, DauerGrenze, DauerWarnung, ZuweisungAntwort, NotfallFrist,
        NachbetreuungDauer, NachbetreuungAbstand, NachbetreuungKontaktfrist, Aufbewahrung,
    ];
}
