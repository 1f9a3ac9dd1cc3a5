namespace FallWorkflow.Domain.Faelle;

/// <summary>How a letter reached the client.</summary>
public enum Zustellweg
{
    Post,

    /// <summary>Handed over in person.</summary>
    Uebergeben,

    /// <summary>Put into the letter box by hand.</summary>
    Eingeworfen,
}
