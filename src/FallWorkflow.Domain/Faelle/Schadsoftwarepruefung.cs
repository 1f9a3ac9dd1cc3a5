namespace FallWorkflow.Domain.Faelle;

/// <summary>Whether a file was scanned for malicious software when it came; what was found infected never came in.</summary>
public enum Schadsoftwarepruefung
{
    /// <summary>No scanner was set up.</summary>
    NichtGeprueft,

    OhneBefund,
}
