namespace FallWorkflow.Application.Falluebernahmen;

/// <summary>What became of each line of a file, in its order.</summary>
/// <param name="NurPruefung">Nothing was stored.</param>
public sealed record Uebernahmebericht(bool NurPruefung, IReadOnlyList<Uebernahmeergebnis> Ergebnisse)
{
    public int Zeilen => Ergebnisse.Count;

    /// <summary>Could be taken over; only where nothing was stored.</summary>
    public int Bereit => Count(Uebernahmestand.Bereit);

    public int Uebernommen => Count(Uebernahmestand.Uebernommen);

    public int SchonUebernommen => Count(Uebernahmestand.SchonUebernommen);

    public int Fehlerhaft => Count(Uebernahmestand.Fehlerhaft);

    private int Count(Uebernahmestand stand) => Ergebnisse.Count(e => e.Stand == stand);
}

public enum Uebernahmestand
{
    Bereit,
    Uebernommen,

    /// <summary>A Fall with this source and key is there; the line changes nothing, and says in what it would.</summary>
    SchonUebernommen,
    Fehlerhaft,
}

/// <param name="Zeile">As spreadsheets count: the heading is line 1.</param>
/// <param name="Schluessel">As the file has it.</param>
/// <param name="Nummer">Of the Fall; null while there is none.</param>
/// <param name="Fehler">What is wrong; where the line was taken over already, in what it differs from then.</param>
/// <param name="Aufgaben">Open tasks right after the takeover.</param>
public sealed record Uebernahmeergebnis(
    int Zeile, string Schluessel, Uebernahmestand Stand, Guid? FallId, string? Nummer, IReadOnlyList<Uebernahmeaufgabe> Aufgaben, IReadOnlyList<Uebernahmefehler> Fehler);

public sealed record Uebernahmeaufgabe(string Titel, DateOnly? FaelligAm, bool Ueberfaellig);

/// <param name="Spalte">Heading; null if the line as a whole is meant.</param>
public sealed record Uebernahmefehler(string? Spalte, string Meldung);
