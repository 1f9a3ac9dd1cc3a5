namespace FallWorkflow.Domain.Faelle;

/// <summary>Whom a document is about (R25, R89).</summary>
public enum Personenbezug
{
    NurKlient,

    /// <summary>Members of the household or others as well: the client's copy names the document and does not hand it out.</summary>
    AuchAndere,
}
