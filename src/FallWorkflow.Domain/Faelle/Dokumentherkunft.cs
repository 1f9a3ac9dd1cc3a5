namespace FallWorkflow.Domain.Faelle;

/// <summary>Whom a document came from.</summary>
public enum Dokumentherkunft
{
    Klient,
    Traeger,
    Jobcenter,

    /// <summary>A doctor, an employer, a court or another authority; they are named, for nothing of that is kept from the client.</summary>
    AndereStelle,

    /// <summary>A relative or another private person, whose name the client's copy does not show (R25).</summary>
    Privatperson,
}
