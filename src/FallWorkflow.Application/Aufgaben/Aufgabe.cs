namespace FallWorkflow.Application.Aufgaben;

/// <summary>A human task that a process has set; the process waits for it.</summary>
public sealed class Aufgabe
{
    public required Guid Id { get; init; }

    public required Guid FallId { get; init; }

    public required string BueroId { get; init; }

    /// <summary>Kind of task within its process, for example <c>Kontakt</c>; the form behind it follows from <see cref="ErledigtDurch"/>.</summary>
    public required string Art { get; init; }

    public required string Titel { get; set; }

    public string? Beschreibung { get; set; }

    /// <summary>Role that has to do it.</summary>
    public required string Rolle { get; init; }

    /// <summary>Person who has to do it; null: anybody of the role in the office.</summary>
    public string? ZustaendigId { get; set; }

    public required DateTimeOffset ErstelltAm { get; init; }

    /// <summary>Last day in time; null if the task has no Frist. From 24:00 of this day it is overdue.</summary>
    public DateOnly? FaelligAm { get; set; }

    /// <summary>How <see cref="FaelligAm"/> was computed (<see cref="Fristen.Fristregel"/> as JSON).</summary>
    public string? Fristregel { get; set; }

    public Aufgabenstatus Status { get; set; }

    /// <summary>Set when the last day has passed with the task open; stays set.</summary>
    public bool Ueberfaellig { get; set; }

    /// <summary>Held by a pause from this day …</summary>
    public DateOnly? RuhtVon { get; set; }

    /// <summary>… up to and including this day.</summary>
    public DateOnly? RuhtBis { get; set; }

    /// <summary>Subject within the Fall, for example a referral.</summary>
    public string? Bezug { get; init; }

    /// <summary>Wire names of the facts that complete the task.</summary>
    public required IReadOnlyList<string> ErledigtDurch { get; init; }

    /// <summary>Results that a person can choose directly; empty if a fact completes the task.</summary>
    public required IReadOnlyList<string> Ergebnisse { get; init; }

    public required string InstanceId { get; init; }

    public required string ExecutionId { get; init; }

    public DateTimeOffset? BeendetAm { get; set; }

    public string? BeendetVon { get; set; }

    public string? Ergebnis { get; set; }

    /// <summary>Reason where the task was dropped or departed from (R86).</summary>
    public string? Begruendung { get; set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; set; }

    public bool RuhtAm(DateOnly tag) => Status == Aufgabenstatus.Offen && RuhtVon <= tag && tag <= RuhtBis;
}

public enum Aufgabenstatus
{
    Offen,
    Erledigt,

    /// <summary>Dropped with a reason by a person, or because the process no longer needs it.</summary>
    Entfallen,
}
