namespace FallWorkflow.Application.Prozesse;

/// <summary>What happened to the draft of a process.</summary>
public enum Entwurfsart
{
    Gespeichert,
    Importiert,

    /// <summary>An earlier version became the draft.</summary>
    Zurueckgesetzt,

    /// <summary>The draft was dropped; what it was stands in the rows before.</summary>
    Verworfen,

    /// <summary>It became a published version.</summary>
    Veroeffentlicht,

    /// <summary>The published version takes no new instances any more.</summary>
    Zurueckgezogen,

    /// <summary>A second person was asked to agree to publishing exactly this content.</summary>
    Beantragt,

    /// <summary>The request was declined, or taken back by who had made it; the draft stays.</summary>
    Abgelehnt,

    /// <summary>A version was published from a file of the folder of processes; a draft stays.</summary>
    AusDatei,

    /// <summary>A version was published by a program; a draft stays.</summary>
    AusProgramm,
}
