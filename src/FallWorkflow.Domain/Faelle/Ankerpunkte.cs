namespace FallWorkflow.Domain.Faelle;

/// <summary>Wire names of the facts that a Frist may count from.</summary>
public static class Ankerpunkte
{
    public const string Uebergabe = "Uebergabe";

    /// <summary>Last contact outside the Jobcenter before there is a Fall (R17).</summary>
    public const string Vorkontakt = "Vorkontakt";
    public const string UebergabeAngenommen = "UebergabeAngenommen";
    public const string Rueckgabe = "Rueckgabe";
    public const string Aufnahme = "Aufnahme";
    public const string LetzterKontakt = "LetzterKontakt";
    public const string PlanStand = "PlanStand";
    public const string Zuweisung = "Zuweisung";
    public const string ZuweisungBeendet = "ZuweisungBeendet";
    public const string Abschluss = "Abschluss";
    public const string Aufbewahrung = "Aufbewahrung";

    /// <summary>Acceptance of a referral, or the last time the client was asked about it (R60).</summary>
    public const string MonitoringKlient = "MonitoringKlient";

    /// <summary>Acceptance of a referral, or the last time the partner was asked about it (R60).</summary>
    public const string MonitoringTraeger = "MonitoringTraeger";

    /// <summary>Mandate of a third party, or its last report (R65).</summary>
    public const string Fallfuehrung = "Fallfuehrung";

    /// <summary>Begin of what runs beside the phases, or the last time it was looked after.</summary>
    public const string Strang = "Strang";

    /// <summary>The day that was agreed for it; the Frist ends on this very day, so it needs no period.</summary>
    public const string Termin = "Termin";

    /// <summary>The day on which the activity that asks was reached.</summary>
    public const string Jetzt = "Jetzt";

    public static IReadOnlyList<string> Alle { get; } =
    [
        Uebergabe, Vorkontakt, UebergabeAngenommen, Rueckgabe, Aufnahme, LetzterKontakt, PlanStand, Zuweisung, ZuweisungBeendet, Abschluss, Aufbewahrung,
        MonitoringKlient, MonitoringTraeger, Fallfuehrung, Strang, Termin, Jetzt,
    ];
}
