namespace FallWorkflow.Application.Verlauf;

/// <summary>Wire names of the events of a Verlauf.</summary>
public static class Verlaufsarten
{
    public const string AufgabeErstellt = "AufgabeErstellt";

    /// <summary>The last day in time of a task; shown by the simulation for every task with a Frist, whether or not it was done before.</summary>
    public const string AufgabeFaellig = "AufgabeFaellig";

    /// <summary>The calendar day after the last day in time, with the task still open.</summary>
    public const string AufgabeUeberfaellig = "AufgabeUeberfaellig";
    public const string AufgabeErledigt = "AufgabeErledigt";
    public const string AufgabeEntfallen = "AufgabeEntfallen";
    public const string Erinnerung = "Erinnerung";
    public const string Eskalation = "Eskalation";
    public const string NachrichtGesendet = "NachrichtGesendet";
    public const string NachrichtEmpfangen = "NachrichtEmpfangen";
    public const string PhaseGewechselt = "PhaseGewechselt";
    public const string FallAufgenommen = "FallAufgenommen";
    public const string NichtAufgenommen = "NichtAufgenommen";
    public const string FallAbgeschlossen = "FallAbgeschlossen";
    public const string FallBeendet = "FallBeendet";
    public const string FallWiederAufgenommen = "FallWiederAufgenommen";
    public const string NachbetreuungBeendet = "NachbetreuungBeendet";
    public const string AufbewahrungBegonnen = "AufbewahrungBegonnen";

    /// <summary>An entry was corrected; the older one stays readable.</summary>
    public const string Berichtigung = "Berichtigung";

    /// <summary>A Frist has moved: old and new date with the reason.</summary>
    public const string FristVerschoben = "FristVerschoben";

    /// <summary>A running process went to another version, or back.</summary>
    public const string Versionswechsel = "Versionswechsel";

    /// <summary>A process stopped with an incident and needs a look.</summary>
    public const string Stoerung = "Stoerung";
}
