using FallWorkflow.Application.Dokumente;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;

namespace FallWorkflow.Application.Faelle;

/// <summary>Hand a person over to the Fallmanagement of an office; begins the Akte and the lifecycle.</summary>
/// <param name="Schluessel">Idempotency key; the same key opens the same Fall once.</param>
public sealed record OpenFall(string BueroId, Uebergeben Uebergabe, DateOnly WirksamAm, string? Schluessel = null, bool WochenendeBestaetigt = false);

/// <summary>Record a fact in a Fall.</summary>
/// <param name="Berichtigt">Entry that the fact corrects; needs a reason.</param>
/// <param name="Wortlaut">
/// What the caller asked for word for word, where the command was completed from it (a day that was left out is today's). The
/// idempotency key stands for these words, so that a repetition after midnight is still the same command; null: for the command itself.
/// </param>
public sealed record RecordTatsache(
    Guid FallId,
    Tatsache Tatsache,
    DateOnly WirksamAm,
    string? Begruendung = null,
    bool WochenendeBestaetigt = false,
    Guid? Berichtigt = null,
    string? Schluessel = null,
    long? ErwarteteVersion = null,
    string? Wortlaut = null)
{
    /// <summary>The file of a new document; nothing else has one.</summary>
    public Dateiinhalt? Datei { get; init; }
}

/// <summary>Complete a task with one of its results, or drop it with a reason (R86).</summary>
/// <param name="Ergebnis">One of the task's results; null drops the task and needs <paramref name="Begruendung"/>.</param>
public sealed record CompleteAufgabe(
    Guid AufgabeId, string? Ergebnis, string? Begruendung = null, string? Schluessel = null, long? ErwarteteVersion = null);

/// <param name="Wiederholt">The command was executed before with the same key; nothing happened again.</param>
public sealed record FallErgebnis(Guid FallId, string Nummer, long Version, IReadOnlyList<Guid> Eintraege, bool Wiederholt = false, bool WartetAufFreigabe = false);
