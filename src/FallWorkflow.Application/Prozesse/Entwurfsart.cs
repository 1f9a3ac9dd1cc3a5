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
}
