namespace FallWorkflow.Domain.Faelle;

/// <summary>What became of an appointment.</summary>
public enum Terminstand
{
    Vereinbart,
    Gehalten,

    /// <summary>It did not happen (R50).</summary>
    Ausgefallen,
    Abgesagt,

    /// <summary>The Fall ended before it.</summary>
    Entfallen,
}
