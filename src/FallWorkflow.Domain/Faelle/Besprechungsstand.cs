namespace FallWorkflow.Domain.Faelle;

/// <summary>Whether an entry is final, and whether it was discussed with the client (R24).</summary>
public enum Besprechungsstand
{
    /// <summary>No note about the person: recorded by a process, or nothing but a date or a name.</summary>
    KeineNotiz,

    /// <summary>Not final; to be discussed at the next contact.</summary>
    Vorlaeufig,

    /// <summary>Final although not discussed, since nobody was there; to be discussed at the next contact.</summary>
    NochNichtBesprochen,

    /// <summary>Final.</summary>
    Besprochen,
}
