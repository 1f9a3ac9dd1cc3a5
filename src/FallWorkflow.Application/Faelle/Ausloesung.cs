namespace FallWorkflow.Application.Faelle;

/// <summary>What became of a due trigger.</summary>
public enum Ausloesung
{
    /// <summary>Its process was started, and the trigger moved to its next occurrence.</summary>
    Gestartet,

    /// <summary>It is gone, or somebody else's by now.</summary>
    Vergeben,

    /// <summary>This node knows no published version that starts by it; nothing was changed.</summary>
    Unbekannt,
}
