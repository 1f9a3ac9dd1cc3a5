namespace FallWorkflow.Domain.Faelle;

/// <summary>Wire names of the facts that a Frist may count from.</summary>
public static class Ankerpunkte
{
    public const string Uebergabe = "Uebergabe";
    public const string UebergabeAngenommen = "UebergabeAngenommen";
    public const string Rueckgabe = "Rueckgabe";
    public const string Aufnahme = "Aufnahme";
    public const string LetzterKontakt = "LetzterKontakt";
    public const string PlanStand = "PlanStand";
    public const string Zuweisung = "Zuweisung";
    public const string ZuweisungBeendet = "ZuweisungBeendet";
    public const string Abschluss = "Abschluss";
    public const string Aufbewahrung = "Aufbewahrung";

    /// <summary>The day on which the activity that asks was reached.</summary>
    public const string Jetzt = "Jetzt";

    public static IReadOnlyList<string> Alle { get; } =
        [Uebergabe, UebergabeAngenommen, Rueckgabe, Aufnahme, LetzterKontakt, PlanStand, Zuweisung, ZuweisungBeendet, Abschluss, Aufbewahrung, Jetzt];
}
