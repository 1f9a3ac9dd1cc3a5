using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Abfragen;

/// <summary>How many contacts were held in one form (R51).</summary>
/// <param name="Anteil">Share of all contacts of the period, 0 to 1.</param>
public sealed record Kontaktanteil(Kontaktform Form, int Anzahl, double Anteil);

/// <summary>Goals agreed in a period, and how many of them are detours such as debt relief (R34).</summary>
public sealed record Umwegzahl(int Ziele, int Umwege);

/// <summary>How often the Fallmanager of one Fall changed in a period (R55).</summary>
public sealed record Wechselzahl(Guid FallId, string FallNummer, int Anzahl);

/// <summary>People meeting the criteria and people admitted (R10), of all that were handed over in the period.</summary>
/// <param name="Geprueft">The criteria of access were checked.</param>
/// <param name="Erfuellt">… and met.</param>
/// <param name="Aufgenommen">Admitted, whatever became of the Fall later.</param>
/// <param name="GeprueftNichtAufgenommen">Checked and not admitted, undecided ones included.</param>
public sealed record Erreichungsgrad(int Uebergeben, int Geprueft, int Erfuellt, int Aufgenommen, int GeprueftNichtAufgenommen)
{
    /// <summary>Admitted per people meeting the criteria; null if nobody met them. Departures with reason (R86) can lift it above 1.</summary>
    public double? Grad => Erfuellt == 0 ? null : (double)Aufgenommen / Erfuellt;
}
