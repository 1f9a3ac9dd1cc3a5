namespace FallWorkflow.Application.Auskunft;

/// <summary>What becomes of a document's file when a copy is issued (R25).</summary>
public enum Dokumentverbleib
{
    Beigefuegt,

    /// <summary>It is about others as well, and no program can black that out: whoever issues the copy does, and puts the blackened file into the Akte as a document of its own.</summary>
    AuchUeberAndere,

    /// <summary>It is no longer stored.</summary>
    Entfernt,
}
